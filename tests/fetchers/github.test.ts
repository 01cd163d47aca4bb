import type { ServerResponse } from 'node:http';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fetcherFor } from '../../src/fetchers/index.ts';
import { json, type Served, serveHere } from '../cli/fetching/servers.ts';
import { fetched } from './fetched.ts';

const API = 'https://api.github.com';
const SITE = 'https://github.com/quay/weir';
const REPOSITORY = { full_name: 'quay/weir', private: false, visibility: 'public' };

beforeEach(() => {
  vi.stubEnv('GITHUB_TOKEN', '');
  return () => vi.unstubAllEnvs();
});

const user = (login: string) => ({ login, type: 'User', html_url: `https://github.com/${login}` });
const issue = (number: number, comments: number, other: object = {}) => ({
  url: `${API}/repos/quay/weir/issues/${number}`,
  repository_url: `${API}/repos/quay/weir`,
  html_url: `${SITE}/issues/${number}`,
  id: 9000 + number,
  node_id: `I_${number}`,
  number,
  title: 'The gate sticks',
  user: user('petra-holm'),
  author_association: 'MEMBER',
  state: 'open',
  comments,
  body: 'Every time the tide turns.',
  created_at: '2026-03-03T08:00:00Z',
  updated_at: '2026-03-03T08:00:00Z',
  ...other,
});
const comment = (id: number) => ({
  html_url: `${SITE}/issues/12#issuecomment-${id}`,
  issue_url: `${API}/repos/quay/weir/issues/12`,
  id,
  node_id: `IC_${id}`,
  user: user('ines'),
  author_association: 'NONE',
  body: '> Every time the tide turns.\n\nNot in winter.',
  created_at: '2026-03-03T09:00:00Z',
  updated_at: '2026-03-03T09:00:00Z',
});

type Answers = Readonly<Record<string, (response: ServerResponse, nth: number) => void>>;

function serve(answers: Answers): Promise<Served> {
  return serveHere((path, response, nth) => {
    const answer = answers[path];
    if (answer) answer(response, nth);
    else response.writeHead(404).end();
  });
}

const just = (value: unknown) => (response: ServerResponse) => json(response, value);
const paths = ({ asked }: Served) => asked.map(({ path }) => path);
const get = async (address: string, api: Served) => {
  const { threads, warnings, said } = await fetched(address, { [API]: api });
  return { posts: threads.flatMap(({ posts }) => posts), warnings, said };
};

const COMMENTS = '/repos/quay/weir/issues/12/comments?per_page=100';
/** GitHub names further pages by the number of the repository. */
const SECOND = '/repositories/66/issues/12/comments?per_page=100&page=2';

const twoPages: Answers = {
  '/repos/quay/weir': just(REPOSITORY),
  '/repos/quay/weir/issues/12': just(issue(12, 3)),
  [COMMENTS]: (response) =>
    json(response, [comment(1), comment(2)], {
      link: `<${API}${SECOND}>; rel="next", <${API}${SECOND}>; rel="last"`,
    }),
  [SECOND]: just([comment(3)]),
};

test('an issue comes with its comments from all pages, in their order', async () => {
  const api = await serve(twoPages);
  const { posts, warnings } = await get(`${SITE}/issues/12#issuecomment-2`, api);
  expect(posts.map(({ id }) => id)).toEqual(['12', 'issuecomment-1', 'issuecomment-2', 'issuecomment-3']);
  expect(warnings).toEqual([]);
  expect(paths(api)).toEqual(['/repos/quay/weir/issues/12', '/repos/quay/weir', COMMENTS, SECOND]);
});

test('an issue without comments needs no page of them', async () => {
  const api = await serve({ ...twoPages, '/repos/quay/weir/issues/12': just(issue(12, 0)) });
  expect((await get(`${SITE}/issues/12`, api)).posts).toHaveLength(1);
  expect(paths(api)).not.toContain(COMMENTS);
});

test('a pull request comes with reviews and what they say of lines, by either of its addresses', async () => {
  const answers: Answers = {
    '/repos/quay/weir': just(REPOSITORY),
    '/repos/quay/weir/issues/15': just(
      issue(15, 0, { html_url: `${SITE}/pull/15`, pull_request: { url: `${API}/repos/quay/weir/pulls/15` } }),
    ),
    '/repos/quay/weir/pulls/15/reviews?per_page=100': just([
      {
        id: 7,
        node_id: 'PRR_7',
        user: user('ines'),
        body: 'Nearly there.',
        state: 'CHANGES_REQUESTED',
        html_url: `${SITE}/pull/15#pullrequestreview-7`,
        pull_request_url: `${API}/repos/quay/weir/pulls/15`,
        author_association: 'MEMBER',
        submitted_at: '2026-03-03T10:00:00Z',
      },
    ]),
    '/repos/quay/weir/pulls/15/comments?per_page=100': just([
      {
        ...comment(8),
        html_url: `${SITE}/pull/15#discussion_r8`,
        pull_request_url: `${API}/repos/quay/weir/pulls/15`,
        pull_request_review_id: 7,
        path: 'weir.c',
        diff_hunk: '@@ -1 +1 @@\n-slow\n+fast',
        line: 1,
      },
    ]),
  };
  for (const address of [`${SITE}/pull/15/files`, `${SITE}/issues/15`]) {
    const { posts, warnings } = await get(address, await serve(answers));
    expect(posts.map(({ id, parent }) => [id, parent])).toEqual([
      ['15', null],
      ['pullrequestreview-7', '15'],
      ['discussion_r8', 'pullrequestreview-7'],
    ]);
    expect(warnings).toEqual([]);
  }
});

test('an issue that has moved comes from where it is now', async () => {
  const moved = {
    url: `${API}/repos/quay/lock/issues/3`,
    repository_url: `${API}/repos/quay/lock`,
    html_url: 'https://github.com/quay/lock/issues/3',
  };
  const api = await serve({
    '/repos/quay/weir/issues/12': (response) =>
      void response.writeHead(301, { location: `${API}/repositories/67/issues/3` }).end(),
    '/repositories/67/issues/3': just(issue(3, 1, moved)),
    '/repos/quay/lock': just(REPOSITORY),
    '/repos/quay/lock/issues/3/comments?per_page=100': just([
      {
        ...comment(1),
        html_url: 'https://github.com/quay/lock/issues/3#issuecomment-1',
        issue_url: moved.url,
      },
    ]),
  });
  expect((await get(`${SITE}/issues/12`, api)).posts.map(({ id }) => id)).toEqual(['3', 'issuecomment-1']);
});

test('what a token shows of a private repository needs consent', async () => {
  const api = await serve({
    ...twoPages,
    '/repos/quay/weir': just({ ...REPOSITORY, private: true, visibility: 'private' }),
  });
  await expect(get(`${SITE}/issues/12`, api)).rejects.toMatchObject({
    code: expect.stringContaining('consent'),
  });
});

describe('where GitHub does not answer as it should', () => {
  test('a page that fails once is asked for again, and so is one that came too early', async () => {
    const api = await serve({
      ...twoPages,
      [SECOND]: (response, nth) => {
        if (nth === 1) response.writeHead(500).end();
        else if (nth === 2) response.writeHead(429, { 'retry-after': '3' }).end();
        else json(response, [comment(3)]);
      },
    });
    const { posts, said } = await get(`${SITE}/issues/12`, api);
    expect(posts).toHaveLength(4);
    expect(said).toEqual([
      '  api.github.com answered 500; asking again in 2 s',
      '  api.github.com answered 429; asking again in 3 s',
    ]);
  });

  test('pages that go round in a circle, or on to another server, are refused', async () => {
    const on = (to: string): Answers => ({
      ...twoPages,
      [SECOND]: (response) => json(response, [comment(3)], { link: `<${to}>; rel="next"` }),
    });
    await expect(get(`${SITE}/issues/12`, await serve(on(`${API}${SECOND}`)))).rejects.toThrow('in a circle');
    await expect(get(`${SITE}/issues/12`, await serve(on('https://far.example/')))).rejects.toThrow(
      'on another server',
    );
  });

  test('comments that are counted and not given are told of', async () => {
    const api = await serve({ ...twoPages, '/repos/quay/weir/issues/12': just(issue(12, 5)) });
    expect((await get(`${SITE}/issues/12`, api)).warnings).toContainEqual({
      code: 'missing-posts',
      message: 'GitHub counts 5 comments and gives 3 of them.',
    });
  });

  test('an issue that is missing is an error', async () => {
    await expect(get(`${SITE}/issues/13`, await serve(twoPages))).rejects.toThrow('there is no such thread');
  });
});

describe('a discussion', () => {
  const written = (name: string, other: object = {}) => ({
    id: `DC_${name}`,
    url: `${SITE}/discussions/20#discussioncomment-${name}`,
    author: { __typename: 'User', login: 'ines', url: 'https://github.com/ines', avatarUrl: '' },
    authorAssociation: 'NONE',
    body: 'Linseed oil.',
    createdAt: '2026-03-10T09:00:00Z',
    ...other,
  });
  const page = (nodes: readonly object[], endCursor: string | null = null) => ({
    totalCount: nodes.length,
    pageInfo: { hasNextPage: endCursor !== null, endCursor },
    nodes,
  });
  const comments = new Map<unknown, object>([
    [null, page([written('1', { replies: page([written('2', { replyTo: { id: 'DC_1' } })], 'r1') })], 'c1')],
    ['c1', page([written('4', { replies: page([]) })])],
  ]);
  const answerTo = ({ variables }: { variables: Record<string, unknown> }) => {
    const { id, number, after } = variables;
    if (id === 'DC_1') return { node: { replies: page([written('3', { replyTo: { id: 'DC_1' } })]) } };
    const discussion =
      number === 20
        ? {
            ...written('0', { url: `${SITE}/discussions/20` }),
            id: 'D_20',
            number,
            title: 'How do you oil the winch?',
            comments: comments.get(after),
          }
        : null;
    return { repository: { nameWithOwner: 'quay/weir', isPrivate: false, discussion } };
  };
  const graphql = () =>
    serveHere((_, response, __, body) => json(response, { data: answerTo(JSON.parse(body)) }));

  test('comes with comments and replies from all pages, by GraphQL', async () => {
    vi.stubEnv('GITHUB_TOKEN', 'secret');
    const api = await graphql();
    const { posts, warnings } = await get(`${SITE}/discussions/20`, api);
    expect(posts.map(({ id, parent }) => [id, parent])).toEqual([
      ['20', null],
      ['discussioncomment-1', '20'],
      ['discussioncomment-2', 'discussioncomment-1'],
      ['discussioncomment-3', 'discussioncomment-1'],
      ['discussioncomment-4', '20'],
    ]);
    expect(warnings).toEqual([]);
    expect(api.asked.map(({ path, headers }) => [path, headers.authorization])).toEqual(
      Array.from({ length: 3 }, () => ['/graphql', 'Bearer secret']),
    );
  });

  test('is not asked for without a token, and the error says which', async () => {
    const api = await graphql();
    await expect(get(`${SITE}/discussions/20`, api)).rejects.toMatchObject({
      code: 'no-token',
      hint: expect.stringContaining('GITHUB_TOKEN'),
    });
    expect(api.asked).toEqual([]);
  });

  test('that is missing, or that GitHub cannot give now, is an error', async () => {
    vi.stubEnv('GITHUB_TOKEN', 'secret');
    await expect(get(`${SITE}/discussions/21`, await graphql())).rejects.toThrow('has no discussion 21');
    const busy = await serveHere((_, response) =>
      json(response, {
        data: null,
        errors: [{ type: 'RATE_LIMITED', message: 'API rate\u0007 limit exceeded' }],
      }),
    );
    await expect(get(`${SITE}/discussions/20`, busy)).rejects.toThrow('API rate limit exceeded');
  });
});

test.each([`${SITE}/issues/12`, `${SITE}/pull/15#discussion_r8`, `${SITE}/discussions/20`])(
  '%s is such an address',
  (address) => {
    expect(fetcherFor(new URL(address)).importer).toBe('github');
  },
);

test.each([SITE, `${SITE}/issues`, 'https://github.com.quay.example/quay/weir/issues/12'])(
  '%s is none',
  (address) => {
    expect(() => fetcherFor(new URL(address))).toThrow('not of a form that is known');
  },
);
