import { expect, test } from 'vitest';
import { attachmentViews, shownPictures } from '../../src/site/pictures.ts';
import { readPicture } from '../../src/site/thread-pictures.ts';
import { applyOverlay } from '../../src/thread/overlay.ts';
import { type Attachment, type Thread, threadSchema } from '../../src/thread/schema.ts';

const file = (letter: string) => `${letter.repeat(32)}.webp`;
const picture = (letter: string, width = 60, height = 40): Attachment => ({
  type: 'image',
  url: `https://quay.example/${letter}.jpg`,
  description: `Picture ${letter}`,
  saved: { file: file(letter), width, height },
});

const thread: Thread = {
  format: 1,
  id: 'quay',
  title: 'Quay',
  origin: { platform: 'mastodon', importer: 'mastodon' },
  people: { ines: { handle: '@ines' } },
  posts: (['a', 'b', 'c'] as const).map((letter) => ({
    id: letter,
    author: 'ines',
    parent: null,
    body: { plain: '' },
    attachments: [picture(letter), picture('a')],
  })),
};

test('a picture is as wide as a column of text at most, and no higher than a screen', () => {
  const sizes = [
    [60, 40],
    [1600, 1000],
    [800, 1600],
    [1600, 1],
  ].map(([width, height]) => attachmentViews([picture('a', width, height)], 'quay', '/notes')[0]?.picture);
  const src = `/notes/threads/quay/${file('a')}`;
  expect(sizes).toEqual([
    { src, width: 60, height: 40 },
    { src, width: 640, height: 400 },
    { src, width: 280, height: 560 },
    { src, width: 640, height: 1 },
  ]);
});

test('files are shown once each, and none of a post that is gone or that the overlay omits', () => {
  expect(shownPictures(thread)).toEqual([file('a'), file('b'), file('c')]);
  const deleted = thread.posts.map((post) =>
    post.id === 'b' ? { ...post, state: 'deleted' as const } : post,
  );
  const edited = applyOverlay({ ...thread, posts: deleted }, { omit: ['c'] });
  expect(shownPictures(edited.thread)).toEqual([file('a')]);
});

test('with words of its address, name or description that are redacted a picture goes too', () => {
  const edited = applyOverlay(thread, { posts: { b: { redact: ['Picture b'] }, c: { redact: ['c.jpg'] } } });
  expect(shownPictures(edited.thread)).toEqual([file('a')]);
  expect(threadSchema.safeParse(edited.thread).success).toBe(true);
  expect(JSON.stringify(edited.thread)).not.toContain(file('b'));
});

test('redacted words are not looked for in names of files, which nobody wrote', () => {
  const edited = applyOverlay(thread, { posts: { a: { redact: ['aaaa'] } } });
  expect(shownPictures(edited.thread)).toEqual([file('a'), file('b'), file('c')]);
});

test.each(['../../secret.webp', 'a.webp', `${'g'.repeat(32)}.webp`, `${'a'.repeat(32)}.svg`])(
  'no thread names %s as a saved picture',
  (name) => {
    const [post] = thread.posts;
    const attachments = [{ type: 'image', saved: { file: name, width: 1, height: 1 } }];
    expect(threadSchema.safeParse({ ...thread, posts: [{ ...post, attachments }] }).success).toBe(false);
  },
);

test('a picture whose file is not there is an error that says what to do', () => {
  expect(() => readPicture('/nowhere', 'quay', file('a'))).toThrow(
    'The thread “quay” shows a picture whose file is not there.',
  );
});
