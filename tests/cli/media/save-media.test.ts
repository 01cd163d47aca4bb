import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { openPictureFetch } from '../../../src/cli/media/fetch-picture.ts';
import { savedIn, withKeptMedia } from '../../../src/cli/media/kept-media.ts';
import { MOST_PICTURES, saveMedia } from '../../../src/cli/media/save-media.ts';
import { heldAt } from '../../../src/importers/assembly/held-media.ts';
import type { Warning } from '../../../src/importers/importer.ts';
import { type Attachment, type Thread, threadSchema } from '../../../src/thread/schema.ts';
import { type Served, serveHere, testClock } from '../fetching/servers.ts';
import { bomb, drawing, photo, SVG } from './pictures-made.ts';

const QUAY = 'https://quay.example';

/** A thread with a post for each list of attachments. */
function threadOf(...posts: readonly (readonly Attachment[])[]): Thread {
  return {
    format: 1,
    id: 'quay',
    title: 'Quay',
    origin: { platform: 'mastodon', importer: 'mastodon' },
    people: { ines: { handle: '@ines' }, bo: { handle: '@bo', wishes: ['no-archive'] } },
    posts: posts.map((attachments, n) => ({
      id: `p${n + 1}`,
      author: 'ines',
      parent: null,
      body: { plain: '' },
      attachments,
    })),
  };
}

const image = (url: string, other: Partial<Attachment> = {}): Attachment => ({
  type: 'image',
  url,
  ...other,
});

async function saved(
  thread: Thread,
  quay?: Served,
  files: ReadonlyMap<string, Blob> = new Map(),
): Promise<{ thread: Thread; pictures: ReadonlyMap<string, Uint8Array>; warnings: Warning[] }> {
  const warnings: Warning[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'quotidian-media-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const fetch = openPictureFetch(thread.id, {
    say: () => {},
    clock: testClock(),
    folder,
    instead: new Map(quay ? [[QUAY, quay.origin]] : []),
  });
  try {
    const media = await saveMedia(thread, {
      files,
      fetch,
      warn: (warning) => warnings.push(warning),
      progress: () => {},
    });
    return { ...media, warnings };
  } finally {
    await fetch.close();
  }
}

async function quayWith(
  answers: Readonly<Record<string, { readonly type: string; readonly content: string | Buffer } | number>>,
): Promise<Served> {
  return serveHere((path, response) => {
    const answer = answers[path] ?? 404;
    if (typeof answer === 'number') response.writeHead(answer).end();
    else response.writeHead(200, { 'content-type': answer.type }).end(answer.content);
  });
}

test('a picture is fetched from its address, without its metadata, and the attachment names it', async () => {
  const quay = await quayWith({ '/1.jpg': { type: 'image/jpeg', content: await photo() } });
  const { thread, pictures, warnings } = await saved(threadOf([image(`${QUAY}/1.jpg`)]), quay);
  const [attachment] = thread.posts[0]?.attachments ?? [];
  expect(attachment).toEqual({
    type: 'image',
    url: `${QUAY}/1.jpg`,
    saved: { file: expect.stringMatching(/^[0-9a-f]{32}\.webp$/), width: 200, height: 400 },
  });
  expect(threadSchema.safeParse(thread).error).toBeUndefined();
  const [content = new Uint8Array()] = pictures.values();
  expect((await sharp(content).metadata()).exif).toBeUndefined();
  expect(warnings).toEqual([]);
  expect(quay.asked[0]?.headers['user-agent']).toMatch(/^Quotidian\//);
  expect(quay.asked[0]?.headers.accept).toContain('image/');
});

test('a server is asked once for a picture that stands in several posts, and equal pictures are one file', async () => {
  const answer = { type: 'image/png', content: await drawing() };
  const quay = await quayWith({ '/1.png': answer, '/2.png': answer });
  const { thread, pictures } = await saved(
    threadOf([image(`${QUAY}/1.png`)], [image(`${QUAY}/1.png`), image(`${QUAY}/2.png`)]),
    quay,
  );
  expect(quay.asked.map(({ path }) => path)).toEqual(['/1.png', '/2.png']);
  expect(savedIn(thread)).toHaveLength(3);
  expect(pictures.size).toBe(1);
});

test('what cannot be had stays a link and is told with its post; the others are saved', async () => {
  const quay = await quayWith({
    '/gone.jpg': 404,
    '/page.jpg': { type: 'text/html', content: '<title>Sign in</title>' },
    '/film': { type: 'video/mp4', content: 'ftyp' },
    '/script.svg': { type: 'image/svg+xml', content: SVG },
    '/bomb.png': { type: 'image/png', content: bomb() },
    '/long.jpg': { type: 'image/jpeg', content: Buffer.alloc(21 * 1024 * 1024) },
    '/fine.png': { type: 'image/png', content: await drawing() },
  });
  const names = ['gone.jpg', 'page.jpg', 'film', 'script.svg', 'bomb.png', 'long.jpg', 'fine.png'];
  const before = threadOf(...names.map((name) => [image(`${QUAY}/${name}`)]));
  const { thread, pictures, warnings } = await saved(before, quay);
  expect(warnings.map(({ post, message }) => `${post} ${message}`)).toEqual([
    'p1 A picture of post p1 stays a link. quay.example answered 404.',
    'p2 A picture of post p2 stays a link. quay.example answers with text/html.',
    'p3 A picture of post p3 stays a link. quay.example answers with video/mp4.',
    'p4 A picture of post p4 stays a link. It is no picture of a kind that is saved (JPEG, PNG, WebP, GIF and AVIF).',
    'p5 A picture of post p5 stays a link. It has more than 100 million pixels.',
    `p6 A picture of post p6 stays a link. ${QUAY}/long.jpg answers with more than 20 MB, and is not asked.`,
  ]);
  expect(thread.posts.slice(0, 6)).toEqual(before.posts.slice(0, 6));
  expect(pictures.size).toBe(1);
});

test('a private network is not asked', async () => {
  const addresses = ['http://127.0.0.1:1/a.png', 'http://10.0.0.1/a.png', 'http://localhost:1/a.png'];
  const { warnings, pictures } = await saved(threadOf(addresses.map((url) => image(url))));
  expect(pictures.size).toBe(0);
  expect(warnings).toHaveLength(3);
  for (const { message } of warnings) expect(message).toContain('private network');
});

test('a host that fails is left alone afterwards', async () => {
  const quay = await quayWith({ '/1.png': 503, '/2.png': 503 });
  const { warnings } = await saved(threadOf([image(`${QUAY}/1.png`)], [image(`${QUAY}/2.png`)]), quay);
  expect(new Set(quay.asked.map(({ path }) => path))).toEqual(new Set(['/1.png']));
  expect(warnings.map(({ message }) => message)).toEqual([
    'A picture of post p1 stays a link. quay.example answered 503.',
    'A picture of post p2 stays a link. quay.example did not answer before, and is left alone.',
  ]);
});

test('a file of the export comes before an address, and a still before a film', async () => {
  const quay = await quayWith({ '/still.png': { type: 'image/png', content: await drawing() } });
  const files = new Map([['media/1.png', new Blob([new Uint8Array(await drawing('#000000', 30, 30))])]]);
  const { thread } = await saved(
    threadOf([
      heldAt(image(`${QUAY}/1.png`), { path: 'media/1.png' }),
      heldAt({ type: 'animation', url: `${QUAY}/film.mp4` }, { address: `${QUAY}/still.png` }),
    ]),
    quay,
    files,
  );
  expect(quay.asked.map(({ path }) => path)).toEqual(['/still.png']);
  expect(savedIn(thread)).toMatchObject([{ width: 30 }, { width: 60 }]);
  expect(thread.posts[0]?.attachments?.[1]?.url).toBe(`${QUAY}/film.mp4`);
});

test('nothing is fetched for posts that are gone, for what is no picture, nor for who asks not to be archived', async () => {
  const quay = await quayWith({});
  const url = `${QUAY}/1.png`;
  const thread = threadOf(
    [image(url)],
    [image(url)],
    [
      { type: 'video', url },
      { type: 'file', url },
    ],
  );
  const posts = thread.posts.map((post, n) =>
    n === 0 ? { ...post, state: 'deleted' as const } : n === 1 ? { ...post, author: 'bo' } : post,
  );
  const { warnings } = await saved({ ...thread, posts }, quay);
  expect(quay.asked).toEqual([]);
  expect(warnings).toEqual([
    { code: 'no-archive', message: 'Pictures of people who ask not to be archived: 1. They stay links.' },
  ]);
});

test('of one thread no more than two hundred pictures are saved', async () => {
  const content = new Blob([new Uint8Array(await drawing('#123456', 4, 4))]);
  const held = Array.from({ length: MOST_PICTURES + 3 }, (_, n) =>
    heldAt({ type: 'image', name: `${n}.png` }, { path: 'a.png' }),
  );
  const { thread, warnings } = await saved(threadOf(held), undefined, new Map([['a.png', content]]));
  expect(savedIn(thread)).toHaveLength(MOST_PICTURES);
  expect(warnings.map(({ message }) => message)).toEqual([
    'More than 200 pictures are not saved of one thread: the rest stay links.',
  ]);
});

test('a later export keeps pictures of the same attachments that are on disk, and believes no export of its own', () => {
  const file = (letter: string) => `${letter.repeat(32)}.webp`;
  const one = { file: file('a'), width: 2, height: 1 };
  const two = { file: file('b'), width: 2, height: 1 };
  const former = threadOf(
    [image(`${QUAY}/1.png`, { saved: one }), { type: 'image', name: 'x.png', saved: two }],
    [image(`${QUAY}/2.png`, { saved: two })],
  );
  const later = threadOf(
    [image(`${QUAY}/0.png`, { saved: two }), { type: 'image', name: 'x.png' }, image(`${QUAY}/1.png`)],
    [image(`${QUAY}/2.png`)],
  );
  expect(savedIn(withKeptMedia(later, former, () => true))).toEqual([two, one, two]);
  expect(savedIn(withKeptMedia(later, former, (name) => name === one.file))).toEqual([one]);
  expect(savedIn(withKeptMedia(later, null, () => true))).toEqual([]);
});
