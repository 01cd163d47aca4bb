import { expect, test } from 'vitest';
import { refuseWithheld } from '../../src/site/refuse-withheld.ts';
import { applyOverlay, overlaySchema } from '../../src/thread/overlay.ts';
import { threadSchema } from '../../src/thread/schema.ts';

const thread = threadSchema.parse({
  format: 1,
  id: 'ferry',
  title: 'The ferry',
  origin: { platform: 'copy', importer: 'paste' },
  people: {},
  posts: [{ id: 'a', author: null, parent: null, body: { html: '<p>ask Zo&euml; Quay</p>' } }],
});
const edited = (redact: string[], note?: string) =>
  refuseWithheld(applyOverlay(thread, overlaySchema.parse({ posts: { a: { redact, note } } })), 'ferry.yaml');

test('words that the page would show although they are to be redacted stop everything', () => {
  expect(() => edited(['Zoë Quay'])).toThrowError(
    expect.objectContaining({ code: 'not-redacted', place: { file: 'ferry.yaml', post: 'a' } }),
  );
});

test('what is gone lets the thread pass', () => {
  expect(edited(['Quay']).thread.posts[0]?.body).toEqual({ html: '<p>ask Zo&euml; [redacted]</p>' });
});

test('neither may the editor’s note hold them', () => {
  expect(() => edited(['Quay'], 'Ms *Quay* has moved.')).toThrowError(/The note on post a/);
});
