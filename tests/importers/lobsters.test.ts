import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lobsters } from '../../src/importers/lobsters.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { exportFrom, exportIn, FIXTURES, importAll } from './exports.ts';

const story = (comments: unknown, extra: object = {}) => ({
  short_id: 's1',
  title: 'The clock',
  comments_url: 'https://shellfish.example/s/s1/clock',
  submitter_user: 'petra',
  comments,
  ...extra,
});
const comment = (short_id: string, extra: object = {}) => ({
  short_id,
  comment: `<p>${short_id}</p>`,
  commenting_user: 'bo',
  ...extra,
});
const importing = (value: unknown) => importAll(lobsters, exportFrom(JSON.stringify(value)));
const outline = async (comments: unknown) =>
  (await importing(story(comments))).threads[0]?.posts.map(
    ({ id, parent, inferred }) => `${id}<${parent ?? ''}${inferred ? ' inferred' : ''}`,
  );

test.each([
  ['a story', story([]), true],
  ['a list of stories, which have no comments', [story([])], false],
  ['a story of Hacker News', { id: 1, type: 'story', title: 'x', by: 'bo', kids: [] }, false],
])('claims or not: %s', async (_name, value, claimed) => {
  expect(await lobsters.detect(exportFrom(JSON.stringify(value)))).toBe(claimed);
});

test('comments that name their parent stand below it, whatever their order', async () => {
  const comments = [
    comment('b', { parent_comment: 'a', depth: 1 }),
    comment('a', { parent_comment: null, depth: 0 }),
  ];
  expect(await outline(comments)).toEqual(['s1<', 'c_b<c_a', 'c_a<s1']);
});

test('older exports tell the parent by depth, and a gap in it is inferred', async () => {
  const levels = [1, 2, 3, 2, 4, 1].map((indent_level, n) => comment(`${n}`, { indent_level }));
  expect(await outline(levels)).toEqual([
    's1<',
    'c_0<s1',
    'c_1<c_0',
    'c_2<c_1',
    'c_3<c_0',
    'c_4<c_3 inferred',
    'c_5<s1',
  ]);
});

test('what was removed or deleted has neither words nor the reason', async () => {
  const comments = [
    comment('a', { is_moderated: true, comment: 'secret' }),
    comment('b', { is_deleted: true, comment: 'secret' }),
    comment('c', { is_deleted: true, comment: '<em>Comment from banned user removed</em>' }),
  ];
  const { threads } = await importing(story(comments));
  expect(threads[0]?.posts.map(({ state }) => state)).toEqual([undefined, 'removed', 'deleted', 'removed']);
  expect(JSON.stringify(threads)).not.toContain('secret');
});

test('a story without comments says so', async () => {
  expect((await importing(story(undefined))).warnings).toMatchObject([
    { code: 'no-comments', file: 'input.json' },
  ]);
});

test.each([
  ['something else', { title: 'x' }, 'not-lobsters'],
  ['a title that is none', story([], { title: 7 }), 'unreadable-export'],
])('%s is an error with a hint', async (_name, value, code) => {
  await expect(importing(value)).rejects.toMatchObject({ code, hint: expect.stringMatching(/\.$/) });
});

test('quotes are traced to the post that they are from', async () => {
  const { threads } = await importAll(lobsters, await exportIn(join(FIXTURES, 'lobsters/story')));
  const [thread] = threads;
  if (!thread) throw new Error('There is no thread.');
  expect(quoteGraph(readThread(thread)).quotes).toMatchObject([
    { fidelity: 'verbatim', source: { post: 'k1ttiw' } },
  ]);
});

test('a hundred thousand comments, each below the other', async () => {
  const comments = Array.from({ length: 100_000 }, (_, n) => comment(`${n}`, { depth: n }));
  expect(await outline(comments)).toHaveLength(100_001);
});
