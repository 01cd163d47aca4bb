import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { pack } from 'tar-stream';
import { describe, expect, test } from 'vitest';
import { openArchive } from '../../src/cli/archives/open-archive.ts';
import { type ArchiveEntry, unpack } from '../../src/cli/archives/unpacking.ts';
import { FERRY } from './exports-made.ts';
import { project } from './run.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

interface Made {
  readonly name: string;
  readonly content?: string | Uint8Array;
  readonly link?: string;
}

async function zip(
  files: readonly Made[],
  options: { password?: string } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), options);
  for (const { name, content = '', link } of files) {
    const bytes = typeof content === 'string' ? bytesOf(link ?? content) : content;
    await writer.add(name, new Uint8ArrayReader(bytes), {
      useWebWorkers: false,
      ...(link === undefined ? {} : { externalFileAttributes: 0o120777 * 0x10000 }),
    });
  }
  return new Uint8Array(await writer.close());
}

async function tar(files: readonly Made[]): Promise<Uint8Array<ArrayBuffer>> {
  const packing = pack();
  for (const { name, content = '', link } of files)
    if (link === undefined) packing.entry({ name }, Buffer.from(content));
    else packing.entry({ name, type: 'symlink', linkname: link });
  packing.finalize();
  const pieces: Uint8Array[] = [];
  for await (const piece of packing) if (piece instanceof Uint8Array) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

const FORMS = [
  ['ZIP', 'export.zip', zip],
  ['tar', 'export.tar', tar],
  ['tar.gz', 'export.tar.gz', async (files: readonly Made[]) => gzipSync(await tar(files))],
] as const;

describe.each(FORMS)('a %s archive', (_, name, make) => {
  test('is read like the folder that it was made from, and leaves nothing behind', async () => {
    const { run, files } = project({ [name]: await make([{ name: 'ferry.json', content: FERRY }]) });
    const temporary = mkdtempSync(join(tmpdir(), 'quotidian-test-'));
    const { code, error } = run(['import', name], undefined, { TMPDIR: temporary });
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(Object.keys(files()).filter((path) => path.endsWith('.json'))).toHaveLength(1);
    expect(readdirSync(temporary).filter((entry) => entry.startsWith('quotidian'))).toEqual([]);
    rmSync(temporary, { recursive: true });
  });

  test('may have a folder around its files, and the clutter of desktops in it', async () => {
    const { run } = project({
      [name]: await make([
        { name: 'Export March/ferry.json', content: FERRY },
        { name: 'Export March/.DS_Store', content: 'x' },
        { name: '__MACOSX/Export March/._ferry.json', content: 'x' },
      ]),
    });
    expect(run(['import', name]).code).toBe(0);
  });

  test.each([
    ['a name that leads out of it', [{ name: '../../evil.json', content: FERRY }], 'leads out of it'],
    [
      'a name that leads out of it half way',
      [{ name: 'a/../../evil.json', content: FERRY }],
      'leads out of it',
    ],
    ['an absolute name', [{ name: '/etc/evil.json', content: FERRY }], 'leads out of it'],
    ['a name of Windows', [{ name: 'C:\\evil.json', content: FERRY }], 'leads out of it'],
    ['a backward name of Windows', [{ name: '..\\evil.json', content: FERRY }], 'leads out of it'],
    ['a link', [{ name: 'ferry.json', link: '/etc/passwd' }], 'holds a link'],
    ['nothing but clutter', [{ name: '.DS_Store' }], 'holds no files'],
  ])('with %s is refused, and nothing is written', async (_case, entries, message) => {
    const { run, files } = project({ [name]: await make(entries) });
    const before = files();
    const { code, error } = run(['import', name]);
    expect(code).toBe(2);
    expect(error).toContain(message);
    expect(error).not.toContain('defect');
    expect(files()).toEqual(before);
  });

  test('that is cut off is refused', async () => {
    const whole = await make([
      { name: 'ferry.json', content: FERRY.repeat(20) },
      { name: 'b.txt', content: 'x' },
    ]);
    const { run } = project({ [name]: whole.slice(0, Math.floor(whole.length / 2)) });
    const { code, error } = run(['import', name]);
    expect(code).toBe(2);
    expect(error).toMatch(/cut off or damaged/);
  });
});

test('a ZIP archive with a password says so', async () => {
  const locked = await zip([{ name: 'ferry.json', content: FERRY }], { password: 'quay' });
  expect(project({ 'export.zip': locked }).run(['import', 'export.zip']).error).toContain('encrypted');
});

test('entries of a ZIP archive that share their bytes are refused', async () => {
  const two = await zip([
    { name: 'a.json', content: FERRY },
    { name: 'b.json', content: FERRY },
  ]);
  // The second entry of the directory points to the first entry’s bytes.
  const view = new DataView(two.buffer);
  const at = Buffer.from(two).lastIndexOf('PK\u0001\u0002');
  view.setUint32(at + 42, 0, true);
  await expect(openArchive('export.zip', new Blob([two]))).rejects.toThrow('damaged');
});

test.each([
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
])('%s is named, and what to do', (kind, mark) => {
  const { error } = project({ export: Uint8Array.from(mark) }).run(['import', 'export']);
  expect(error).toContain(kind);
  expect(error).toContain('Unpack it');
});

describe('bounds', () => {
  const bounds = { files: 3, bytes: 1000 };
  const entry = (path: string, content: string): ArchiveEntry => ({
    path,
    kind: 'file',
    async *bytes() {
      yield bytesOf(content);
    },
  });
  async function* entries(...given: readonly ArchiveEntry[]) {
    yield* given;
  }

  test('as many files and bytes as are allowed are unpacked', async () => {
    const files = await unpack(
      'a',
      entries(entry('b', 'x'.repeat(500)), entry('a', 'y'.repeat(500))),
      bounds,
    );
    expect([...files.keys()]).toEqual(['a', 'b']);
    expect(await files.get('a')?.text()).toBe('y'.repeat(500));
  });

  test('one byte more is refused, and the bound is named', async () => {
    const wide = { files: 3, bytes: 1024 * 1024 };
    await expect(
      unpack('a', entries(entry('a', 'x'.repeat(1024 * 1024)), entry('b', 'y')), wide),
    ).rejects.toThrow('more than 1 MB');
  });

  test('one file more is refused, and the bound is named', async () => {
    const four = ['a', 'b', 'c', 'd'].map((path) => entry(path, ''));
    await expect(unpack('a', entries(...four), bounds)).rejects.toThrow('more than 3 files');
  });

  test('a file that never ends is not read to its end', async () => {
    let pieces = 0;
    const endless: ArchiveEntry = {
      path: 'a',
      kind: 'file',
      async *bytes() {
        for (;;) {
          pieces += 1;
          yield new Uint8Array(100);
        }
      },
    };
    await expect(unpack('a', entries(endless), bounds)).rejects.toMatchObject({ code: 'too-large' });
    expect(pieces).toBeLessThan(10_000);
  });

  test('two files of one name are refused', async () => {
    await expect(unpack('a', entries(entry('a', 'x'), entry('./a', 'y')), bounds)).rejects.toThrow(
      'two files',
    );
  });
});
