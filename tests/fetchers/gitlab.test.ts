import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fetcherFor } from '../../src/fetchers/index.ts';
import { json, type Served, serveHere } from '../cli/fetching/servers.ts';
import { fetched } from './fetched.ts';

const LOCKS = 'https://gitlab.example';
const API = '/api/v4/projects/quay%2Flocks%2Fweir';
const PAGE = `${LOCKS}/quay/locks/weir/-/issues/12`;

beforeEach(() => {
  vi.stubEnv('GITLAB_TOKEN', '');
  return () => vi.unstubAllEnvs();
});

const author = { id: 2, username: 'ines', name: 'Ines Kovar', avatar_url: null, web_url: `${LOCKS}/ines` };
const issue = {
  id: 4012,
  iid: 12,
  project_id: 66,
  title: 'The gate sticks',
  description: 'Every time the tide turns.',
  created_at: '2026-03-03T08:00:00.000Z',
  author,
  confidential: false,
  upvotes: 0,
  downvotes: 0,
  web_url: PAGE,
  references: { short: '#12', relative: '#12', full: 'quay/locks/weir#12' },
};
const merge = {
  ...issue,
  id: 5003,
  iid: 3,
  source_branch: 'oil',
  web_url: `${LOCKS}/quay/locks/weir/-/merge_requests/3`,
  references: { full: 'quay/locks/weir!3' },
};
const note = (id: number, type: string | null, body = 'Oiled?') => ({
  id,
  type,
  body,
  author,
  created_at: `2026-03-03T09:${id}:00.000Z`,
  system: false,
  internal: false,
  noteable_id: 4012,
  noteable_type: 'Issue',
  noteable_iid: 12,
});
const discussion = (...notes: readonly ReturnType<typeof note>[]) => ({
  id: `d${notes[0]?.id}`,
  individual_note: notes.length === 1,
  notes,
});

interface Told {
  /** Whether it tells discussions to everybody. */
  readonly open?: boolean;
  readonly project?: object;
  readonly graphql?: (variables: { readonly after: string | null }) => unknown;
}

const SECOND = `${API}/issues/12/discussions?id=quay%2Flocks%2Fweir&page=2&per_page=100`;

/** A GitLab as its API answers: discussions for those with a token, GraphQL for everybody. */
function gitlab({ open = true, project = { visibility: 'public' }, graphql }: Told = {}): Promise<Served> {
  return serveHere((path, response, _, body) => {
    const answers: Readonly<Record<string, unknown>> = {
      [API]: project,
      [`${API}/issues/12`]: issue,
      [`${API}/merge_requests/3`]: merge,
      ...(open && {
        [SECOND]: [discussion(note(13, null))],
        [`${API}/merge_requests/3/discussions?per_page=100`]: [discussion(note(14, null))],
        [`${API}/issues/12/award_emoji?per_page=100`]: [
          { id: 1, name: 'tada', awardable_type: 'Issue', awardable_id: 4012 },
        ],
      }),
    };
    if (path === '/api/graphql') json(response, graphql?.(JSON.parse(body).variables) ?? {});
    else if (open && path === `${API}/issues/12/discussions?per_page=100`)
      json(response, [discussion(note(11, 'DiscussionNote'), note(12, 'DiscussionNote'))], {
        link: `<${LOCKS}${SECOND}>; rel="next", <${LOCKS}${SECOND}>; rel="last"`,
      });
    else if (Object.hasOwn(answers, path)) json(response, answers[path]);
    else response.writeHead(open ? 404 : 401).end();
  });
}

const get = async (address: string, served: Served) => {
  const { threads, warnings } = await fetched(address, { [new URL(address).origin]: served });
  return { posts: threads.flatMap(({ posts }) => posts), warnings };
};
const pairs = ({ posts }: Awaited<ReturnType<typeof get>>) => posts.map(({ id, parent }) => [id, parent]);

test('an issue comes with its discussions from all pages and the emoji it was awarded', async () => {
  const read = await get(`${PAGE}#note_12`, await gitlab());
  expect(pairs(read)).toEqual([
    ['12', null],
    ['note_11', '12'],
    ['note_12', 'note_11'],
    ['note_13', '12'],
  ]);
  expect(read.posts[0]?.reactions).toEqual([{ name: '🎉', count: 1 }]);
  expect(read.warnings).toEqual([]);
});

test('a merge request comes alike', async () => {
  const read = await get(`${LOCKS}/quay/locks/weir/-/merge_requests/3/diffs`, await gitlab());
  expect(pairs(read)).toEqual([
    ['3', null],
    ['note_14', '3'],
  ]);
});

describe('without a token', () => {
  const shown = (id: number, type: string, thread: string, other: object = {}) => ({
    id: `gid://gitlab/${type}/${id}`,
    body: 'Oiled?',
    createdAt: `2026-03-03T09:${id}:00Z`,
    system: false,
    internal: false,
    author: { username: 'ines', name: 'Ines Kovar', avatarUrl: '/uploads/ines.png', webUrl: `${LOCKS}/ines` },
    discussion: { id: `gid://gitlab/Discussion/${thread}` },
    position: null,
    ...other,
  });
  const pages = new Map([
    [null, { nodes: [shown(11, 'DiscussionNote', 'a'), shown(13, 'Note', 'b')], after: 'c1' }],
    [
      'c1',
      {
        nodes: [shown(12, 'DiscussionNote', 'a'), shown(14, 'Note', 'c', { system: true })],
        after: null,
      },
    ],
  ]);
  const graphql: Told['graphql'] = ({ after }) => {
    const { nodes = [], after: endCursor } = pages.get(after) ?? {};
    const notes = { pageInfo: { hasNextPage: Boolean(endCursor), endCursor }, nodes };
    return { data: { project: { noteable: { notes } } } };
  };

  test('the same comes by GraphQL, which shows to everybody what the pages show', async () => {
    const served = await gitlab({ open: false, graphql });
    const read = await get(PAGE, served);
    expect(pairs(read)).toEqual([
      ['12', null],
      ['note_11', '12'],
      ['note_12', 'note_11'],
      ['note_13', '12'],
    ]);
    expect(read.posts[1]?.published).toBe('2026-03-03T09:11:00.000Z');
    expect(read.warnings.map(({ code }) => code)).toEqual(['notice']);
    expect(JSON.parse(served.asked.find(({ body }) => body)?.body ?? '').variables).toEqual({
      project: 'quay/locks/weir',
      iid: '12',
      after: null,
    });
  });

  test('a comment on a patch keeps its file and line', async () => {
    const position = { newPath: 'weir.c', oldPath: 'weir.c', newLine: 24, oldLine: null };
    const notes = { nodes: [shown(15, 'DiffNote', 'a', { position })] };
    const served = await gitlab({
      open: false,
      graphql: () => ({ data: { project: { noteable: { notes } } } }),
    });
    const { posts } = await get(`${LOCKS}/quay/locks/weir/-/merge_requests/3`, served);
    expect(posts[1]?.subject).toBe('weir.c:24');
  });

  test.each([
    ['tells of a fault', { errors: [{ message: 'Query has complexity of 400' }] }, 'complexity of 400'],
    ['shows nothing', { data: { project: null } }, 'holds no notes'],
  ])('where GraphQL %s that is an error', async (_, answer, message) => {
    await expect(get(PAGE, await gitlab({ open: false, graphql: () => answer }))).rejects.toThrow(message);
  });
});

test.each([
  ['private', { visibility: 'private' }],
  ['for all with an account', { visibility: 'internal' }],
  ['open, and its issues are not', { visibility: 'public', issues_access_level: 'private' }],
])('what a token shows of a project that is %s needs consent', async (_, project) => {
  await expect(get(PAGE, await gitlab({ project }))).rejects.toMatchObject({
    code: expect.stringContaining('consent'),
  });
});

test('an issue that is missing is an error', async () => {
  await expect(get(PAGE.replace('12', '13'), await gitlab())).rejects.toThrow('there is no such thread');
});

test.each([
  PAGE,
  `${LOCKS}/quay/weir/-/work_items/12`,
  `${LOCKS}/quay/weir/-/incidents/12`,
  `${LOCKS}/quay/weir/-/merge_requests/3/diffs#note_4`,
])('%s is such an address', (address) => {
  expect(fetcherFor(new URL(address)).importer).toBe('gitlab');
});

test.each([`${LOCKS}/quay/weir/-/issues`, `${LOCKS}/groups/quay/-/work_items/1`, `${LOCKS}/weir/-/issues/1`])(
  '%s is none',
  (address) => {
    expect(() => fetcherFor(new URL(address))).toThrow('not of a form that is known');
  },
);
