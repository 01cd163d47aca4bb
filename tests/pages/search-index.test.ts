import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Post, Thread } from '../../src/thread/schema.ts';
import { builtFiles } from './built-page.ts';
import { makeProject, type Project } from './project.ts';

const post = (id: string, author: string, plain: string, more: Partial<Post> = {}): Post => ({
  id,
  author,
  parent: id === 'a1' ? null : 'a1',
  published: '2026-03-01T08:00:00Z',
  body: { plain },
  ...more,
});

/** Every word that ends in `hid` must not be found; every word that ends in `opn` must. */
const THREAD: Thread = {
  format: 1,
  id: 'quay',
  title: 'Titleopn',
  origin: { platform: 'mail', importer: 'mail' },
  people: {
    ada: { handle: '@ada@quay.example', name: 'Ada' },
    bo: { handle: '@bohid@quay.example', name: 'Bohid', wishes: ['noindex'] },
    cleo: { handle: '@cleohid@quay.example', name: 'Cleohid', wishes: ['no-quote'] },
  },
  posts: [
    post('a1', 'ada', 'The ferry firstopn leaves at nine from the outer quay.'),
    post('a2', 'ada', 'Behind the warning stands warnedhid.', { warning: 'Warningopn' }),
    post('a3', 'bo', 'These words of mine wishedhid are not for machines to keep.'),
    post('a4', 'cleo', 'And mine unquotedhid are not to be quoted by anybody here.'),
    post('a5', 'ada', 'Gone deletedhid.', { state: 'deleted' }),
    post('a6', 'ada', 'The number of the pilot is redactedhid and it rang secondopn.'),
    post('a7', 'ada', '', {
      body: { html: '<p>Seen thirdopn <details><summary>More</summary>spoilerhid</details></p>' },
    }),
    post('a8', 'ada', 'Left out omittedhid.'),
    post('a9', 'ada', '> These words of mine wishedhid are not for machines to keep.\n\nQuite fourthopn.'),
    post('a10', 'ada', '川の水位が上がった', { lang: 'ja' }),
    post('a11', 'bo', 'Guessed guessedhid.', { inferred: ['author'] }),
    post('a12', 'ada', 'A picture.', { attachments: [{ type: 'image', description: 'picturedopn' }] }),
  ],
};
const OVERLAY = 'omit: [a8]\nposts:\n  a6:\n    redact: [redactedhid]\n';
const DIGEST = `---
title: Digestopn
date: 2026-03-11
threads: [quay]
---

An editor's wordsopn.

> The ferry firstopn leaves at nine from the outer quay.

> Behind the warning stands warnedhid.
`;
const DRAFT = '---\ntitle: Draftedhid\ndate: 2026-03-12\ndraft: true\n---\n\nNot yet drafthid.\n';

let project: Project;
let first: string;

beforeAll(async () => {
  project = await makeProject('empty');
  await project.write(
    'content/site.yaml',
    'title: Quay\nurl: https://quay.example\neditors: [{ name: Ottoline }]\n',
  );
  await project.write('content/threads/quay.json', JSON.stringify(THREAD));
  await project.write('content/threads/quay.yaml', OVERLAY);
  await project.write('content/digests/one.md', DIGEST);
  await project.write('content/digests/two.md', DRAFT);
  const { code, output } = await project.build();
  expect(code, output).toBe(0);
  first = output;
});
afterAll(() => project?.remove());

/** All that the index holds, unpacked: words as they are indexed, and records as they are shown. */
function unpacked(): string {
  const folder = join(project.dist, 'pagefind');
  return builtFiles(folder)
    .filter((name) => !/\.js$|wasm|\.(?:br|gz)$/.test(name))
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      return (name.endsWith('.json') ? bytes : gunzipSync(bytes)).toString('latin1');
    })
    .join('\n');
}

test('what is open is in the index', () => {
  const words = unpacked().toLowerCase();
  for (const word of [
    'title',
    'first',
    'second',
    'third',
    'fourth',
    'warning',
    'pictured',
    'digest',
    'words',
  ])
    expect(words, word).toContain(`${word}opn`);
});

test('nothing redacted, withdrawn, withheld, warned of, hidden, drafted or asked to be left alone is in it', () => {
  const found = unpacked().match(/\w*hid\b/gi) ?? [];
  expect([...new Set(found)]).toEqual([]);
});

test('building again makes no part of the index anew, and gives the same bytes', async () => {
  expect(first).toContain('search: 2 of 2 parts');
  const before = hashes();
  const { output } = await project.build();
  expect(output).toContain('search: 0 of 2 parts');
  expect(hashes()).toEqual(before);
});

test('an edit of one post touches only the part of the index that holds it', async () => {
  const before = hashes();
  await project.write(
    'content/threads/quay.json',
    JSON.stringify(THREAD).replace('Quite fourthopn', 'Quite fifthopn'),
  );
  const { code, output } = await project.build();
  expect(code, output).toBe(0);
  expect(output).toContain('search: 1 of 2 parts');
  const after = hashes();
  const changed = [...after].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name);
  expect(changed.length).toBeGreaterThan(1);
  expect(changed.filter((name) => name !== 'shards.json' && !name.startsWith('threads-'))).toEqual([]);
  expect(unpacked()).toContain('fifthopn');
  expect(unpacked()).not.toContain('fourthopn');
});

test('a site without content has no index, and builds', async () => {
  const empty = await makeProject('empty');
  await empty.write('content/site.yaml', 'title: Quay\n');
  const { code, output } = await empty.build();
  expect(code, output).toBe(0);
  expect(readFileSync(join(empty.dist, 'pagefind/shards.json'), 'utf8')).toBe(
    '{"shards":[],"people":[],"threads":[]}',
  );
  await empty.remove();
});

function hashes(): ReadonlyMap<string, string> {
  const folder = join(project.dist, 'pagefind');
  return new Map(
    builtFiles(folder).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}
