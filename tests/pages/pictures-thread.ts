import type { Attachment, Thread } from '../../src/thread/schema.ts';

export const PICTURES_THREAD = 'pictures';

/** Brown, 60 by 40. */
const BROWN =
  'UklGRkgAAABXRUJQVlA4IDwAAACQAwCdASo8ACgAPm02mEkkIyKhIqgAgA2JZwB2AAAv/zT4QkWAAP7tTd//ra9t4ZQf+RSLF8AYYzxwAAA=';
/** Red, 80 by 80. */
const RED =
  'UklGRlQAAABXRUJQVlA4IEgAAABQBACdASpQAFAAPm02mUmkIyKhIUgAgA2JaQB2AAAWmrWc5BtWrVq1atIAAP7vdtf/dAAp+z///PTP62/j/yHrgwd4AAAAAAA=';
/** Green, 30 by 40. */
const GREEN =
  'UklGRkYAAABXRUJQVlA4IDoAAABwAwCdASoeACgAPm02l0ikIyIhJWgAgA2JZwB2APwAAF8XVTAA/tDK//+LORiOzzf//MEr8g3XIAAA';

/** What each picture is for → its file. */
export const FILES = {
  described: `${'1'.repeat(32)}.webp`,
  silent: `${'2'.repeat(32)}.webp`,
  sensitive: `${'3'.repeat(32)}.webp`,
  omitted: `${'4'.repeat(32)}.webp`,
  redacted: `${'5'.repeat(32)}.webp`,
} as const;

const image = (file: keyof typeof FILES, more: Omit<Attachment, 'type'>): Attachment => ({
  type: 'image',
  ...more,
  saved: { file: FILES[file], width: file === 'sensitive' ? 30 : 60, height: 40 },
});
const post = (id: string, attachments: readonly Attachment[], more: object = {}) => ({
  id,
  author: 'ines',
  parent: id === 'p1' ? null : 'p1',
  published: `2026-03-01T08:0${id.slice(1)}:00Z`,
  body: { html: `<p>Picture ${id}.</p>` },
  attachments,
  ...more,
});

/** A thread of which pictures were saved: shown, covered, behind a warning, omitted, redacted; one was not saved. */
export const PICTURES: Thread = {
  format: 1,
  id: PICTURES_THREAD,
  title: 'Pictures of the quay',
  origin: { platform: 'mastodon', importer: 'mastodon' },
  people: { ines: { handle: '@ines@quay.example', name: 'Ines Kovar' } },
  posts: [
    post('p1', [
      image('described', {
        url: 'https://pictures.example/media/1.jpg',
        description: 'The quay, "brown" & empty <b>',
      }),
      image('silent', { name: 'quay.png' }),
      { type: 'image', url: 'https://pictures.example/media/remote.jpg', description: 'Only a link' },
    ]),
    post('p2', [image('sensitive', { description: 'A crab' })], { sensitive: true }),
    post('p3', [image('described', { description: 'The quay again' })], { warning: 'water' }),
    post('p4', [image('omitted', { description: 'OMITTED' })]),
    post('p5', [image('redacted', { description: 'The house of NOT-FOR-PUBLICATION' })]),
  ],
};

/** What the editor decided about it. */
export const PICTURES_OVERLAY = 'omit: [p4]\nposts:\n  p5:\n    redact: [NOT-FOR-PUBLICATION]\n';

/** Path in the project → the picture’s bytes. */
export const PICTURE_FILES: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  Object.entries(FILES).map(([what, file]) => {
    const content = what === 'sensitive' ? GREEN : what === 'described' ? BROWN : RED;
    return [`content/threads/${PICTURES_THREAD}/${file}`, Buffer.from(content, 'base64')];
  }),
);
