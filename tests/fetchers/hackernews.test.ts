import { expect, test } from 'vitest';
import { fetcherFor } from '../../src/fetchers/index.ts';
import { json, type Served, serveHere } from '../cli/fetching/servers.ts';
import { fetched } from './fetched.ts';

const ALGOLIA = 'https://hn.algolia.com';
const item = (id: number, parent: number | null, children: readonly object[] = [], other: object = {}) => ({
  id,
  created_at: '2026-03-03T08:00:00.000Z',
  created_at_i: 1772524800,
  type: parent === null ? 'story' : 'comment',
  author: 'tidewatcher',
  title: parent === null ? 'The ledger at the pier' : null,
  url: null,
  text: parent === null ? null : '<p>Half of us never knew there was one.',
  points: null,
  parent_id: parent,
  story_id: 40,
  children,
  options: [],
  ...other,
});
const COMMENT = item(42, 41, [item(43, 42)]);
const STORY = item(40, null, [item(41, 40, [COMMENT]), item(44, 40)]);

const paths = ({ asked }: Served) => asked.map(({ path }) => path);
const posts = async (id: number, algolia: Served) => {
  const address = `https://news.ycombinator.com/item?id=${id}`;
  const { threads, warnings } = await fetched(address, { [ALGOLIA]: algolia });
  return { posts: threads.flatMap((thread) => thread.posts.map((post) => post.id)), warnings };
};

test('a story comes with its whole tree, by one request', async () => {
  const algolia = await serveHere((_, response) => json(response, STORY));
  expect(await posts(40, algolia)).toEqual({ posts: ['40', '41', '42', '43', '44'], warnings: [] });
  expect(paths(algolia)).toEqual(['/api/v1/items/40']);
});

test.each([
  ['names its story', COMMENT, ['42', '40']],
  ['names only what it answers', item(42, 40, [], { story_id: null }), ['42', '40']],
])('of a comment that %s the whole story is fetched', async (_, comment, asked) => {
  const algolia = await serveHere((path, response) => json(response, path.endsWith('/42') ? comment : STORY));
  expect((await posts(42, algolia)).posts).toHaveLength(5);
  expect(paths(algolia)).toEqual(asked.map((id) => `/api/v1/items/${id}`));
});

test('where the story is gone, the comment and its replies are fetched, and that is told', async () => {
  const algolia = await serveHere((path, response) =>
    path.endsWith('/42') ? json(response, COMMENT) : response.writeHead(404).end(),
  );
  const { posts: ids, warnings } = await posts(42, algolia);
  expect(ids).toEqual(expect.arrayContaining(['42', '43']));
  expect(warnings).toContainEqual(expect.objectContaining({ code: 'missing-story' }));
});

test('comments that name each other as their story end in an error, not in a circle', async () => {
  const algolia = await serveHere((path, response) =>
    json(
      response,
      path.endsWith('/42') ? item(42, 43, [], { story_id: 43 }) : item(43, 42, [], { story_id: 42 }),
    ),
  );
  await expect(posts(42, algolia)).rejects.toThrow('goes round in a circle');
});

test('a tree may be as deep as it likes', async () => {
  const depth = 20_000;
  const halves = Array.from({ length: depth }, (_, index) =>
    JSON.stringify(item(40 + index, index === 0 ? null : 39 + index)).split('"children":[]'),
  );
  const before = halves.map(([half]) => `${half}"children":[`);
  const after = halves.toReversed().map(([, half]) => `]${half}`);
  const algolia = await serveHere((_, response) => response.end([...before, ...after].join('')));
  expect((await posts(40, algolia)).posts).toHaveLength(depth);
});

test('an item that does not exist is an error; a server that is busy is asked again when it says', async () => {
  const none = await serveHere((_, response) => void response.writeHead(404).end());
  await expect(posts(1, none)).rejects.toThrow('there is no such thread');
  const busy = await serveHere((_, response, nth) =>
    nth === 1 ? response.writeHead(429, { 'retry-after': '2' }).end() : json(response, STORY),
  );
  expect((await posts(40, busy)).posts).toHaveLength(5);
});

test.each(['https://news.ycombinator.com/item?id=71204500', 'https://news.ycombinator.com/item?id=40#42'])(
  '%s is such an address',
  (address) => {
    expect(fetcherFor(new URL(address)).importer).toBe('hackernews');
  },
);

test.each([
  'https://news.ycombinator.com/newest',
  'https://news.ycombinator.com/item?id=x',
  'https://quay.example/item?id=40',
])('%s is none', (address) => {
  expect(() => fetcherFor(new URL(address))).toThrow('not of a form that is known');
});
