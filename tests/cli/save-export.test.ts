import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keptAnswers } from '../../src/cli/fetching/kept-answers.ts';
import { mustBeSavable, saveExport } from '../../src/cli/save-export.ts';
import { recognise } from '../../src/cli/recognise.ts';
import { context, FERRY, status } from './exports-made.ts';
import { project } from './run.ts';

const ADDRESS = 'https://quay.example/@ines/1042';
const from = (files: Readonly<Record<string, string>>) => ({
  name: ADDRESS,
  files: new Map(Object.entries(files).map(([name, content]) => [name, new Blob([content])])),
});

test.each([
  [['export.json', '--save', 'kept'], 'name that, and nothing else'],
  [[ADDRESS, `${ADDRESS}3`, '--save', 'kept'], 'name that, and nothing else'],
  [[ADDRESS, '--save', ' '], '--save wants a folder.'],
])('import %j is wrong usage, and nothing is asked', (words, message) => {
  const { run, files } = project({ 'export.json': FERRY });
  const { code, error } = run(['import', ...words]);
  expect({ code, files: Object.keys(files()) }).toEqual({ code: 2, files: ['export.json'] });
  expect(error).toContain(message);
});

test.each([
  ['kept', '“kept/thread.json” is there already, and nothing is overwritten.'],
  ['kept/thread.json', '“kept/thread.json” is there already, and nothing is overwritten.'],
])('a folder that holds something is refused by name before anything is asked: %s', (folder, message) => {
  const { run, read } = project({ 'kept/thread.json': 'mine' });
  const { code, error } = run(['import', ADDRESS, '--save', folder]);
  expect(code).toBe(2);
  expect(error).toContain(message);
  expect(read('kept/thread.json')).toBe('mine');
});

test('a folder that is empty, or not there yet, is taken', async () => {
  const { folder } = project();
  mkdirSync(join(folder, 'empty'));
  for (const name of ['empty', 'new/deep'])
    await expect(mustBeSavable(join(folder, name), [ADDRESS])).resolves.toBeUndefined();
});

test('what is saved is what was fetched, byte for byte, and can be imported', async () => {
  const { folder } = project();
  const kept = join(folder, 'kept');
  expect(await saveExport(from({ 'thread.json': FERRY }), kept, false)).toEqual([join(kept, 'thread.json')]);
  expect(readdirSync(kept)).toEqual(['thread.json']);
  expect(readFileSync(join(kept, 'thread.json'), 'utf8')).toBe(FERRY);
  const { exports } = await recognise(kept, undefined, { say: () => {}, warn: () => {} });
  expect(exports.map(({ importer }) => importer.name)).toEqual(['mastodon']);
});

test('a dry run says the same, and writes nothing', async () => {
  const { folder, files } = project();
  const kept = join(folder, 'kept');
  expect(await saveExport(from({ 'a.json': '1', 'b.json': '2' }), kept, true)).toEqual([
    join(kept, 'a.json'),
    join(kept, 'b.json'),
  ]);
  expect(files()).toEqual({});
});

test('where one file cannot be written, none is', async () => {
  const { folder, files } = project({ 'kept/sub': 'a file in the place of a folder' });
  await expect(
    saveExport(from({ 'a.json': '1', 'sub/b.json': '2' }), join(folder, 'kept'), false),
  ).rejects.toThrow();
  expect(Object.keys(files())).toEqual(['kept/sub']);
});

/** A project with the answers of an interrupted fetch, which goes on without the network. */
async function withAnswers(content = context()) {
  const made = project();
  const kept = keptAnswers(join(made.folder, '.cache/quotidian/fetched'), ADDRESS, Date.now);
  for (const [question, answer] of [
    ['', status('1042', null, '<p>Half past seven.</p>')],
    ['/context', JSON.parse(content)],
  ])
    await kept.put(`https://quay.example/api/v1/statuses/1042${question}`, {
      url: ADDRESS,
      headers: {},
      content: new TextEncoder().encode(JSON.stringify(answer)),
    });
  return made;
}

test('import saves what it fetches, and takes the same thread from there', async () => {
  const { run, read } = await withAnswers();
  const { code, out } = run(['import', ADDRESS, '--save', 'kept/ferry', '--id', 'ferry']);
  expect({ code, out }).toMatchObject({
    code: 0,
    out: expect.stringContaining('  saved kept/ferry/thread.json'),
  });
  const thread = read('content/threads/ferry.json');
  expect(run(['import', 'kept/ferry', '--id', 'ferry']).out).toContain('unchanged');
  expect(read('content/threads/ferry.json')).toBe(thread);
});

test('import in a dry run says what it would save, and writes nothing', async () => {
  const { run, files } = await withAnswers();
  const { code, out } = run(['import', ADDRESS, '--save', 'kept', '--dry-run']);
  expect({ code, files: files() }).toEqual({ code: 0, files: {} });
  expect(out).toContain('  would save kept/thread.json');
});
