import { expect, test } from 'vitest';
import { fetcherFor } from '../../src/fetchers/index.ts';
import { json, type Served, serveHere } from '../cli/fetching/servers.ts';
import { fetched } from './fetched.ts';

const HOME = 'https://lobste.rs';
const comment = (id: string, parent: string | null, depth: number) => ({
  short_id: id,
  short_id_url: `${HOME}/c/${id}`,
  created_at: '2026-03-03T08:12:00.000-06:00',
  last_edited_at: '2026-03-03T08:12:00.000-06:00',
  is_deleted: false,
  is_moderated: false,
  score: 3,
  flags: 0,
  parent_comment: parent,
  comment: `<p>Said in ${id}.</p>\n`,
  comment_plain: `Said in ${id}.`,
  url: `${HOME}/c/${id}`,
  depth,
  commenting_user: 'bo',
});
const STORY = {
  short_id: 'k1ttiw',
  short_id_url: `${HOME}/s/k1ttiw`,
  created_at: '2026-03-03T07:00:00.000-06:00',
  title: 'A clock that winds itself',
  url: 'https://clock.example/winding',
  score: 21,
  flags: 0,
  comment_count: 3,
  description: '',
  description_plain: '',
  comments_url: `${HOME}/s/k1ttiw/clock_winds_itself`,
  submitter_user: 'petra',
  user_is_author: false,
  tags: ['hardware'],
  comments: [comment('aaa111', null, 0), comment('bbb222', 'aaa111', 1), comment('ccc333', null, 0)],
};

const lobsters = () =>
  serveHere((path, response, nth) => {
    if (path === '/c/bbb222')
      response.writeHead(302, { location: `${HOME}/s/k1ttiw/clock_winds_itself#c_bbb222` }).end();
    else if (path === '/c/gone99') response.writeHead(400).end('can’t find comment');
    else if (path === '/s/k1ttiw/clock_winds_itself') response.end('<!doctype html><p>The page</p>');
    else if (path === '/s/k1ttiw.json' && nth === 1) response.writeHead(500).end();
    else if (path === '/s/k1ttiw.json') json(response, STORY);
    else response.writeHead(404).end();
  });
const paths = ({ asked }: Served) => asked.map(({ path }) => path);
const outline = async (path: string, served: Served) =>
  (await fetched(`${HOME}${path}`, { [HOME]: served })).threads.map(({ title, posts }) => [
    title,
    ...posts.map(({ id, parent }) => `${id}<${parent ?? ''}`),
  ]);
const WHOLE = [
  ['A clock that winds itself', 'k1ttiw<', 'c_aaa111<k1ttiw', 'c_bbb222<c_aaa111', 'c_ccc333<k1ttiw'],
];

test('a story comes with all its comments, also where the server fails once', async () => {
  const served = await lobsters();
  expect(await outline('/s/k1ttiw/clock_winds_itself', served)).toEqual(WHOLE);
  expect(paths(served)).toEqual(['/s/k1ttiw.json', '/s/k1ttiw.json']);
});

test('the address of a comment leads to its story', async () => {
  const served = await lobsters();
  expect(await outline('/c/bbb222', served)).toEqual(WHOLE);
  expect(paths(served).slice(0, 2)).toEqual(['/c/bbb222', '/s/k1ttiw/clock_winds_itself']);
});

test.each([
  ['/s/gone99', 'lobste.rs answered 404: there is no such thread, or not for everybody.'],
  ['/c/gone99', 'lobste.rs answered 400'],
])('%s, which is missing, is an error that says so', async (path, message) => {
  await expect(outline(path, await lobsters())).rejects.toThrow(message);
});

test.each(['/s/k1ttiw', '/s/k1ttiw/', '/s/k1ttiw.json', '/s/k1ttiw/clock#c_bbb222', '/comments/bbb222'])(
  '%s is such an address',
  (path) => {
    expect(fetcherFor(new URL(path, HOME)).importer).toBe('lobsters');
  },
);

test.each([`${HOME}/`, `${HOME}/t/hardware`, 'https://shellfish.example/s/k1ttiw'])(
  '%s is not',
  (address) => {
    expect(() => fetcherFor(new URL(address))).toThrow('not of a form that is known');
  },
);
