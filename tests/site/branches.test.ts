import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Branch, branches, DRAWN_DEPTH } from '../../src/site/branches.ts';
import type { PostView } from '../../src/site/views.ts';

const post = (id: string, depth: number): PostView => ({
  id,
  depth,
  author: null,
  inferred: [],
  parent: null,
  replies: 0,
  html: '',
  attachments: [],
  cards: [],
  reactions: [],
  quotedBy: [],
});
const posts = (depths: readonly number[]) => depths.map((depth, index) => post(`p${index}`, depth));
const outline = (tree: readonly Branch[]): unknown[] =>
  tree.map(({ post: { id }, replies }) => (replies.length > 0 ? [id, ...outline(replies)] : id));
const flattened = (tree: readonly Branch[]): readonly string[] =>
  tree.flatMap(({ post: { id }, replies }) => [id, ...flattened(replies)]);
const depthOf = (tree: readonly Branch[]): number =>
  tree.length === 0 ? 0 : 1 + Math.max(...tree.map(({ replies }) => depthOf(replies)));

test('posts in reply order become the tree they tell of', () => {
  expect(outline(branches(posts([0, 1, 2, 1, 0])))).toEqual([['p0', ['p1', 'p2'], 'p3'], 'p4']);
});

test('replies below the deepest step stand one after the other at it', () => {
  const tree = branches(posts([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
  expect(depthOf(tree)).toBe(DRAWN_DEPTH + 1);
  expect(flattened(tree).slice(-4)).toEqual(['p6', 'p7', 'p8', 'p9']);
});

test('a page that begins in the middle of a branch begins at the margin', () => {
  expect(outline(branches(posts([3, 4, 3])))).toEqual([['p0', 'p1'], 'p2']);
});

test('no post is lost and the order stays, whatever the depths', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (depths) => {
      const tree = branches(posts(depths));
      expect(flattened(tree)).toEqual(posts(depths).map(({ id }) => id));
      expect(depthOf(tree)).toBeLessThanOrEqual(DRAWN_DEPTH + 1);
    }),
  );
});
