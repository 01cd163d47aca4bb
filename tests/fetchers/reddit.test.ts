import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { fetcherFor } from '../../src/fetchers/index.ts';
import { json, type Served, serveHere } from '../cli/fetching/servers.ts';
import { fetched } from './fetched.ts';

const SITE = 'https://www.reddit.com';
const ADDRESS = `${SITE}/r/quayside/comments/1rq4t0/tide_ledger/`;
const WHOLE = '/comments/1rq4t0.json?limit=500&raw_json=1';
const more = (...ids: readonly string[]) =>
  `/api/morechildren.json?api_type=json&link_id=t3_1rq4t0&children=${ids.join(',')}&raw_json=1`;
const below = (id: string) => `/comments/1rq4t0/_/${id}.json?limit=500&raw_json=1`;

const common = {
  author: 'TideWatcher',
  subreddit: 'quayside',
  subreddit_type: 'public',
  created_utc: 1772524800,
};
const post = {
  kind: 't3',
  data: { ...common, id: '1rq4t0', name: 't3_1rq4t0', title: 'The tide ledger', selftext: 'On paper still.' },
};
const comment = (id: string, parent: string, ...replies: readonly object[]) => ({
  kind: 't1',
  data: {
    ...common,
    id,
    name: `t1_${id}`,
    parent_id: parent,
    link_id: 't3_1rq4t0',
    body: `> On paper still.\n\nSays ${id}.`,
    replies: replies.length > 0 ? listing(...replies) : '',
  },
});
const stub = (parent: string, count: number, ...children: readonly string[]) => ({
  kind: 'more',
  data: {
    count,
    name: `t1_${children[0] ?? '_'}`,
    id: children[0] ?? '_',
    parent_id: parent,
    depth: 1,
    children,
  },
});
const listing = (...children: readonly object[]) => ({ kind: 'Listing', data: { after: null, children } });
const whole = (...comments: readonly object[]) => [listing(post), listing(...comments)];
const things = (...found: readonly object[]) => ({ json: { errors: [], data: { things: found } } });

type Answers = Readonly<Record<string, unknown>>;

function reddit(answers: Answers, otherwise = 403): Promise<Served> {
  return serveHere((path, response: ServerResponse) => {
    if (Object.hasOwn(answers, path)) json(response, answers[path]);
    else response.writeHead(otherwise).end();
  });
}

const paths = ({ asked }: Served) => asked.map(({ path }) => path);
const get = async (address: string, served: Served) => {
  const { threads, warnings } = await fetched(address, { [SITE]: served });
  return {
    posts: threads.flatMap(({ posts }) => posts.map(({ id, parent }) => `${id} < ${parent}`)),
    warnings,
  };
};

test('a thread comes with its comments, each before what answers it', async () => {
  const served = await reddit({
    [WHOLE]: whole(
      comment('a', 't3_1rq4t0', comment('b', 't1_a', comment('c', 't1_b'))),
      comment('d', 't3_1rq4t0'),
    ),
  });
  expect(await get(ADDRESS, served)).toEqual({
    posts: ['t3_1rq4t0 < null', 't1_a < t3_1rq4t0', 't1_b < t1_a', 't1_c < t1_b', 't1_d < t3_1rq4t0'],
    warnings: [],
  });
  expect(paths(served)).toEqual([WHOLE]);
});

describe('comments for which there are only stubs', () => {
  const first = whole(
    comment('a', 't3_1rq4t0', stub('t1_a', 3, 'b', 'c')),
    comment('d', 't3_1rq4t0', comment('e', 't1_d', stub('t1_e', 0))),
    stub('t3_1rq4t0', 1, 'g'),
  );

  test('are asked for, those that the answers only count too', async () => {
    const served = await reddit({
      [WHOLE]: first,
      [more('b', 'c', 'g')]: things(
        comment('b', 't1_a'),
        comment('c', 't1_a'),
        stub('t1_c', 1, 'h'),
        comment('g', 't3_1rq4t0'),
      ),
      [below('e')]: whole(comment('e', 't1_d', comment('f', 't1_e'))),
      [more('h')]: things(comment('h', 't1_c')),
    });
    expect(await get(ADDRESS, served)).toEqual({
      posts: [
        't3_1rq4t0 < null',
        't1_a < t3_1rq4t0',
        't1_b < t1_a',
        't1_c < t1_a',
        't1_h < t1_c',
        't1_d < t3_1rq4t0',
        't1_e < t1_d',
        't1_f < t1_e',
        't1_g < t3_1rq4t0',
      ],
      warnings: [],
    });
  });

  test('are told of with their number where Reddit refuses, which is asked no more then', async () => {
    const served = await reddit({ [WHOLE]: first });
    const { posts, warnings } = await get(ADDRESS, served);
    expect(posts).toHaveLength(4);
    expect(warnings[0]).toMatchObject({
      code: 'missing-replies',
      message: expect.stringContaining(': at least 5.'),
    });
    expect(warnings.slice(1).map(({ post: place }) => place)).toEqual(['t1_a', 't1_e', 't3_1rq4t0']);
    expect(paths(served)).toEqual([WHOLE, more('b', 'c', 'g')]);
  });

  test('are asked for once, a hundred at a time; what does not come is told of', async () => {
    const ids = Array.from({ length: 150 }, (_, index) => `x${index}`);
    const served = await reddit({
      [WHOLE]: whole(stub('t3_1rq4t0', 150, ...ids)),
      [more(...ids.slice(0, 100))]: things(
        ...ids.slice(0, 100).map((id) => comment(id, 't3_1rq4t0')),
        stub('t3_1rq4t0', 1, 'x0'),
      ),
      [more(...ids.slice(100))]: things(),
    });
    const { posts, warnings } = await get(ADDRESS, served);
    expect(posts).toHaveLength(101);
    expect(warnings[0]?.message).toContain('at least 50.');
    expect(served.asked).toHaveLength(3);
  });

  test('and stubs without end do not keep it busy for ever', async () => {
    let count = 0;
    const served = await serveHere((path, response) => {
      count += 1;
      const next = `x${count}`;
      json(response, path === WHOLE ? whole(stub('t3_1rq4t0', 1, next)) : things(stub('t3_1rq4t0', 1, next)));
    });
    const { warnings } = await get(ADDRESS, served);
    expect(served.asked).toHaveLength(501);
    expect(warnings[0]?.code).toBe('missing-replies');
  });
});

test('comments may nest deep, and those that answer each other in a circle are not lost', async () => {
  let chain = comment('z0', 't1_z1');
  for (let depth = 1; depth < 400; depth += 1) chain = comment(`z${depth}`, `t1_z${depth + 1}`, chain);
  const served = await reddit({
    [WHOLE]: whole(chain, comment('p', 't1_q'), comment('q', 't1_p')),
  });
  const { posts } = await get(ADDRESS, served);
  expect(posts.filter((one) => /^t1_[pq] /.test(one))).toHaveLength(2);
  expect(posts.length).toBeGreaterThan(400);
});

describe('where Reddit does not answer', () => {
  test('programs at all, the error says how to save the thread', async () => {
    await expect(get(ADDRESS, await reddit({}))).rejects.toMatchObject({
      message: 'Reddit does not answer this program.',
      hint: expect.stringContaining('.json?limit=500&raw_json=1'),
    });
  });

  test('for a thread that is missing, that is an error', async () => {
    await expect(get(ADDRESS, await reddit({}, 404))).rejects.toThrow('there is no such thread');
    await expect(get(ADDRESS, await reddit({ [WHOLE]: [listing(), listing()] }))).rejects.toThrow(
      'is no thread',
    );
  });

  test('at once, it is asked again', async () => {
    const served = await serveHere((_, response, nth) => {
      if (nth === 1) response.writeHead(429, { 'retry-after': '4' }).end();
      else if (nth === 2) response.writeHead(500).end();
      else json(response, whole(comment('a', 't3_1rq4t0')));
    });
    expect((await get(ADDRESS, served)).posts).toHaveLength(2);
  });
});

test('a share link is followed to its thread', async () => {
  const served = await serveHere((path, response) => {
    if (path === '/r/quayside/s/AbCdEfGhIj')
      response.writeHead(302, { location: `${ADDRESS}?share_id=x` }).end();
    else if (path === WHOLE) json(response, whole(comment('a', 't3_1rq4t0')));
    else response.end('<html>');
  });
  expect((await get(`${SITE}/r/quayside/s/AbCdEfGhIj`, served)).posts).toHaveLength(2);
  const lost = await serveHere((_, response) => void response.end('<html>'));
  await expect(get(`${SITE}/r/quayside/s/AbCdEfGhIj`, lost)).rejects.toThrow('leads to no thread');
});

test.each([
  'https://redd.it/1rq4t0',
  'https://old.reddit.com/r/quayside/comments/1rq4t0/tide_ledger/oa2/?context=3',
  'https://np.reddit.com/r/quayside/comments/1RQ4T0',
  'https://new.reddit.com/user/ines/comments/1rq4t0/a_thread/',
  'https://reddit.com/comments/1rq4t0.json',
  'https://www.reddit.com/r/quayside/comments/1rq4t0/comment/oa2/',
])('%s is an address of the thread', async (address) => {
  expect(fetcherFor(new URL(address)).importer).toBe('reddit');
  const served = await reddit({ [WHOLE]: whole(comment('oa2', 't3_1rq4t0')) });
  expect((await get(address, served)).posts).toHaveLength(2);
});

test.each([
  'https://www.reddit.com/r/quayside/',
  'https://www.reddit.com.quay.example/r/quayside/comments/1rq4t0',
  'https://i.redd.it/1rq4t0.jpg',
  'https://quay.example/r/quayside/comments/1rq4t0',
])('%s is none', (address) => {
  expect(() => fetcherFor(new URL(address))).toThrow('not of a form that is known');
});
