import { expect, test } from 'vitest';
import { fetcherFor } from '../../src/fetchers/index.ts';
import { json, type Served, serveHere } from '../cli/fetching/servers.ts';
import { fetched } from './fetched.ts';

const HOME = 'https://harbour.example';
const PUBLISHED = '2026-03-03T08:12:00.000000Z';
const person = { id: 11, name: 'petra', actor_id: `${HOME}/u/petra`, bot_account: false };
const community = { id: 4, name: 'ferries', actor_id: `${HOME}/c/ferries`, visibility: 'Public' };
const post = {
  id: 55,
  name: 'The clock',
  creator_id: 11,
  removed: false,
  deleted: false,
  published: PUBLISHED,
  ap_id: `${HOME}/post/55`,
};
const postAnswer = (comments: number) => ({
  post_view: { post, creator: person, community, counts: { post_id: 55, comments, score: 1 } },
});
const comment = (id: number) => ({
  comment: {
    id,
    post_id: 55,
    creator_id: 11,
    content: `Said in ${id}.`,
    removed: false,
    deleted: false,
    published: PUBLISHED,
    ap_id: `${HOME}/comment/${id}`,
    path: id % 50 === 1 ? `0.${id}` : `0.${id - (id % 50 || 50) + 1}.${id}`,
  },
  creator: person,
  post,
  community,
});
const COMMENTS = Array.from({ length: 120 }, (_, n) => comment(n + 1));

/** Speaks `/api/v3` as Lemmy 0.19 does; `fault` answers first where it can. */
function lemmy(
  fault: (path: string, response: Parameters<typeof json>[0], nth: number) => boolean = () => false,
) {
  return serveHere((path, response, nth) => {
    const { pathname, searchParams: query } = new URL(path, HOME);
    if (fault(path, response, nth)) return;
    if (pathname === '/api/v3/post' && query.get('id') === '55') json(response, postAnswer(120));
    else if (pathname === '/api/v3/comment' && query.get('id') === '77')
      json(response, { comment_view: comment(77), recipient_ids: [] });
    else if (pathname === '/api/v3/comment/list' && query.get('type_') === 'All') {
      const start = (Number(query.get('page')) - 1) * Number(query.get('limit'));
      json(response, { comments: COMMENTS.slice(start, start + Number(query.get('limit'))) });
    } else response.writeHead(404).end('{"error":"couldnt_find_post"}');
  });
}
const fetching = (path: string, served: Served) => fetched(`${HOME}${path}`, { [HOME]: served });
const ids = async (path: string, served: Served) =>
  (await fetching(path, served)).threads.flatMap(({ posts }) => posts.map(({ id }) => id));

test('a post comes with its comments on all pages', async () => {
  const served = await lemmy();
  const { threads, warnings } = await fetching('/post/55', served);
  expect(threads.map(({ title, posts }) => [title, posts.length])).toEqual([['The clock', 121]]);
  expect(warnings).toEqual([]);
  expect(served.asked.map(({ path }) => path)).toEqual([
    '/api/v3/post?id=55',
    ...[1, 2, 3, 4].map((page) => `/api/v3/comment/list?post_id=55&type_=All&sort=Old&limit=50&page=${page}`),
  ]);
});

test('the address of a comment leads to its post', async () => {
  expect(await ids('/comment/77', await lemmy())).toHaveLength(121);
});

test('a page that fails once, and one that is asked for too often, are asked for again', async () => {
  const served = await lemmy((path, response, nth) => {
    if (nth > 1 || !/page=[23]$/.test(path)) return false;
    response.writeHead(path.endsWith('2') ? 500 : 429, { 'retry-after': '3' }).end();
    return true;
  });
  expect(await ids('/post/55', served)).toHaveLength(121);
});

test('a server that gives the same page for ever is asked for two', async () => {
  const served = await lemmy((path, response) => {
    if (!path.includes('/list')) return false;
    json(response, { comments: COMMENTS.slice(0, 50) });
    return true;
  });
  const { threads, warnings } = await fetching('/post/55', served);
  expect(threads[0]?.posts).toHaveLength(51);
  expect(warnings).toEqual([
    { code: 'missing-comments', message: 'The server counts 120 comments and gives 50.' },
  ]);
  expect(served.asked).toHaveLength(3);
});

test('a server of version 1.0, which has the newer API alone, is asked by cursor', async () => {
  const newer = (id: number) => {
    const { comment: one } = comment(id);
    return { ...comment(id), comment: { ...one, published_at: PUBLISHED, score: 1 } };
  };
  const served = await serveHere((path, response) => {
    const { pathname, searchParams: query } = new URL(path, HOME);
    if (pathname === '/api/v4/post') json(response, { post_view: { post, creator: person, community } });
    else if (pathname !== '/api/v4/comment/list') response.writeHead(404).end();
    else if (query.get('page_cursor') === 'C+2') json(response, { items: [newer(3)], next_page: null });
    else json(response, { items: [newer(1), newer(2)], next_page: 'C+2' });
  });
  expect(await ids('/post/55', served)).toHaveLength(4);
});

test('a cursor that leads back is an error that says so', async () => {
  const served = await serveHere((path, response) => {
    const { pathname, searchParams: query } = new URL(path, HOME);
    if (pathname === '/api/v4/post') json(response, { post_view: { post, creator: person, community } });
    else if (pathname !== '/api/v4/comment/list') response.writeHead(404).end();
    else
      json(response, {
        items: [comment(query.has('page_cursor') ? served.asked.length : 1)],
        next_page: 'C2',
      });
  });
  await expect(fetching('/post/55', served)).rejects.toThrow('goes round in a circle');
});

test('a post without comments is a thread of one', async () => {
  const served = await serveHere((path, response) =>
    json(response, path.includes('/list') ? { comments: [] } : postAnswer(0)),
  );
  expect(await ids('/post/55', served)).toHaveLength(1);
});

test.each(['/post/1', '/comment/1'])('%s, which is missing, is an error that says so', async (path) => {
  await expect(fetching(path, await lemmy())).rejects.toThrow(
    'harbour.example answered 404: there is no such thread, or not for everybody.',
  );
});

test.each(['/post/55', '/post/55/', '/comment/77', '/post/55/77#comment-77'])(
  '%s is such an address',
  (path) => {
    expect(fetcherFor(new URL(path, HOME)).importer).toBe('lemmy');
  },
);
