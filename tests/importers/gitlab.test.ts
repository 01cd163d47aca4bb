import { existsSync, openAsBlob, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gitlab } from '../../src/importers/gitlab.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { threadSchema } from '../../src/thread/schema.ts';
import { exportFrom, exportIn, FIXTURES, importAll } from './exports.ts';

const ines = { id: 2, username: 'ines', name: 'Ines Kovar' };
const issue = (extra: object = {}) => ({
  id: 4012,
  iid: 12,
  project_id: 66,
  title: 'The gate',
  description: 'It sticks.',
  author: ines,
  created_at: '2026-03-03T08:12:00.291Z',
  confidential: false,
  web_url: 'https://gitlab.example/quay/weir/-/issues/12',
  ...extra,
});
const note = (id: number, extra: object = {}) => ({
  id,
  body: `Note ${id}`,
  author: ines,
  created_at: '2026-03-03T09:00:00.000Z',
  system: false,
  noteable_id: 4012,
  noteable_iid: 12,
  noteable_type: 'Issue',
  ...extra,
});
const discussion = (...notes: readonly object[]) => ({ id: 'd', individual_note: false, notes });

const json = (value: unknown) => exportFrom(JSON.stringify(value));
const importing = (value: unknown) => importAll(gitlab, json(value));
const outline = async (value: unknown) =>
  (await importing(value)).threads.flatMap(({ posts }) =>
    posts.map(({ id, parent, state }) => `${id}<${parent ?? ''}${state ? ` ${state}` : ''}`),
  );

describe('what it claims', () => {
  test.each([
    ['an issue', issue(), true],
    ['a page of issues', [issue()], true],
    ['an issue and its notes', { issue: issue(), notes: [note(1)] }, true],
    ['notes alone', [note(1)], true],
    ['discussions alone', [discussion(note(1))], true],
    ['an issue of GitHub', { number: 1, title: 'a', body: '', user: { login: 'ines' }, html_url: '' }, false],
    ['a list of anything', [{ id: 1, body: 'hello' }], false],
    ['an empty list', [], false],
    ['null', null, false],
  ])('%s: %#', async (_name, value, claimed) => {
    expect(await gitlab.detect(json(value))).toBe(claimed);
  });
});

describe('what cannot be read is an error that says where', () => {
  test.each([
    ['something else', { posts: [] }, 'not-gitlab'],
    ['an empty list', [], 'empty-export'],
    ['an issue without a number', issue({ iid: null }), 'unreadable-export'],
  ])('%s', async (_name, value, code) => {
    await expect(importing(value)).rejects.toMatchObject({
      name: 'QuotidianError',
      code,
      place: { file: 'input.json' },
      hint: expect.stringMatching(/\.$/),
    });
  });
});

describe('who answers whom', () => {
  test('notes belong to their issue, and answers to the first note of their discussion', async () => {
    const discussions = [
      { ...discussion(note(1)), individual_note: true },
      discussion(note(2), note(3), note(4)),
    ];
    expect(await outline({ issue: issue(), discussions })).toEqual([
      '12<',
      'note_1<12',
      'note_2<12',
      'note_3<note_2',
      'note_4<note_2',
    ]);
  });

  test('notes and discussions saved side by side are the same notes', async () => {
    const [one, two] = [note(1), note(2)];
    const folder = new Map([
      ['discussions.json', new Blob([JSON.stringify([discussion(one, two)])])],
      ['issue.json', new Blob([JSON.stringify(issue())])],
      ['notes.json', new Blob([JSON.stringify([two, one])])],
    ]);
    const { threads, warnings } = await importAll(gitlab, folder);
    expect(threads[0]?.posts.map(({ id, parent }) => [id, parent])).toEqual([
      ['12', null],
      ['note_1', '12'],
      ['note_2', 'note_1'],
    ]);
    expect(warnings).toEqual([]);
  });

  test('an issue and a merge request of one number are two threads', async () => {
    const other = { noteable_type: 'MergeRequest' };
    const { threads } = await importing([note(1), note(2, other)]);
    expect(threads.map(({ title }) => title)).toEqual(['#12', '!12']);
  });

  test('100,000 answers in one discussion are read', async () => {
    const notes = Array.from({ length: 100_000 }, (_, n) => note(n + 1));
    expect(await outline([discussion(...notes)])).toHaveLength(100_001);
  });
});

describe('what must not get out', () => {
  test.each([
    ['internal', { internal: true }],
    ['confidential, as it was called before', { confidential: true }],
    ['internal or not, which is not to be told', { internal: 'yes' }],
  ])('a note that is %s', async (_name, extra) => {
    const value = { issue: issue(), notes: [note(1), note(2, { ...extra, body: 'secret' })] };
    const { threads, warnings } = await importing(value);
    expect(JSON.stringify(threads)).not.toContain('secret');
    expect(threads[0]?.posts).toHaveLength(2);
    expect(warnings).toMatchObject([{ post: 'note_2' }]);
  });

  test('neither do answers to an internal note', async () => {
    const value = { issue: issue(), discussions: [discussion(note(1, { internal: true }), note(2))] };
    expect(await outline(value)).toEqual(['12<']);
  });

  test('a confidential issue needs consent, and the basis is kept', async () => {
    const value = issue({ confidential: true });
    await expect(importing(value)).rejects.toMatchObject({ code: 'no-consent' });
    const options = { warn: () => undefined, consent: 'all were asked' };
    const [asked] = await Array.fromAsync(gitlab.parse(json(value), options));
    expect(asked?.origin.consent).toBe('all were asked');
  });

  test.each(['private', 'internal'])('what is of a project that is %s needs consent', async (visibility) => {
    const value = { project: { visibility }, issue: issue(), discussions: [discussion(note(1))] };
    await expect(importing(value)).rejects.toMatchObject({ code: 'no-consent' });
    await expect(importing({ ...value, project: { visibility: 'public' } })).resolves.toBeDefined();
  });

  test('notes that GitLab wrote are counted and left out', async () => {
    const { threads, warnings } = await importing([note(1, { system: true }), note(2)]);
    expect(threads[0]?.posts.map(({ id }) => id)).toEqual(['12', 'note_2']);
    expect(warnings[0]).toMatchObject({ code: 'notice' });
  });
});

test('quotes are traced, those between two lines of >>> as well', async () => {
  const files = await exportIn(join(FIXTURES, 'gitlab/issue-with-discussions'));
  const [read] = (await importAll(gitlab, files)).threads;
  if (!read) throw new Error('There is no thread.');
  const { quotes } = quoteGraph(readThread(read));
  expect(quotes.map(({ post, fidelity, source }) => [post, fidelity, source?.post])).toEqual([
    ['note_502', 'verbatim', '12'],
    ['note_503', 'verbatim', 'note_502'],
    ['note_505', 'verbatim', 'note_503'],
  ]);
});

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus/gitlab');

describe.skipIf(!existsSync(CORPUS))('real exports', () => {
  const names = existsSync(CORPUS) ? readdirSync(CORPUS) : [];
  test.each(names)('%s', async (name) => {
    const path = join(CORPUS, name);
    const files = new Map([[name, await openAsBlob(path)]]);
    expect(await gitlab.detect(files)).toBe(true);
    const { threads } = await importAll(gitlab, files);
    for (const read of threads) threadSchema.parse(read);
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const entries = (Array.isArray(value) ? value : [value]).filter(({ system }) => system !== true);
    const posts = threads.flatMap((read) => read.posts.filter(({ state }) => state !== 'missing'));
    expect(posts).toHaveLength(entries.length);
  });
});
