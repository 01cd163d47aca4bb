import { expect, test } from 'vitest';
import { pagesOf } from '../../src/site/paging.ts';
import type { Post } from '../../src/thread/schema.ts';

const post = (id: string, parent: string | null = null): Post => ({
  id,
  parent,
  author: null,
  body: { plain: '' },
});
const idsOf = (posts: readonly Post[], size: number) =>
  pagesOf(posts, size).map((page) => page.map(({ post: { id } }) => id).join(' '));

test('a short thread is one page', () => {
  expect(idsOf([post('a'), post('b', 'a')], 5)).toEqual(['a b']);
  expect(idsOf([], 5)).toEqual(['']);
});

test('a branch that fits is never cut', () => {
  const thread = [
    post('a'),
    post('b', 'a'),
    post('c', 'b'),
    post('d', 'a'),
    post('e', 'd'),
    post('f', 'e'),
    post('g', 'a'),
  ];
  expect(idsOf(thread, 4)).toEqual(['a b c', 'd e f g']);
});

test('a chain of a hundred thousand replies is cut and every post stands once', () => {
  const chain = Array.from({ length: 100_000 }, (_, n) => post(`p${n}`, n > 0 ? `p${n - 1}` : null));
  const pages = pagesOf(chain, 200);
  expect(pages.length).toBe(500);
  expect(pages.flat().map(({ post: { id } }) => id)).toEqual(chain.map(({ id }) => id));
});
