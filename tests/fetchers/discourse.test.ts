import { describe, expect, test } from 'vitest';
import { fetcherFor } from '../../src/fetchers/index.ts';
import { json, type Served, serveHere } from '../cli/fetching/servers.ts';
import { fetched } from './fetched.ts';

const QUAY = 'https://quay.example';
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const idOf = (number: number) => 7700 + number;

/** Drawn letters for avatars: nothing in the posts says which forum they are from. */
const post = (number: number) => ({
  id: idOf(number),
  username: 'ines',
  avatar_template: '/letter_avatar_proxy/v4/letter/i/b5a626/{size}.png',
  created_at: '2026-03-03T08:01:00.123Z',
  updated_at: '2026-03-03T08:01:00.123Z',
  cooked: `<p>Tide ${number}.</p>`,
  raw: `Tide ${number}.`,
  post_number: number,
  post_type: 1,
  reply_to_post_number: null,
  topic_id: 77,
  version: 1,
  hidden: false,
  user_deleted: false,
});
const topic = (shown: readonly number[], stream: readonly number[] | null) => ({
  post_stream: {
    posts: shown.map(post),
    ...(stream ? { stream: stream.map(idOf) } : { isMegaTopic: true, lastId: 99_999 }),
  },
  id: 77,
  title: 'Tide tables',
  slug: 'tide-tables',
  archetype: 'regular',
  visible: true,
});

/** A forum whose topic has that many posts, as Discourse answers for it. */
function forum(count: number, { path = '', mega = false, fails = 0 } = {}): Promise<Served> {
  const all = numbers(1, count);
  const page = (number: number) => all.slice((number - 1) * 20, number * 20);
  return serveHere((asked, response, nth) => {
    const { pathname, searchParams } = new URL(asked, QUAY);
    const last = Math.ceil(count / 20);
    const number = Number(searchParams.get('page') ?? '1');
    const ids = searchParams.getAll('post_ids[]').map(Number);
    const isLast = pathname.includes('tide-tables');
    if (searchParams.get('include_raw') !== '1' && !isLast) response.writeHead(400).end();
    else if (pathname === `${path}/t/77.json` && number > last)
      response.writeHead(301, { location: `${path}/t/tide-tables/77.json?page=${last}` }).end();
    else if (/\/t\/(?:tide-tables\/)?77\.json$/.test(pathname))
      json(response, topic(page(number), mega ? null : all));
    else if (pathname !== `${path}/t/77/posts.json` || ids.length > 20) response.writeHead(404).end();
    else if (nth <= fails) response.writeHead(429, { 'retry-after': '1' }).end();
    else
      json(response, {
        post_stream: { posts: all.filter((one) => ids.includes(idOf(one))).map(post) },
        id: 77,
      });
  });
}

const get = async (address: string, served: Served) => {
  const { threads, warnings, said } = await fetched(address, { [new URL(address).origin]: served });
  return { posts: threads.flatMap(({ posts }) => posts), warnings, said, origin: threads[0]?.origin };
};

test('a topic comes with all its posts, twenty at a time, and with what was typed', async () => {
  const served = await forum(45);
  const { posts, warnings } = await get(`${QUAY}/t/tide-tables/77/3?u=ines`, served);
  expect(posts.map(({ id }) => Number(id))).toEqual(numbers(1, 45));
  expect(posts[0]?.body).toEqual({ markdown: 'Tide 1.', flavour: 'discourse' });
  expect(warnings).toEqual([]);
  expect(served.asked.map(({ path }) => path.split('?')[0])).toEqual([
    '/t/77.json',
    '/t/77/posts.json',
    '/t/77/posts.json',
  ]);
});

test('posts know their address, though nothing in them says which forum they are from', async () => {
  const { posts, origin } = await get(`${QUAY}/t/77`, await forum(2));
  expect(origin?.url).toBe(`${QUAY}/t/tide-tables/77`);
  expect(posts[1]?.url).toBe(`${QUAY}/t/tide-tables/77/2`);
});

test('a forum may stand in a folder of its server', async () => {
  const { posts } = await get(`${QUAY}/forum/t/tide-tables/77`, await forum(21, { path: '/forum' }));
  expect(posts[20]?.url).toBe(`${QUAY}/forum/t/tide-tables/77/21`);
});

test('of a topic that does not tell the ids of its posts page after page is fetched', async () => {
  for (const count of [45, 40]) {
    const { posts } = await get(`${QUAY}/t/tide-tables/77`, await forum(count, { mega: true }));
    expect(posts.map(({ id }) => Number(id))).toEqual(numbers(1, count));
  }
});

test('a forum that wants to be asked later is asked later', async () => {
  const { posts, said } = await get(`${QUAY}/t/77`, await forum(30, { fails: 2 }));
  expect(posts).toHaveLength(30);
  expect(said).toEqual(Array.from({ length: 2 }, () => '  quay.example answered 429; asking again in 1 s'));
});

describe('a topic that cannot be fetched is an error', () => {
  test.each([
    [404, 'there is no such thread, or not for everybody'],
    [403, 'to its members only'],
  ])('%i', async (status, message) => {
    const served = await serveHere((_, response) => void response.writeHead(status).end());
    await expect(get(`${QUAY}/t/77`, served)).rejects.toThrow(message);
  });

  test('what answers is no forum', async () => {
    const served = await serveHere((_, response) => json(response, { hello: 'world' }));
    await expect(get(`${QUAY}/t/77`, served)).rejects.toThrow('is no topic');
  });
});

test('posts that are gone before they are fetched are told of', async () => {
  const whole = await forum(20);
  const served = await serveHere((path, response) => {
    if (path.startsWith('/t/77.json')) json(response, topic(numbers(1, 20), numbers(1, 23)));
    else json(response, { post_stream: { posts: [] }, id: 77 });
  });
  expect((await get(`${QUAY}/t/77`, whole)).warnings).toEqual([]);
  expect((await get(`${QUAY}/t/77`, served)).warnings).toContainEqual(
    expect.objectContaining({ code: 'missing-posts', message: expect.stringContaining(': 3.') }),
  );
});

test.each([
  `${QUAY}/t/tide-tables/77`,
  `${QUAY}/t/tide-tables/77/3`,
  `${QUAY}/t/77/3`,
  `${QUAY}/t/-/77/`,
  `${QUAY}/n/tide-tables/77`,
  `${QUAY}/community/forum/t/2026-tides/77.json`,
])('%s is such an address', (address) => {
  expect(fetcherFor(new URL(address)).importer).toBe('discourse');
});

test.each([`${QUAY}/t/tide-tables`, `${QUAY}/t/`, `${QUAY}/c/tides/7`])('%s is none', (address) => {
  expect(() => fetcherFor(new URL(address))).toThrow('not of a form that is known');
});
