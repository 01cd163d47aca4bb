import { expect, test } from 'vitest';
import { threadListAddress } from '../../src/site/addresses.ts';
import { threadListPages } from '../../src/site/thread-lists.ts';
import type { ThreadView } from '../../src/site/views.ts';

const threads = (count: number) =>
  Array.from({ length: count }, (_, n): ThreadView => ({
    id: `t${n}`,
    title: '',
    href: '',
    platform: '',
    posts: 1,
    people: 1,
    unnamed: 0,
    words: 1,
    to: new Date(Date.UTC(2026, 0, 1 + n)).toISOString(),
    quotes: {},
    pages: 1,
    digests: [],
  }));

test('every thread stands on one page of the list, the newest first', () => {
  const pages = threadListPages(threads(401));
  expect(pages.map(({ threads: { length }, number }) => [number, length])).toEqual([
    [1, 200],
    [2, 200],
    [3, 1],
  ]);
  expect(pages[0]?.threads[0]?.id).toBe('t400');
  expect(new Set(pages.flatMap((page) => page.threads.map(({ id }) => id))).size).toBe(401);
});

test('a list without threads is a page all the same', () => {
  expect(threadListPages([])).toEqual([{ threads: [], total: 0, number: 1, pages: 1 }]);
});

test('the pages of the list have addresses that no thread can have', () => {
  expect(threadListAddress('/notes', 1)).toBe('/notes/threads/');
  expect(threadListAddress('/notes', 2)).toBe('/notes/thread-list/2/');
});
