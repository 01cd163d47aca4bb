import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareSite } from '../../src/site/prepare.ts';
import type { PrepareOptions } from '../../src/site/prepare-options.ts';
import { settingsSchema } from '../../src/site/settings.ts';
import { NO_LINKS, prepareThread } from '../../src/site/thread-record.ts';
import { prepareInWorkers } from '../../src/site/thread-workers.ts';
import type { ThreadPage } from '../../src/site/views.ts';

let root: string;
let options: PrepareOptions;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quotidian-prepare-'));
  mkdirSync(join(root, 'content/threads'), { recursive: true });
  mkdirSync(join(root, 'content/digests'));
  const settings = settingsSchema.parse({ title: 'Quay' });
  options = { root, cache: join(root, 'cache'), version: '1', base: '/', settings };
  writeThread('ferry', [
    'The morning ferry leaves ten minutes before the timetable says that it does.',
    'Good.',
  ]);
  writeThread('market', ['> The morning ferry leaves ten minutes before the timetable says\n\nHere too.']);
  writeThread('bridge', ['The bridge is closed.']);
});

afterEach(() => rmSync(root, { recursive: true }));

describe('when nothing has changed', () => {
  test('nothing is written, and the result is the same', async () => {
    const first = await prepareSite(options);
    const before = datedBack();
    expect(await prepareSite(options)).toEqual(first);
    expect(changedSince(before)).toEqual([]);
  });
});

describe('when a thread has changed', () => {
  test('only what is kept of it is written anew', async () => {
    const first = await prepareSite(options);
    const before = datedBack();
    writeThread('bridge', ['The bridge is open.']);
    const second = await prepareSite(options);
    expect(foldersOf(changedSince(before))).toEqual(['bridge']);
    expect(keysThatDiffer(first, second)).toEqual(['bridge']);
  });

  test('the threads that it is linked with follow', async () => {
    const first = await prepareSite(options);
    const before = datedBack();
    writeThread('ferry', ['Nobody said that.']);
    const second = await prepareSite(options);
    expect(foldersOf(changedSince(before))).toEqual(['ferry', 'market']);
    expect(keysThatDiffer(first, second)).toEqual(['ferry', 'market']);
    expect(pageOf('market').posts[0]?.html).not.toContain('/threads/ferry/');
  });

  test('the editor’s changes count', async () => {
    await prepareSite(options);
    writeFileSync(join(root, 'content/threads/bridge.yaml'), 'title: A bridge, closed\n');
    const { threads } = await prepareSite(options);
    expect(threads.map(({ view }) => view.title)).toContain('A bridge, closed');
    expect(pageOf('bridge').thread.title).toBe('A bridge, closed');
  });

  test('pages that it no longer has are removed', async () => {
    const small = { ...options, settings: { ...options.settings, postsPerPage: 10 } };
    writeThread(
      'bridge',
      Array.from({ length: 25 }, (_, n) => `Post ${n}.`),
    );
    await prepareSite(small);
    expect(readdirSync(folderOf('bridge'))).toContain('3.json');
    writeThread('bridge', ['The bridge is open.']);
    await prepareSite(small);
    expect(readdirSync(folderOf('bridge')).filter((name) => /^\d/.test(name))).toEqual(['1.json']);
  });
});

test('what is kept of a thread goes with it, and so do the links to it', async () => {
  await prepareSite(options);
  rmSync(join(root, 'content/threads/ferry.json'));
  const { threads } = await prepareSite(options);
  expect(threads.map(({ view }) => view.id)).toEqual(['bridge', 'market']);
  expect(readdirSync(join(root, 'cache/quotidian/threads')).toSorted()).toEqual(['bridge', 'market']);
  expect(pageOf('market').posts[0]?.html).not.toContain('/threads/ferry/');
});

test('a quote of another thread shows on both sides', async () => {
  await prepareSite(options);
  expect(pageOf('market').posts[0]?.html).toContain('href="/threads/ferry/#p0--0-62"');
  expect(pageOf('ferry').posts[0]?.quotedBy).toEqual([
    { label: 'Ines Kovar, The market', href: '/threads/market/#p0', fidelity: 'verbatim' },
  ]);
});

test('a quote of another thread of which a word was changed shows on both sides, with the change', async () => {
  writeThread('market', [
    '> The morning ferry leaves twenty minutes before the timetable says that it does.\n\nHere too.',
  ]);
  await prepareSite(options);
  const { html = '' } = pageOf('market').posts[0] ?? {};
  expect(html).toContain('href="/threads/ferry/#p0--0-76"');
  expect(html).toMatch(/<del>.*ten<\/del>.*<ins>.*twenty<\/ins>/);
  expect(pageOf('market').thread.quotes).toEqual({ altered: 1 });
  expect(pageOf('ferry').posts[0]?.quotedBy).toEqual([
    { label: 'Ines Kovar, The market', href: '/threads/market/#p0', fidelity: 'altered' },
  ]);
});

test('a passage that another thread and two digests quote is among those quoted most, and says by whom', async () => {
  const quote = '> The morning ferry leaves ten minutes before the timetable says';
  writeDigest('one', `${quote}\n`);
  writeDigest('two', `As was told:\n\n${quote} that it does.\n`);
  writeDigest('three', `${quote}\n`, 'draft: true\n');
  const { digests } = await prepareSite(options);
  expect(pageOf('ferry').mostQuoted).toMatchObject([
    { count: 3, text: expect.stringMatching(/^The morning/) },
  ]);
  expect(
    pageOf('ferry')
      .posts[0]?.quotedBy.map(({ label }) => label)
      .toSorted(),
  ).toEqual(['Ines Kovar, The market', 'one', 'two']);
  const also = new Map(digests.map(({ view, sources }) => [view.slug, sources[0]?.also]));
  expect(also.get('one')).toEqual([{ title: 'two', href: '/digests/two/#quote-1' }]);
  expect(also.get('two')).toEqual([{ title: 'one', href: '/digests/one/#quote-1' }]);
  expect(also.get('three')).toHaveLength(2);
  rmSync(join(root, 'content/digests/two.md'));
  const { digests: after } = await prepareSite(options);
  expect(after.find(({ view }) => view.slug === 'one')?.sources[0]?.also).toBeUndefined();
});

test('a file that says it is another thread is refused', async () => {
  writeFileSync(join(root, 'content/threads/tide.json'), JSON.stringify(threadOf('ebb', ['Low.'])));
  await expect(prepareSite(options)).rejects.toMatchObject({
    code: 'bad-thread',
    place: { file: 'content/threads/tide.json' },
  });
});

describe('worker threads', () => {
  const jobs = ['bridge', 'ferry', 'market'].map((id) => ({ id, links: NO_LINKS, bytes: 1 }));

  test('make the same bytes as the main thread', async () => {
    const inline = [];
    for (const { id } of jobs) inline.push(await prepareThread(id, NO_LINKS, options));
    const expected = contents();
    rmSync(options.cache, { recursive: true });
    expect(await prepareInWorkers(jobs, options, 2)).toEqual(inline);
    expect(contents()).toEqual(expected);
  });

  test('fail with the error that the main thread would have thrown', async () => {
    writeFileSync(join(root, 'content/threads/ferry.json'), '{');
    writeFileSync(join(root, 'content/threads/market.json'), 'no');
    const thrown = await prepareThread('ferry', NO_LINKS, options).catch((error: unknown) => error);
    await expect(prepareInWorkers(jobs, options, 2)).rejects.toEqual(thrown);
    expect(thrown).toMatchObject({
      name: 'QuotidianError',
      code: 'not-json',
      place: { file: 'content/threads/ferry.json' },
      hint: 'Import the export again: npx quotidian import …',
    });
  });
});

function writeThread(id: string, bodies: readonly string[]): void {
  writeFileSync(join(root, `content/threads/${id}.json`), JSON.stringify(threadOf(id, bodies)));
}

function writeDigest(slug: string, text: string, more = ''): void {
  const head = `---\ntitle: ${slug}\ndate: 2026-03-11\nthreads: [ferry]\n${more}---\n\n`;
  writeFileSync(join(root, `content/digests/${slug}.md`), head + text);
}

function threadOf(id: string, bodies: readonly string[]) {
  return {
    format: 1,
    id,
    title: `The ${id}`,
    origin: { platform: 'mail', importer: 'mail' },
    people: { ines: { handle: 'ines@quay.example', name: 'Ines Kovar' } },
    posts: bodies.map((plain, n) => ({
      id: `p${n}`,
      author: 'ines',
      parent: n === 0 ? null : 'p0',
      published: `2026-03-0${id === 'ferry' ? 1 : 2}T08:00:00Z`,
      body: { plain },
    })),
  };
}

function folderOf(id: string): string {
  return join(root, 'cache/quotidian/threads', id);
}

function pageOf(id: string): ThreadPage {
  return JSON.parse(readFileSync(join(folderOf(id), '1.json'), 'utf8')) as ThreadPage;
}

function kept(): readonly string[] {
  const names = readdirSync(options.cache, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => statSync(join(options.cache, name)).isFile()).toSorted();
}

function contents(): Readonly<Record<string, string>> {
  return Object.fromEntries(kept().map((name) => [name, readFileSync(join(options.cache, name), 'hex')]));
}

/** Gives every kept file an old date, to tell which are written from then on. */
function datedBack(): Date {
  const date = new Date('2026-01-01T00:00:00Z');
  for (const name of kept()) utimesSync(join(options.cache, name), date, date);
  return date;
}

function changedSince(date: Date): readonly string[] {
  return kept().filter((name) => statSync(join(options.cache, name)).mtimeMs !== date.getTime());
}

/** The threads that files belong to; what lies beside the threads left out. */
function foldersOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => /threads\/([^/]+)\//.exec(name)?.[1] ?? []))];
}

type Prepared = Awaited<ReturnType<typeof prepareSite>>;

function keysThatDiffer(one: Prepared, other: Prepared): readonly string[] {
  const keys = new Map(one.threads.map(({ view, key }) => [view.id, key]));
  return other.threads.flatMap(({ view, key }) => (keys.get(view.id) === key ? [] : [view.id]));
}
