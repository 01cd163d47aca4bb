import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paste } from '../../src/importers/paste.ts';
import type { Thread } from '../../src/thread/schema.ts';
import { cases, exportFrom, FIXTURES, importAll } from './exports.ts';

const HARBOUR = readFileSync(join(FIXTURES, 'paste/harbour-lights/input.txt'), 'utf8');

const read = async (copy: string) => importAll(paste, exportFrom(copy, 'thread.txt'));

async function threadFrom(copy: string): Promise<Thread> {
  const [thread] = (await read(copy)).threads;
  if (!thread) throw new Error('There is no thread.');
  return thread;
}

/** All that a thread holds of the copy, in order. */
function visible({ posts }: Thread): string {
  const words = posts.flatMap(({ body, cards = [] }) => [
    'plain' in body ? body.plain : '',
    ...cards.flatMap(({ title, description = '', site = '' }) => [title, description, site]),
  ]);
  return words.join('').replace(/\s/g, '');
}

describe('detection', () => {
  const claims = async (copy: string, name = 'thread.txt') => paste.detect(exportFrom(copy, name));

  test.each(['thread.txt', 'THREAD.TXT', 'copy.md', 'copies/thread', 'thread.text'])(
    'claims a copy called %s',
    async (name) => {
      expect(await claims(HARBOUR, name)).toBe(true);
    },
  );

  test.each([
    ['without mentions', 'One.\n\nTwo.\n'],
    ['with one reply', 'One.\n\n@ines two.\n'],
    ['of mentions without words', '@ines\n\n@tomas\n'],
    ['that is JSON', '{"posts":\n@ines a\n@tomas b'],
    ['that is a JSON array', '[\n@ines a\n@tomas b'],
    ['that is HTML', '<!doctype html>\n@ines a\n@tomas b'],
    ['that is mail', 'From: Ines\nTo: Tomas\nSubject: bells\n\n@ines a\n@tomas b'],
    ['that is a mailbox', 'From ines Tue Mar  3 08:12:00 2026\n@ines a\n@tomas b'],
    ['that is a table', 'who,what,when\n@ines a,b,c\n@tomas b,c,d'],
    ['that is binary', '@ines a\0\n@tomas b'],
    ['that is empty', ''],
  ])('leaves a file %s', async (_, copy) => {
    expect(await claims(copy)).toBe(false);
  });

  test.each(['style.css', 'app.py', 'thread.html', 'thread.json', 'thread.csv', 'thread.mbox'])(
    'leaves what is called %s',
    async (name) => {
      expect(await claims('@media a\n@import b\n', name)).toBe(false);
    },
  );

  test('leaves no files at all', async () => {
    expect(await paste.detect(new Map())).toBe(false);
  });
});

const WITHOUT_HEADERS = ['harbour-lights', 'posts-without-blank-lines'];

test.each(cases().filter(({ importer, name }) => importer === 'paste' && WITHOUT_HEADERS.includes(name)))(
  'every visible character of $name is in one post, once and in order',
  async ({ folder }) => {
    const copy = readFileSync(join(folder, 'input.txt'), 'utf8');
    expect(visible(await threadFrom(copy))).toBe(copy.replace(/\s/g, ''));
  },
);

test.each([
  ['Windows line ends', HARBOUR.replaceAll('\n', '\r\n')],
  ['old Macintosh line ends', HARBOUR.replaceAll('\n', '\r')],
  ['a byte order mark', `\uFEFF${HARBOUR}`],
  ['blank lines around', `\n\n${HARBOUR}\n\n\n`],
])('%s change nothing', async (_, copy) => {
  expect(await read(copy)).toEqual(await read(HARBOUR));
});

test('a longer copy of the same thread keeps every id', async () => {
  const shorter = HARBOUR.slice(0, HARBOUR.indexOf('\n@ines\nI have'));
  const ids = (await threadFrom(shorter)).posts.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(10);
  expect((await threadFrom(HARBOUR)).posts.map(({ id }) => id).slice(0, ids.length)).toEqual(ids);
});

test('white space does not change an id, other words do, and equal posts have two', async () => {
  const { posts } = await threadFrom('Boats?\n\n@ines yes\n\n@ines  yes\n@ines no');
  expect(new Set(posts.map(({ id }) => id)).size).toBe(4);
  const [, yes] = posts;
  expect((await threadFrom('Boats?\n\n@ines no\n@ines   yes')).posts[2]?.id).toBe(yes?.id);
});

test('what is concluded is called inferred, what the copy states is not', async () => {
  const { posts, people } = await threadFrom(
    'Ines K @ines@quay.example 3h\nBoats?\n\n@ines yes\n@petra @ines no',
  );
  expect(posts.map(({ inferred }) => inferred)).toEqual([undefined, ['author', 'parent'], ['parent']]);
  expect(Object.values(people)).toEqual([
    { handle: '@ines@quay.example', name: 'Ines K' },
    { handle: '@petra' },
  ]);
});

test('a name in a header cannot pass for another', async () => {
  const { people } = await threadFrom('In\u200Bes \u202EK @ines@quay.example 3h\nBoats?');
  expect(Object.values(people)).toEqual([{ handle: '@ines@quay.example', name: 'Ines K' }]);
});

test('whoever is only mentioned is not among the people', async () => {
  const { people } = await threadFrom('Boats?\n\n@ines yes, says @agda\n@ines @olga no');
  expect(Object.values(people)).toEqual([{ handle: '@ines' }]);
});

test('two people of one name on two servers are not taken for each other', async () => {
  const { people } = await threadFrom(
    'Ines K @ines@quay.example 3h\nBoats?\n\nIda B @ida@pier.example 3h\n@ines yes\n\nIda B @ida@pier.example 2h\n@ines@pier.example no',
  );
  const { posts } = await threadFrom(
    'Ines K @ines@quay.example 3h\nBoats?\n\nIda B @ida@pier.example 3h\n@ines yes\n\nIda B @ida@pier.example 2h\n@ines@pier.example no',
  );
  expect(Object.values(people)).toHaveLength(2);
  expect(posts.map(({ parent }) => parent)).toEqual([null, null, null]);
});

test('a handle may be any word', async () => {
  const { people, posts } = await threadFrom('Boats?\n\n@__proto__ yes\n@constructor @__proto__ no');
  expect(posts.map(({ author }) => author && people[author]?.handle)).toEqual([
    '@__proto__',
    '@constructor',
    null,
  ]);
  expect(Object.getPrototypeOf(people)).toBe(Object.prototype);
});

test('a text without mentions is one post, and the editor is told why', async () => {
  const { threads, warnings } = await read('Boats in spring\n\nI like them.\n\nSo do I.');
  expect(threads[0]?.posts).toHaveLength(1);
  expect(warnings.map(({ code }) => code)).toEqual(['no-structure']);
});

test('one warning names all posts without a known author, one those without a known parent', async () => {
  const { threads, warnings } = await read('Boats?\n\n@ines yes\n@ines @olga no');
  const [, yes, no] = threads[0]?.posts ?? [];
  expect(warnings).toEqual([
    {
      file: 'thread.txt',
      code: 'unknown-author',
      message: `2 of 3 posts have no known author: ${yes?.id}, ${no?.id}.`,
    },
    { file: 'thread.txt', code: 'unknown-parent', message: `1 of 3 posts has no known parent: ${no?.id}.` },
  ]);
});

test.each([
  ['From Jory, warden of the pier:\n\nNo.', 'From Jory, warden of the pier'],
  ['@ines @tomas\nIt is dark.', 'It is dark.'],
  ['@ines It is dark.', 'It is dark.'],
  ['@ines', 'Copied thread'],
  [`${'harbour '.repeat(20)}`, `${'harbour '.repeat(9)}harbour…`],
])('%j has a title', async (copy, title) => {
  expect((await threadFrom(copy)).title).toBe(title);
});

test('each file is a thread, and the same file twice is one', async () => {
  const one = 'Boats?\n\n@ines yes\n@ines no';
  const files = [one, `${one}\n@ines maybe`, one, ''].map(
    (copy, n) => [`${n}.txt`, new Blob([copy])] as const,
  );
  const { threads, warnings } = await importAll(paste, new Map(files));
  expect(threads.map(({ posts }) => posts.length)).toEqual([3, 4]);
  expect(new Set(threads.map(({ id }) => id)).size).toBe(2);
  expect(
    warnings.filter(({ code }) => !code.startsWith('unknown')).map(({ file, code }) => `${file} ${code}`),
  ).toEqual(['2.txt duplicate-thread', '3.txt empty']);
});

test.each([
  ['too-large', new Blob(['a'.repeat(1024 * 1024)].flatMap((part) => Array<string>(17).fill(part)))],
  ['not-text', new Blob(['@ines a\0'])],
])('a file that is %s is refused', async (code, blob) => {
  await expect(importAll(paste, new Map([['thread.txt', blob]]))).rejects.toMatchObject({
    code,
    place: { file: 'thread.txt' },
  });
});

test('any text is read without an error, and nothing of it is lost', async () => {
  const part = fc.constantFrom(
    '@ines',
    '@tomas@a.example',
    ' ',
    '\n',
    '\n\n',
    'https://a.example/x',
    ' - A',
    '1/2',
    '...',
    'é',
    '"',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(part, fc.string()), { maxLength: 80 }), async (parts) => {
      const copy = parts.join('').replaceAll('\0', '').toWellFormed();
      const [thread] = (await read(copy)).threads;
      expect(thread ? visible(thread) : '').toBe(copy.replace(/\s/g, ''));
    }),
    { seed: 20261123 },
  );
});

test.each([
  ['5 MB of one line', 'a '.repeat(2_500_000)],
  ['10⁵ lines', 'a\n'.repeat(100_000)],
  ['10⁵ blank lines', '\n'.repeat(100_000)],
  ['10⁵ mentions in a line', '@a '.repeat(100_000)],
  ['10⁵ different mentions', Array.from({ length: 100_000 }, (_, n) => `@p${n}`).join(' ')],
  ['10⁵ replies to one', `a\n${'@a b\n'.repeat(100_000)}`],
  ['10⁵ replies to all', `a\n${Array.from({ length: 100_000 }, (_, n) => `@p${n} @a b`).join('\n')}`],
  ['10⁵ turns', `a\n${'@a b\n@b a\n'.repeat(50_000)}`],
  ['10⁵ fences', '```\n'.repeat(100_000)],
  ['10⁵ fences with mentions', '```\n@a b\n'.repeat(50_000)],
  ['10⁵ parts', '@a b\n1/2\n@a ...\n'.repeat(33_000)],
  ['10⁵ emoji', '👍'.repeat(100_000)],
  ['10⁵ dots in a handle', `@${'a.'.repeat(100_000)}`],
  ['10⁵ signs', '@'.repeat(100_000)],
])(
  'reads %s in time',
  async (_, copy) => {
    const { threads } = await read(copy);
    expect(threads).toHaveLength(copy.trim() === '' ? 0 : 1);
  },
  60_000,
);
