import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { context, status } from './exports-made.ts';
import { bomb, drawing, photo, SVG } from './media/pictures-made.ts';
import { project } from './run.ts';

const THREAD = 'content/threads/quay.json';
const FOLDER = 'content/threads/quay';

/** What Telegram Desktop exports of a public group: a message for each photo. */
function telegram(...photos: readonly string[]): string {
  const messages = photos.map((path, n) => ({
    id: n + 1,
    type: 'message',
    date: '2026-03-03T09:12:00',
    date_unixtime: `${1_772_525_520 + n}`,
    from: 'Ines Kovar',
    from_id: 'user7001',
    photo: path,
    text: `Picture ${n + 1}`,
    text_entities: [{ type: 'plain', text: `Picture ${n + 1}` }],
  }));
  return JSON.stringify({ name: 'Quay', type: 'public_supergroup', id: 77, messages });
}

async function withPictures() {
  return project({
    'export/result.json': telegram('photos/1.jpg', 'photos/2.png', 'photos/1.jpg'),
    'export/photos/1.jpg': await photo(),
    'export/photos/2.png': await drawing(),
  });
}

const IMPORT = ['import', 'export', '--id', 'quay'];

test('pictures of an export are saved beside its thread, each once, without metadata', async () => {
  const { run, read, files, folder } = await withPictures();
  const { code, out } = run([...IMPORT, '--media']);
  expect({ code, says: out.includes('pictures: 3 saved') }).toEqual({ code: 0, says: true });
  const names = readdirSync(join(folder, FOLDER)).toSorted();
  expect(names).toHaveLength(2);
  const saved = JSON.parse(read(THREAD)).posts.map(
    ({ attachments: [{ saved: one }] }: { attachments: [{ saved: { file: string } }] }) => one.file,
  );
  expect(saved[0]).toBe(saved[2]);
  expect(new Set(saved)).toEqual(new Set(names));
  for (const name of names) expect((await sharp(join(folder, FOLDER, name)).metadata()).exif).toBeUndefined();
  const written = Object.entries(files()).filter(([path]) => path.startsWith('content'));
  expect(written.filter(([, content]) => content.includes('NOT-FOR-PUBLICATION'))).toEqual([]);
});

test('a ZIP archive that holds pictures is read the same', async () => {
  const made = await withPictures();
  made.run([...IMPORT, '--media']);
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [path, content] of Object.entries(bytesOf(made.files())))
    if (path.startsWith('export/')) await writer.add(path, new Uint8ArrayReader(content));
  const zipped = project({ 'export.zip': await writer.close() });
  zipped.run(['import', 'export.zip', '--id', 'quay', '--media']);
  expect(zipped.read(THREAD)).toBe(made.read(THREAD));
});

test('without --media nothing is saved, and with --dry-run nothing is written', async () => {
  const { run, files, folder, read } = await withPictures();
  const before = files();
  expect(run([...IMPORT, '--media', '--dry-run']).out).toContain('pictures: 3 would be asked for');
  expect(files()).toEqual(before);
  expect(run(IMPORT).code).toBe(0);
  expect(existsSync(join(folder, FOLDER))).toBe(false);
  expect(read(THREAD)).not.toContain('saved');
});

test('importing again changes nothing, fetches nothing and keeps what was saved, with --media or without', async () => {
  const { run, files } = await withPictures();
  run([...IMPORT, '--media']);
  const before = files();
  expect(run([...IMPORT, '--media']).out).toMatch(/pictures: 3 from before\n\s+unchanged/);
  expect(run(IMPORT).out).toContain('unchanged');
  expect(run([...IMPORT, '--force']).out).toContain('pictures: 3 from before');
  expect(files()).toEqual(before);
});

test('a picture saved later is no edit of its post', async () => {
  const { run } = await withPictures();
  run(IMPORT);
  const { out } = run([...IMPORT, '--media']);
  expect(out).toContain('brought up to date: other pictures saved');
  expect(out).not.toContain('edited');
});

test('files that no attachment names any more are removed, and no others', async () => {
  const { run, write, folder } = await withPictures();
  run([...IMPORT, '--media']);
  write(`${FOLDER}/notes.txt`, 'by the editor');
  write('export/result.json', telegram('photos/1.jpg'));
  expect(run(IMPORT).out).toContain('pictures: 1 from before');
  const left = readdirSync(join(folder, FOLDER));
  expect(left).toHaveLength(2);
  expect(left).toContain('notes.txt');
});

test('a picture whose file was lost is saved anew, and is a link until then', async () => {
  const { run, read, files, folder } = await withPictures();
  run([...IMPORT, '--media']);
  const before = files();
  rmSync(join(folder, FOLDER), { recursive: true });
  run(IMPORT);
  expect(read(THREAD)).not.toContain('saved');
  run([...IMPORT, '--media']);
  expect(files()).toEqual(before);
});

test('where an import fails no picture is left behind', async () => {
  const { run, files } = await withPictures();
  run([...IMPORT, '--media', '--title', 'Of another place']);
  const other = project({
    ...bytesOf(files()),
    'mastodon.json': context(status('11', null, '<p>Ferry.</p>')),
  });
  const before = other.files();
  const { code, error } = other.run(['import', 'mastodon.json', '--id', 'quay', '--media']);
  expect({ code, told: error.includes('holds another thread') }).toEqual({ code: 2, told: true });
  expect(other.files()).toEqual(before);
});

test('a picture that cannot be saved stays a link and is told; addresses in a private network are not asked', () => {
  const attached = (url: string) => ({
    media_attachments: [{ type: 'image', url, description: 'The quay' }],
  });
  const { run, read, folder } = project({
    'thread.json': context(
      status('11', null, '<p>One.</p>', attached('http://127.0.0.1:9/1.png')),
      status('12', '11', '<p>Two.</p>', attached('http://[::1]:9/2.png')),
    ),
  });
  const { code, out } = run(['import', 'thread.json', '--id', 'quay', '--media']);
  expect(code).toBe(0);
  expect(out).toContain(
    'A picture of post 11 stays a link. http://127.0.0.1:9/1.png leads into a private network',
  );
  expect(out).toContain('pictures: 2 not saved');
  expect(read(THREAD)).toContain('http://127.0.0.1:9/1.png');
  expect(existsSync(join(folder, FOLDER))).toBe(false);
});

test('bombs, SVG and damaged files in an export are refused one by one', async () => {
  const { run, folder } = project({
    'export/result.json': telegram('a.png', 'b.svg', 'c.jpg', '../secret.png', 'fine.png'),
    'export/a.png': bomb(),
    'export/b.svg': SVG,
    'export/c.jpg': (await photo()).subarray(0, 300),
    'export/fine.png': await drawing(),
    'secret.png': await drawing('#ff0000'),
  });
  const { code, out } = run([...IMPORT, '--media']);
  expect(code).toBe(0);
  expect(out).toContain('A picture of post 1 stays a link. It has more than 100 million pixels.');
  expect(out).toContain('A picture of post 2 stays a link. It is no picture of a kind that is saved');
  expect(out).toContain('A picture of post 3 stays a link. It is damaged, and cannot be unpacked.');
  expect(out).toContain('pictures: 1 saved, 4 not saved');
  expect(readdirSync(join(folder, FOLDER))).toHaveLength(1);
});

function bytesOf(files: Readonly<Record<string, string>>): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [path, Buffer.from(content, 'latin1')]),
  );
}
