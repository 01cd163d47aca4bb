import { randomFillSync } from 'node:crypto';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { context, FERRY, status } from './exports-made.ts';
import { project } from './run.ts';

const encoded = (text: string, encoding: BufferEncoding, mark: readonly number[] = []) =>
  Buffer.concat([Buffer.from(mark), Buffer.from(text, encoding)]);
/** Neither text nor any known format, and the same on every run. */
const NOISE = Buffer.from(
  Array.from({ length: 200_000 }, (_, n) => (n * n * 31 + (n >> 3) * 7 + 129) & 0xff),
);

test.each<[string, string, string | Uint8Array, RegExp]>([
  ['text that is not JSON', 'export.json', 'Hello, this is no export.', /export\.json/],
  ['a web page saved as JSON', 'export.json', '<!doctype html><p>Log in', /export\.json/],
  ['broken JSON', 'export.json', '{\n  "ancestors": [],\n  "descendants": [oops]\n}', /^export\.json:3: /],
  ['JSON that is cut off', 'export.json', FERRY.slice(0, 700), /^export\.json:1: .*cut off/],
  [
    'JSON of something else',
    'export.json',
    '{"name":"quay","version":"1.0.0"}',
    /no export that can be read/,
  ],
  ['Latin-1 JSON', 'export.json', encoded(FERRY.replace('Ines', 'Inés'), 'latin1'), /UTF-8/],
  ['an empty file', 'export.json', '', /is empty/],
  ['an empty mailbox', 'list.mbox', '', /is empty/],
  ['a mailbox of noise', 'list.mbox', NOISE, /list\.mbox/],
  ['a cut-off gzip', 'list.mbox.gz', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1]), /list\.mbox\.gz/],
  ['a ZIP archive', 'export.zip', Buffer.from('PK\u0003\u0004…'), /ZIP archive/],
  ['a picture', 'cat.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), /cat\.png/],
])('%s is refused with the file’s name, and nothing is written', (_, name, content, message) => {
  const { run, files } = project({ [name]: content });
  const before = files();
  const { code, out, error } = run(['import', name]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toMatch(message);
  expect(error).not.toContain('defect');
  expect(files()).toEqual(before);
});

test.each<[string, Uint8Array]>([
  ['UTF-16 with its mark', encoded(FERRY, 'utf16le', [0xff, 0xfe])],
  ['UTF-8 with its mark', encoded(FERRY, 'utf8', [0xef, 0xbb, 0xbf])],
])('%s is read', (_, content) => {
  const { code, out, error } = project({ 'export.json': content }).run(['import', 'export.json']);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toContain('3 posts');
});

test('the wrong format is refused where it is forced', () => {
  const { run, files } = project({ 'export.json': FERRY });
  const before = files();
  expect(run(['import', 'export.json', '--as', 'mail']).code).toBe(2);
  expect(files()).toEqual(before);
});

const DEPTH = 100_000;

test.each<[string, string, string]>([
  ['marks before a line', 'deep.eml', mail(`${'>'.repeat(DEPTH)} deep\n\nown words`)],
  ['marks with spaces', 'deep.eml', mail(`${'> '.repeat(DEPTH)}deep\n\nown words`)],
  ['block quotes', 'deep.json', post(`${'<blockquote>'.repeat(DEPTH)}deep${'</blockquote>'.repeat(DEPTH)}`)],
  ['unclosed elements', 'deep.json', post('<div><p><b>'.repeat(DEPTH))],
])('100,000 nested %s are read', (_, name, content) => {
  const { run } = project({ [name]: content });
  const { code, error } = run(['import', name]);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(run(['inspect', name, '--json']).code).toBe(0);
});

test('JSON nested 100,000 deep is refused', () => {
  const { code, error } = project({ 'deep.json': '['.repeat(DEPTH) }).run(['import', 'deep.json']);
  expect(code).toBe(2);
  expect(error).toMatch(/deep\.json/);
  expect(error).not.toContain('defect');
});

test('posts that answer each other in a circle are cut, and it is said', () => {
  const circle = context(
    status('11', '13', '<p>First.</p>'),
    status('12', '11', '<p>Second.</p>'),
    status('13', '12', '<p>Third.</p>'),
  );
  const { run } = project({ 'export.json': circle });
  const { code, out } = run(['import', 'export.json']);
  expect(code).toBe(0);
  expect(out).toMatch(/circle/);
  expect(run(['inspect', 'export.json']).out.match(/"(First|Second|Third)\."/g)).toHaveLength(3);
});

test('of posts with the same id one is kept, and it is said', () => {
  const twice = context(
    status('11', null, '<p>First.</p>'),
    status('12', '11', '<p>Once.</p>'),
    status('12', '11', '<p>Twice.</p>'),
  );
  const { code, out } = project({ 'export.json': twice }).run(['import', 'export.json']);
  expect(code).toBe(0);
  expect(out).toContain('2 posts');
  expect(out).toMatch(/note: .*12/);
});

test('a post of 5 MB is read', () => {
  const { run } = project({ 'export.json': post(`<p>${'A very long speech. '.repeat(262_144)}</p>`) });
  expect(run(['import', 'export.json']).code).toBe(0);
  expect(run(['inspect', 'export.json']).out).toContain('A very long speech.');
});

test('ids and names that mean something to JavaScript are harmless', () => {
  const hostile = JSON.parse(
    `{"id":"__proto__","account":{"id":"constructor","username":"__proto__","acct":"__proto__","emojis":[]}}`,
  ) as object;
  const { run } = project({ 'export.json': context(status('11', null, '<p>Hello.</p>', hostile)) });
  const { error } = run(['inspect', 'export.json', '--json']);
  expect(error).not.toContain('defect');
});

test('a thread file that is broken is named and left alone', () => {
  const { run, files } = project({ 'export.json': FERRY, 'content/threads/ferry.json': '{"format":1' });
  const before = files();
  const { code, error } = run(['import', 'export.json', '--id', 'ferry']);
  expect(code).toBe(2);
  expect(error).toContain('content/threads/ferry.json');
  expect(files()).toEqual(before);
});

test('symbolic links in a folder are not followed', () => {
  const { run, folder, write } = project({ 'outside/secret.json': FERRY });
  write('export/readme', 'nothing here');
  symlinkSync(join(folder, 'outside'), join(folder, 'export/link'));
  const { code, error } = run(['import', 'export']);
  expect(code).toBe(2);
  expect(error).toContain('export');
});

test('of a folder of unlike files those that can be read are, and the others are named', () => {
  const { run, files } = project({ 'export/ferry.json': FERRY, 'export/cat.png': NOISE });
  const { code, out } = run(['import', 'export']);
  expect(code).toBe(0);
  expect(out).toContain('not read: export/cat.png');
  expect(Object.keys(files()).some((path) => path.startsWith('content/threads/'))).toBe(true);
});

test('random bytes never lead to anything but an error in words', () => {
  for (const name of ['noise.json', 'noise.mbox', 'noise.eml', 'noise.txt', 'noise.json.gz']) {
    const { error } = project({ [name]: randomFillSync(Buffer.alloc(20_000)) }).run(['inspect', name]);
    expect(error).not.toContain('defect');
  }
});

function post(html: string): string {
  return context(status('11', null, html));
}

function mail(body: string): string {
  return [
    'From: Ines Kovar <ines@quay.example>',
    'To: transit@lists.quay.example',
    'Subject: A deep one',
    'Date: Tue, 3 Mar 2026 08:12:00 +0000',
    'Message-ID: <deep@quay.example>',
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
    '',
  ].join('\n');
}
