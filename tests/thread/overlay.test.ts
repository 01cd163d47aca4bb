import { expect, test } from 'vitest';
import { applyOverlay, overlaySchema } from '../../src/thread/overlay.ts';
import { type Thread, threadSchema } from '../../src/thread/schema.ts';

const thread: Thread = threadSchema.parse({
  format: 1,
  id: 'ferry',
  title: 'The ferry',
  origin: { platform: 'copy', importer: 'paste' },
  people: { p1: { handle: '@ines' } },
  posts: [
    { id: 'a', author: null, parent: null, body: { plain: 'It sails from pier 4.' } },
    {
      id: 'b',
      author: 'p1',
      parent: 'a',
      inferred: ['author', 'parent'],
      body: { html: '<p>Pier 4 &amp; 5, call 555-0100.</p>' },
    },
    { id: 'c', author: null, parent: 'b', body: { plain: '> call 555-0100\nI did.' } },
  ],
});
const apply = (overlay: unknown) => applyOverlay(thread, overlaySchema.parse(overlay));

test('a post is left out with all that answers it', () => {
  expect(apply({ omit: ['b'] }).thread.posts.map(({ id }) => id)).toEqual(['a']);
});

test('replies that are kept lose the parent that is left out', () => {
  const { posts } = apply({ omit: ['b'], keepReplies: true }).thread;
  expect(posts).toMatchObject([{ id: 'a' }, { id: 'c', parent: null }]);
});

test('what the editor states is no longer inferred', () => {
  const [, post] = apply({ posts: { b: { author: 'Bo Lindqvist' } } }).thread.posts;
  expect(post?.inferred).toEqual(['parent']);
  expect(apply({ posts: { b: { author: '@ines' } } }).thread.posts[1]?.author).toBe('p1');
});

test('a name that nobody has makes a person', () => {
  const { people, posts } = apply({ posts: { a: { author: 'Bo Lindqvist' } } }).thread;
  expect(people[posts[0]?.author ?? '']).toEqual({ handle: 'Bo Lindqvist', name: 'Bo Lindqvist' });
});

test('redacted words are gone from every post, in other people’s quotes too', () => {
  const edited = apply({ posts: { b: { redact: ['555-0100', '4 & 5'] } } });
  expect(JSON.stringify(edited.thread)).not.toMatch(/555-0100|4 &amp; 5/);
  expect(edited.thread.posts[2]?.body).toEqual({ plain: '> call [redacted]\nI did.' });
});

test('who wrote nothing but what was left out is nobody’s name any more', () => {
  expect(apply({ omit: ['b'] }).thread.people).toEqual({});
  expect(apply({ omit: ['c'] }).thread.people).toEqual(thread.people);
});

test('what the overlay names and the thread does not hold is told', () => {
  expect(apply({ omit: ['x'], posts: { a: { redact: ['pier 9'] } } }).unknown).toEqual(['x', 'pier 9']);
});

test('title, warning and note are taken over', () => {
  const edited = apply({
    title: 'Ferries',
    posts: { a: { warning: 'boats', note: 'Pier 4 closed in May.' } },
  });
  expect(edited.thread).toMatchObject({ title: 'Ferries', posts: [{ warning: 'boats' }, {}, {}] });
  expect(edited.notes.get('a')).toBe('Pier 4 closed in May.');
});
