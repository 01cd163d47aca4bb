import { expect, test } from 'vitest';
import { pagesOf } from '../../src/site/paging.ts';
import { idsInTime, postPositions } from '../../src/site/post-positions.ts';
import type { Post, Thread } from '../../src/thread/schema.ts';

const post = (id: string, parent: string | null, hour: number, more: Partial<Post> = {}): Post => ({
  id,
  author: null,
  parent,
  published: `2026-03-03T${String(hour).padStart(2, '0')}:00:00Z`,
  body: { plain: id },
  ...more,
});
const threadOf = (posts: readonly Post[]) => ({ posts }) as Thread;

const POSTS = [
  post('first', null, 8),
  post('reply', 'first', 11),
  post('gone', null, 9, { state: 'missing' }),
  post('orphan', 'gone', 10),
];

test('a post’s place is counted in the order of the pages, without those that the export does not hold', () => {
  expect([...postPositions(pagesOf(POSTS, 10))]).toEqual([
    ['first', 1],
    ['reply', 2],
    ['orphan', 3],
  ]);
});

test('the posts of each page are put into the order of time', () => {
  expect(idsInTime(threadOf(POSTS), pagesOf(POSTS, 10))).toEqual([['first', 'gone', 'orphan', 'reply']]);
});

test('a page whose posts stand in the order of time needs no other', () => {
  expect(idsInTime(threadOf(POSTS), pagesOf(POSTS, 2))).toEqual([[], []]);
});
