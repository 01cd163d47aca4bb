import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hackernews } from '../../src/importers/hackernews.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { threadSchema } from '../../src/thread/schema.ts';
import { exportFrom, exportIn, FIXTURES, importAll } from './exports.ts';

const json = (value: unknown) => exportFrom(JSON.stringify(value));
const lines = (...values: unknown[]) =>
  exportFrom(values.map((value) => JSON.stringify(value)).join('\n'), 'items.jsonl');
const importing = (value: unknown) => importAll(hackernews, json(value));
const item = (id: number, extra: object = {}) => ({
  by: 'ines',
  id,
  time: 1772524800 + id,
  type: 'comment',
  text: `Number ${id}`,
  ...extra,
});
const story = item(1, { type: 'story', title: 'The pier', url: 'https://quay.example/pier' });
const node = (id: number, extra: object = {}) => ({
  id,
  author: 'ines',
  children: [],
  created_at: '2026-03-03T08:00:00.000Z',
  created_at_i: 1772524800,
  options: [],
  parent_id: null,
  points: null,
  story_id: 1,
  text: `Number ${id}`,
  title: null,
  type: 'comment',
  url: null,
  ...extra,
});

describe('what it claims', () => {
  test.each([
    ['an item', story, true],
    ['items in a list', [null, story], true],
    ['a deleted item', { deleted: true, id: 7, parent: 1, time: 1772524800, type: 'comment' }, true],
    ['an item with all below it', node(1), true],
    ['such an item whose own keys are few', { id: 1, title: 'The pier', children: [node(2)] }, true],
    ['an answer without findings', { hits: [], nbHits: 0 }, false],
    ['what a search elsewhere found', { hits: [{ objectID: '1', name: 'A rope' }] }, false],
    ['a person', { id: 'ines', created: 1772524800, karma: 7, submitted: [1] }, false],
    ['a list of numbers', [1, 2, 3], false],
    ['a comment of another kind of tree', { id: 1, children: [{ id: 2, children: [] }] }, false],
    ['a message of a chat', { id: 1, type: 'message', time: 1, by: 'ines' }, false],
    ['null', null, false],
  ])('%s', async (_name, value, claimed) => {
    expect(await hackernews.detect(json(value))).toBe(claimed);
  });

  test('items one a line, and an item alone on its line, with nothing where the API knew none', async () => {
    expect(await hackernews.detect(lines(null, story, item(2)))).toBe(true);
    expect(await hackernews.detect(lines(story))).toBe(true);
    expect(await hackernews.detect(lines({ id: 1 }, { id: 2 }))).toBe(false);
  });

  test('a tree that is longer than what is looked at, its children first', async () => {
    const children = Array.from({ length: 3000 }, (_, n) => node(n + 2, { parent_id: 1 }));
    const { id, ...rest } = node(1, { children });
    expect(await hackernews.detect(json({ ...rest, id }))).toBe(true);
  });
});

describe('what was taken away', () => {
  test.each([
    ['deleted', { deleted: true, by: undefined, text: undefined }],
    ['removed', { dead: true }],
    ['removed', { text: '[flagged]' }],
    ['removed', { text: '[dead]' }],
    ['deleted', { deleted: true, dead: true }],
  ])('%s: no word and no author is kept, and what answers it is', async (state, extra) => {
    const { threads } = await importAll(
      hackernews,
      lines(story, item(2, { parent: 1, ...extra }), item(3, { parent: 2 })),
    );
    expect(threads[0]?.posts[1]).toEqual({
      id: '2',
      author: null,
      parent: '1',
      state,
      published: '2026-03-03T08:00:02.000Z',
      url: 'https://news.ycombinator.com/item?id=2',
      body: { plain: '' },
    });
    expect(threads[0]?.posts[2]?.parent).toBe('2');
  });

  test('a dead story gives the thread neither its title nor its address', async () => {
    const { threads } = await importAll(hackernews, lines({ ...story, dead: true }, item(2, { parent: 1 })));
    expect(threads[0]?.title).toBe('Thread on Hacker News');
    expect(JSON.stringify(threads)).not.toContain('pier');
  });

  test('who spoke only in what was taken away is not among the people', async () => {
    const { threads } = await importAll(
      hackernews,
      lines(story, item(2, { by: 'oskar', dead: true, parent: 1 })),
    );
    expect(Object.keys(threads[0]?.people ?? {})).toEqual(['ines']);
  });

  test('options of a poll that were taken away are not shown', async () => {
    const poll = { ...story, type: 'poll', url: undefined, parts: [2, 3] };
    const option = (id: number, extra = {}) => item(id, { type: 'pollopt', poll: 1, score: id, ...extra });
    const { threads } = await importAll(hackernews, lines(poll, option(3), option(2, { dead: true })));
    expect(threads[0]?.posts[0]?.poll).toEqual({ options: [{ title: 'Number 3', votes: 3 }] });
  });
});

describe('which items are one thread', () => {
  test('two stories in one file are two threads', async () => {
    const other = { ...story, id: 10, title: 'The lamp' };
    const { threads } = await importAll(hackernews, lines(story, other, item(11, { parent: 10 })));
    expect(threads.map(({ title, posts }) => [title, posts.length])).toEqual([
      ['The pier', 1],
      ['The lamp', 2],
    ]);
  });

  test('what answers something that is not there belongs to the only story, below a placeholder', async () => {
    const { threads } = await importAll(hackernews, lines(story, item(9, { parent: 8 })));
    expect(threads.map(({ posts }) => posts.map(({ id, parent, state }) => [id, parent, state]))).toEqual([
      [
        ['1', null, undefined],
        ['8', null, 'missing'],
        ['9', '8', undefined],
      ],
    ]);
  });

  test('several files are read together', async () => {
    const files = new Map([
      ['1.json', new Blob([JSON.stringify(story)])],
      ['2.json', new Blob([JSON.stringify(item(2, { parent: 1 }))])],
    ]);
    const { threads } = await importAll(hackernews, files);
    expect(threads.map(({ posts }) => posts.length)).toEqual([2]);
  });

  test('a comment that was saved with what answers it stands below a placeholder, and its words are the title', async () => {
    const { threads } = await importing(node(5, { parent_id: 4, children: [node(6, { parent_id: 5 })] }));
    expect(threads[0]?.title).toBe('Number 5');
    expect(threads[0]?.posts.map(({ id, state }) => [id, state])).toEqual([
      ['4', 'missing'],
      ['5', undefined],
      ['6', undefined],
    ]);
  });
});

describe('what is hostile or broken', () => {
  test('a tree a hundred thousand answers deep is read', async () => {
    const depth = 100_000;
    const open = Array.from(
      { length: depth },
      (_, n) =>
        `{"id":${n + 1},"author":"ines","created_at_i":1,"parent_id":${n || null},"points":1,"story_id":1,"title":null,"text":"x","children":[`,
    );
    const { threads } = await importAll(hackernews, exportFrom(`${open.join('')}${']}'.repeat(depth)}`));
    expect(threads[0]?.posts.length).toBe(depth);
  });

  test('a circle is cut and told of', async () => {
    const { threads, warnings } = await importAll(
      hackernews,
      lines(item(2, { parent: 3 }), item(3, { parent: 2 })),
    );
    expect(threads[0]?.posts.length).toBe(2);
    expect(warnings).toMatchObject([{ code: 'reply-cycle' }]);
  });

  test('keys of other kinds are named, the item is kept where it can be', async () => {
    const odd = lines(
      story,
      item(2, { parent: 1, time: 'soon' }),
      item(3, { parent: 1, text: 7 }),
      'word',
      {},
    );
    const { threads, warnings } = await importAll(hackernews, odd);
    expect(threads[0]?.posts.map(({ id }) => id)).toEqual(['1', '2']);
    expect(warnings.map(({ code, post }) => [code, post])).toEqual([
      ['unreadable-field', '2'],
      ['unreadable-post', '3'],
      ['unreadable-post', undefined],
      ['unreadable-post', undefined],
    ]);
  });

  test('a line that is broken is named, and the rest is read', async () => {
    const text = `${JSON.stringify(story)}\n{"id":\n${JSON.stringify(item(2, { parent: 1 }))}`;
    const { threads, warnings } = await importAll(hackernews, exportFrom(text, 'items.jsonl'));
    expect(threads[0]?.posts.length).toBe(2);
    expect(warnings).toMatchObject([{ code: 'unreadable-line', file: 'items.jsonl' }]);
  });

  test('__proto__ as an author, an address that runs something, and half a surrogate do no harm', async () => {
    const text = JSON.stringify([
      { ...story, by: '__proto__', url: 'javascript:alert(1)' },
      item(2, { parent: 1, by: '\uD800' }),
    ]);
    const { threads } = await importAll(hackernews, exportFrom(text));
    const [thread] = threads;
    expect(threadSchema.parse(thread)).toEqual(thread);
    expect(thread?.posts[0]?.cards).toBeUndefined();
  });

  test.each([
    ['not-hackernews', '{"posts":[]}'],
    ['unreadable-export', JSON.stringify({ ...story, text: 7 })],
    ['empty-file', ''],
  ])('%s is an error that says what to do', async (code, content) => {
    await expect(importAll(hackernews, exportFrom(content))).rejects.toMatchObject({
      code,
      place: { file: 'input.json' },
      hint: expect.stringMatching(/\.$/),
    });
  });
});

test('quotes are traced: with an angle bracket, in italics behind one, and in italics alone', async () => {
  const { threads } = await importAll(hackernews, await exportIn(join(FIXTURES, 'hackernews/algolia-tree')));
  const traced = threads.flatMap((thread) => quoteGraph(readThread(thread)).quotes);
  expect(traced.map(({ post, source, fidelity }) => [post, source?.post, fidelity])).toEqual([
    ['71204509', '71204503', 'verbatim'],
    ['71204514', '71204509', 'verbatim'],
    ['71204510', '71204503', 'verbatim'],
  ]);
});

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus/hackernews');

describe.skipIf(!existsSync(CORPUS))('real exports', () => {
  const read = (name: string) => readFileSync(join(CORPUS, name), 'utf8');

  test('a thread with 33 comments and a job come whole', async () => {
    const thread = await importAll(hackernews, exportFrom(read('job-radar__hn-thread.json')));
    expect(thread.threads.map(({ posts }) => posts.length)).toEqual([34]);
    const job = await importAll(hackernews, exportFrom(read('job-radar__hn-job.json')));
    expect(job.threads.map(({ posts }) => posts.length)).toEqual([1]);
  });

  test('answers of the search and of an item are claimed, and every hit is a post', async () => {
    const answers: { url: string; reply: { hits?: unknown[]; karma?: number } }[] = JSON.parse(
      read('node-hn-api__fixtures.json'),
    );
    for (const { url, reply } of answers) {
      const files = json(reply);
      expect({ url, claimed: await hackernews.detect(files) }).toEqual({
        url,
        claimed: reply.karma === undefined,
      });
      if (reply.karma !== undefined) continue;
      const { threads } = await importAll(hackernews, files);
      const posts = threads.flatMap((thread) => thread.posts).filter(({ state }) => state !== 'missing');
      expect(posts.length).toBe(reply.hits?.length ?? 3);
    }
  });
});
