import { expect, test } from 'vitest';
import { readThread } from '../../src/quotes/reading.ts';
import { pagesOf } from '../../src/site/paging.ts';
import { excerptsOf } from '../../src/site/thread-excerpts.ts';
import type { Post, Thread } from '../../src/thread/schema.ts';
import { threadOf } from '../quotes/threads.ts';

const excerpts = (thread: Thread) => {
  const [page = []] = pagesOf(thread.posts, 1000);
  return excerptsOf(page, readThread(thread).byId);
};
const withPost = (thread: Thread, id: string, change: Partial<Post>): Thread => ({
  ...thread,
  posts: thread.posts.map((post) => (post.id === id ? { ...post, ...change } : post)),
});

const FERRY = threadOf({
  a: { by: 'ines', html: '<p>The ferry says otherwise.</p>' },
  b: { by: 'bo', to: 'a', html: '<p>Since January.</p>' },
  c: { by: 'petra', to: 'b', html: '<p>Nobody owned the export.</p>' },
});

test('posts are told in reply order, each with its author and what it answers', () => {
  expect(excerpts(FERRY)).toMatchObject([
    { id: 'a', parent: null, text: 'The ferry says otherwise.', author: { name: 'Ines Kovar' } },
    { id: 'b', parent: 'a', published: '2026-03-03T08:01:00Z' },
    { id: 'c', parent: 'b' },
  ]);
});

test.each<[string, Partial<Post>]>([
  ['was removed', { state: 'removed' }],
  ['stands behind a content warning', { warning: 'export' }],
  ['is marked sensitive', { sensitive: true }],
  ['says nothing of its own', { body: { html: '<blockquote>The ferry says otherwise.</blockquote>' } }],
])('of a post that %s nothing is told, and its answers answer what it did', (_, change) => {
  const told = excerpts(withPost(FERRY, 'b', change));
  expect(told).toMatchObject([{ id: 'a' }, { id: 'c', parent: 'a' }]);
  expect(JSON.stringify(told)).not.toContain('January');
});

test('of somebody who asked to be left out nothing is told', () => {
  const { bo } = FERRY.people;
  const people = { ...FERRY.people, bo: { handle: '@bo', ...bo, wishes: ['noindex'] as const } };
  expect(excerpts({ ...FERRY, people }).map(({ id }) => id)).toEqual(['a', 'c']);
});

test('what was only inferred is not told as a fact', () => {
  const [, told] = excerpts(withPost(FERRY, 'b', { inferred: ['author', 'published'] }));
  expect(told).toEqual({ id: 'b', parent: 'a', text: 'Since January.' });
});

test('of a long thread the first posts are told, and of a long post how it begins', () => {
  const long = 'word '.repeat(200);
  const posts = Array.from({ length: 400 }, (_, n) => [`p${n}`, n] as const).map(
    ([id, n]) => [id, { by: 'ines', html: `<p>${long}</p>`, ...(n > 0 ? { to: `p${n - 1}` } : {}) }] as const,
  );
  const dated = Object.fromEntries(posts.map(([id, post]) => [id, { ...post, at: '2026-03-03T08:00:00Z' }]));
  const told = excerpts(threadOf(dated));
  expect(told).toHaveLength(21);
  for (const { text } of told) expect(text).toMatch(/^word [^.]{200,320} …$/);
});
