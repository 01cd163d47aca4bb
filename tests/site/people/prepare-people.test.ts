import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptIssues } from '../../../src/site/issues/issue.ts';
import { type PeopleIndex, peopleFolder, personFile } from '../../../src/site/people/people-files.ts';
import type { PersonPage } from '../../../src/site/people/person-page.ts';
import { prepareSite } from '../../../src/site/prepare.ts';
import type { PrepareOptions } from '../../../src/site/prepare-options.ts';
import { settingsSchema } from '../../../src/site/settings.ts';

let root: string;
let options: PrepareOptions;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quotidian-people-'));
  mkdirSync(join(root, 'content/threads'), { recursive: true });
  mkdirSync(join(root, 'content/digests'));
  const settings = settingsSchema.parse({ title: 'Quay', people: true });
  options = { root, cache: join(root, 'cache'), version: '1', base: '/', settings };
});
afterEach(() => rmSync(root, { recursive: true }));

const INES = { handle: '@ines@quay.example', name: 'Ines Kovar' };
const BO = { handle: '@bo@quay.example' };

interface Said {
  readonly author: string | null;
  readonly text: string;
  readonly [further: string]: unknown;
}

function writeThread(
  id: string,
  people: Readonly<Record<string, object>>,
  said: readonly Said[],
  platform = 'mastodon',
): void {
  const posts = said.map(({ text, ...post }, n) => ({
    id: `${id}${n}`,
    parent: n === 0 ? null : `${id}0`,
    published: `2026-03-0${n + 1}T08:00:00Z`,
    body: { plain: text },
    ...post,
  }));
  const thread = { format: 1, id, title: `On ${id}`, origin: { platform, importer: 'test' }, people, posts };
  writeFileSync(join(root, `content/threads/${id}.json`), JSON.stringify(thread));
}

function writeDigest(name: string, lines: readonly string[], text: string): void {
  writeFileSync(
    join(root, `content/digests/${name}.md`),
    ['---', 'title: A digest', 'date: 2026-03-11', ...lines, '---', '', text, ''].join('\n'),
  );
}

async function people(): Promise<readonly PersonPage[]> {
  await prepareSite(options);
  const index = JSON.parse(
    readFileSync(join(peopleFolder(options.cache), 'index.json'), 'utf8'),
  ) as PeopleIndex;
  return index.people.map(
    ({ slug }) => JSON.parse(readFileSync(personFile(options.cache, slug), 'utf8')) as PersonPage,
  );
}

test('a person of several threads has one page, with the words that digests quote', async () => {
  writeThread('ferry', { a: INES, b: BO }, [
    { author: 'a', text: 'The timetable says half past seven. The ferry says otherwise.' },
    { author: 'b', text: 'Then ask the ferry.' },
  ]);
  writeThread('bridge', { z: { handle: '@Ines@quay.example', name: 'Ines K.' } }, [
    { author: 'z', text: 'The bridge is closed.' },
  ]);
  writeDigest('one', ['threads: [ferry]'], '> The timetable says half past seven.');
  writeDigest('two', ['threads: [ferry]', 'draft: true'], '> The timetable says half past seven.');
  const [bo, ines, ...others] = await people();
  expect(others).toEqual([]);
  expect(bo).toMatchObject({ name: '@bo@quay.example', posts: 1, threads: 1, quotes: 0, inDigests: [] });
  expect(ines).toMatchObject({ posts: 2, threads: 2, quotes: 1, from: '2026-03-01T08:00:00Z' });
  expect(ines?.inDigests).toMatchObject([
    {
      href: '/digests/one/',
      said: [{ words: 'The timetable says half past seven.', href: '/digests/one/#quote-1', kind: 'quote' }],
    },
  ]);
  expect(ines?.inThreads.map(({ title }) => title).toSorted()).toEqual(['On bridge', 'On ferry']);
  expect(ines?.slug).toMatch(/^ines-quay-example-/);
});

test('whoever asked for silence in any thread has no page', async () => {
  writeThread('ferry', { a: INES, b: BO }, [
    { author: 'a', text: 'One.' },
    { author: 'b', text: 'Two.' },
  ]);
  writeThread('bridge', { a: { ...INES, wishes: ['noindex'] } }, [{ author: 'a', text: 'Three.' }]);
  expect((await people()).map(({ handle }) => handle)).toEqual(['@bo@quay.example']);
});

test('authors who were only inferred, and posts that are gone, are not counted', async () => {
  writeThread('ferry', { a: INES, b: BO }, [
    { author: 'a', text: 'One.' },
    { author: 'a', text: 'Perhaps mine.', inferred: ['author'] },
    { author: 'a', text: '', state: 'deleted' },
    { author: 'b', text: 'Perhaps mine.', inferred: ['author'] },
  ]);
  expect(await people()).toMatchObject([{ handle: '@ines@quay.example', posts: 1 }]);
});

test('of long posts only the first words are kept, of many posts the first, and nothing behind a warning', async () => {
  writeThread('ferry', { a: INES }, [
    { author: 'a', text: `${'word '.repeat(200)}SECRET` },
    { author: 'a', text: 'SECRET', warning: 'boats' },
  ]);
  writeThread(
    'bridge',
    { a: INES },
    Array.from({ length: 40 }, () => ({ author: 'a', text: 'Again.', published: '2026-03-03T08:00:00Z' })),
  );
  const [ines] = await people();
  expect(JSON.stringify(ines)).not.toContain('SECRET');
  expect(ines?.inThreads.map(({ posts, openings, more }) => [posts, openings.length, more])).toEqual(
    expect.arrayContaining([
      [40, 12, 28],
      [2, 2, 0],
    ]),
  );
});

test('two people of one name in copied texts stay two', async () => {
  writeThread('ferry', { noor: { handle: '@noor' } }, [{ author: 'noor', text: 'One.' }], 'copy');
  writeThread('bridge', { noor: { handle: '@noor' } }, [{ author: 'noor', text: 'Two.' }], 'copy');
  expect((await people()).map(({ threads }) => threads)).toEqual([1, 1]);
});

test('nothing is kept where the site wants no such pages, also what was kept before', async () => {
  writeThread('ferry', { a: INES }, [{ author: 'a', text: 'One.' }]);
  expect(await people()).toHaveLength(1);
  options = { ...options, settings: { ...options.settings, people: false } };
  await prepareSite(options);
  expect(existsSync(peopleFolder(options.cache))).toBe(false);
  expect(existsSync(join(options.cache, 'quotidian/threads/ferry/people.json'))).toBe(false);
});

test('issues are the digests that name them; one of drafts alone is its editor’s', async () => {
  writeThread('ferry', { a: INES }, [{ author: 'a', text: 'One.' }]);
  writeDigest('one', ['issue: 2'], 'Text.');
  writeDigest('two', ['issue: 2', 'draft: true'], 'Text.');
  writeDigest('three', ['issue: 3', 'draft: true'], 'Text.');
  mkdirSync(join(root, 'content/issues'));
  writeFileSync(
    join(root, 'content/issues/2.yaml'),
    'title: The quay\nintroduction: See issue 3, *see issue 2*.\n',
  );
  await prepareSite(options);
  expect(keptIssues(options.cache)).toEqual([
    { number: 3, href: '/issues/3/', date: '2026-03-11', digests: ['three'], draft: true },
    {
      number: 2,
      href: '/issues/2/',
      title: 'The quay',
      date: '2026-03-11',
      introduction: '<p>See issue 3, <em>see issue 2</em>.</p>',
      digests: ['one', 'two'],
      draft: false,
    },
  ]);
});
