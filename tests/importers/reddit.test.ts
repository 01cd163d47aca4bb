import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reddit } from '../../src/importers/reddit.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { threadSchema } from '../../src/thread/schema.ts';
import { exportFrom, exportIn, FIXTURES, importAll } from './exports.ts';

const json = (value: unknown) => exportFrom(JSON.stringify(value));
const lines = (...values: unknown[]) =>
  exportFrom(values.map((value) => JSON.stringify(value)).join('\n'), 'archive.jsonl');
const importing = (value: unknown) => importAll(reddit, json(value));
const listing = (...children: unknown[]) => ({ kind: 'Listing', data: { children } });
const post = (extra: object = {}) => ({
  id: 'p1',
  author: 'ines',
  title: 'The pier',
  selftext: 'Who lights it?',
  subreddit: 'quayside',
  created_utc: 1772524800,
  ...extra,
});
const comment = (id: string, extra: object = {}) => ({
  id,
  author: 'oskar',
  body: `Comment ${id}`,
  link_id: 't3_p1',
  parent_id: 't3_p1',
  subreddit: 'quayside',
  created_utc: 1772524860,
  ...extra,
});
const t3 = (extra: object = {}) => ({ kind: 't3', data: post(extra) });
const t1 = (id: string, extra: object = {}) => ({ kind: 't1', data: comment(id, extra) });
const firstPost = async (extra: object) => (await importing(listing(t3(extra)))).threads[0]?.posts[0];
const onlyComment = async (extra: object) =>
  (await importing([listing(t3()), listing(t1('c1', extra))])).threads[0]?.posts[1];

describe('what it claims', () => {
  test.each([
    ['a thread', [listing(t3()), listing(t1('c1'))], true],
    ['a listing', listing(t1('c1')), true],
    ['what archives answer', { data: [comment('c1')] }, true],
    ['a list of bare posts', [post()], true],
    ['what more comments are answered with', { json: { errors: [], data: { things: [t1('c1')] } } }, true],
    ['a listing of nothing', listing(), false],
    ['a listing of subreddits', listing({ kind: 't5', data: { display_name: 'quayside' } }), false],
    ['a comment of something else', [{ id: 1, body: 'x', author: 'ines' }], false],
    ['null', null, false],
  ])('%s', async (_name, value, claimed) => {
    expect(await reddit.detect(json(value))).toBe(claimed);
  });

  test('posts and comments one a line', async () => {
    expect(await reddit.detect(lines(post(), comment('c1')))).toBe(true);
    expect(await reddit.detect(lines({ id: 1 }, { id: 2 }))).toBe(false);
  });
});

describe('what was taken away leaves its place and no word', () => {
  test.each([
    ['deleted', { author: '[deleted]', body: '[deleted]' }],
    ['removed', { author: '[deleted]', body: '[removed]' }],
    ['removed', { body: '[ Removed by Reddit ]' }],
    ['removed', { body: '[ Removed by reddit in response to a copyright notice. ]' }],
    ['removed', { banned_by: 'quaymod' }],
    ['removed', { banned_by: true }],
    ['removed', { spam: true }],
    ['removed', { removal_reason: 'legal' }],
    ['removed', { removed_by_category: 'moderator' }],
    ['deleted', { removed_by_category: 'deleted' }],
    ['removed', { _meta: { removal_type: 'removed by reddit' } }],
    ['deleted', { _meta: { was_deleted_later: true } }],
  ])('%s: %o', async (state, extra) => {
    const found = await onlyComment(extra);
    expect(found).toMatchObject({ state, author: null, body: { plain: '' } });
    expect(JSON.stringify(found)).not.toContain('Comment c1');
  });

  test('brackets of an author’s own are words', async () => {
    expect(await onlyComment({ body: '[removed the tarpaulin]' })).not.toHaveProperty('state');
  });

  test('a post that is gone gives the thread no title, and its author is nobody', async () => {
    const { threads } = await importing(listing(t3({ removed_by_category: 'moderator' })));
    expect(threads[0]?.title).toBe('Thread in r/quayside');
    expect(threads[0]?.people).toEqual({});
  });

  test('words whose author has left stay, and are nobody’s', async () => {
    expect(await onlyComment({ author: '[deleted]' })).toMatchObject({
      author: null,
      body: { markdown: 'Comment c1' },
    });
  });
});

describe('closed places', () => {
  test.each([
    ['private', { subreddit_type: 'private' }],
    ['of employees', { subreddit_type: 'employees_only' }],
    ['of a kind nobody knows', { subreddit_type: 'harbour_only' }],
    ['under quarantine', { quarantine: true }],
  ])('a community %s needs consent', async (_name, extra) => {
    const files = json(listing(t3(extra)));
    await expect(importAll(reddit, files)).rejects.toMatchObject({ code: 'no-consent' });
    const options = { warn: () => undefined, consent: 'All were asked.' };
    const [thread] = await Array.fromAsync(reddit.parse(files, options));
    expect(thread?.origin.consent).toBe('All were asked.');
  });

  test.each(['public', 'restricted', 'archived', 'user'])('%s does not', async (subreddit_type) => {
    expect((await importing(listing(t3({ subreddit_type })))).threads).toHaveLength(1);
  });

  test('a post carried over from a closed, covered or removed place shows nothing of it', async () => {
    const original = {
      title: 'NOT-FOR-PUBLICATION',
      author: 'ines',
      permalink: '/r/lamps/comments/x/y/',
      subreddit_name_prefixed: 'r/lamps',
    };
    for (const extra of [
      { subreddit_type: 'private' },
      { over_18: true },
      { removed_by_category: 'author' },
    ]) {
      const found = await firstPost({ crosspost_parent_list: [{ ...original, ...extra }] });
      expect(JSON.stringify(found)).not.toContain('NOT-FOR-PUBLICATION');
    }
  });
});

describe('escaping is told from the file', () => {
  const body = '&gt; a &amp;amp; b';
  test.each([
    ['HTML that is escaped', { body_html: '&lt;div class="md"&gt;' }, '> a &amp; b'],
    ['HTML that is not', { body_html: '<div class="md">' }, body],
    ['nothing, where no text holds a bare sign', {}, '> a &amp; b'],
  ])('by %s', async (_name, extra, markdown) => {
    expect(await onlyComment({ body, ...extra })).toMatchObject({ body: { markdown } });
  });

  test('by a bare sign in any other text', async () => {
    const { threads } = await importAll(reddit, lines(post({ title: 'R&D' }), comment('c1', { body })));
    expect(threads[0]?.posts[1]?.body).toMatchObject({ markdown: body });
  });
});

describe('posts', () => {
  test.each([
    ['when', { edited: 1772528400 }, '2026-03-03T09:00:00.000Z'],
    ['that nothing was', { edited: false }, undefined],
    ['only that', { edited: true }, undefined],
  ])('of an edit an entry says %s', async (_name, extra, edited) => {
    expect((await onlyComment(extra))?.edited).toBe(edited);
  });

  test('a hidden score and one below zero are no points', async () => {
    expect(await onlyComment({ score: 7, score_hidden: true })).not.toHaveProperty('reactions');
    expect(await onlyComment({ score: -7 })).not.toHaveProperty('reactions');
  });

  test('a comment without a parent stands below the post, and this is inferred', async () => {
    expect(await onlyComment({ parent_id: null })).toMatchObject({ parent: 't3_p1', inferred: ['parent'] });
  });

  test('a post and a comment with the same id are two', async () => {
    const { threads, warnings } = await importAll(reddit, lines(post(), comment('p1')));
    expect(threads[0]?.posts.map(({ id }) => id)).toEqual(['t3_p1', 't1_p1']);
    expect(warnings).toEqual([]);
  });

  test('a person is one, with the full name in one entry only', async () => {
    const { threads } = await importAll(
      reddit,
      lines(post(), comment('c1'), comment('c2', { author_fullname: 't2_osk' })),
    );
    expect(threads[0]?.posts.map(({ author }) => author)).toEqual(['ines', 't2_osk', 't2_osk']);
  });

  test('a full answer of more comments joins its thread from another file', async () => {
    const files = new Map([
      ['1.json', new Blob([JSON.stringify([listing(t3()), listing(t1('c1'))])])],
      [
        '2.json',
        new Blob([JSON.stringify({ json: { data: { things: [t1('c2', { parent_id: 't1_c1' })] } } })]),
      ],
    ]);
    const { threads } = await importAll(reddit, files);
    expect(threads.map(({ posts }) => posts.length)).toEqual([3]);
  });

  test('comments of many posts are as many threads', async () => {
    const other = { link_id: 't3_p2', parent_id: 't3_p2', link_title: 'The lamp' };
    const { threads } = await importAll(reddit, lines(post(), comment('c1'), comment('c2', other)));
    expect(threads.map(({ title }) => title)).toEqual(['The pier', 'The lamp']);
  });
});

describe('what is hostile or broken', () => {
  test('replies twenty thousand deep are read', async () => {
    const depth = 20_000;
    const open = Array.from(
      { length: depth },
      (_, n) =>
        `{"kind":"t1","data":{"id":"c${n}","name":"t1_c${n}","author":"ines","body":"x","link_id":"t3_p1","parent_id":"${n ? `t1_c${n - 1}` : 't3_p1'}","subreddit":"q","replies":{"kind":"Listing","data":{"children":[`,
    );
    const content = `{"kind":"Listing","data":{"children":[${open.join('')}${']}}}}'.repeat(depth)}]}}`;
    const { threads } = await importAll(reddit, exportFrom(content));
    expect(threads[0]?.posts.length).toBe(depth + 1);
  });

  test('odd keys are named; words whose fate cannot be read are left out', async () => {
    const { threads, warnings } = await importAll(
      reddit,
      lines(post(), comment('c1', { created_utc: 'soon' }), comment('c2', { _meta: 7 }), 'word', 7),
    );
    expect(threads[0]?.posts.map(({ id }) => id)).toEqual(['t3_p1', 't1_c1']);
    expect(warnings.map(({ code, post: named }) => [code, named])).toEqual([
      ['unreadable-line', undefined],
      ['unreadable-line', undefined],
      ['unreadable-field', 't1_c1'],
      ['unreadable-post', 't1_c2'],
    ]);
  });

  test('__proto__ as a name and addresses that run something do no harm', async () => {
    const text = JSON.stringify(
      listing(t3({ author: '__proto__', url: 'javascript:alert(1)', permalink: 'javascript:alert(1)' })),
    );
    const [thread] = (await importAll(reddit, exportFrom(text))).threads;
    expect(threadSchema.parse(thread)).toEqual(thread);
    expect(JSON.stringify(thread)).not.toContain('javascript:');
  });

  test.each([
    ['not-reddit', '{"posts":[]}'],
    ['empty-export', JSON.stringify([listing(), listing()])],
    ['unreadable-export', JSON.stringify([post({ title: 7 })])],
  ])('%s is an error that says what to do', async (code, content) => {
    await expect(importAll(reddit, exportFrom(content))).rejects.toMatchObject({
      code,
      place: { file: 'input.json' },
      hint: expect.stringMatching(/\.$/),
    });
  });
});

test('quotes are traced, one in a quote too, and a spoiler is none', async () => {
  const { threads } = await importAll(reddit, await exportIn(join(FIXTURES, 'reddit/thread')));
  const traced = threads.flatMap((thread) => quoteGraph(readThread(thread)).quotes);
  expect(traced.map(({ post: by, source, fidelity }) => [by, source?.post, fidelity])).toEqual([
    ['t3_1rq4t0', undefined, expect.any(String)],
    ['t1_oa5', 't1_oa2', 'verbatim'],
    ['t1_oa8', 't1_oa2', 'verbatim'],
    ['t1_oa8', 't1_oa5', 'verbatim'],
  ]);
});

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus/reddit');

describe.skipIf(!existsSync(CORPUS))('real exports', () => {
  const names = existsSync(CORPUS) ? readdirSync(CORPUS) : [];

  test.each(names)('%s: as many posts as the file holds, and every stub is told of', async (name) => {
    const content = readFileSync(join(CORPUS, name), 'utf8');
    const files = exportFrom(content);
    expect(await reddit.detect(files)).toBe(true);
    const { threads, warnings } = await importAll(reddit, files);
    const posts = threads.flatMap((thread) => thread.posts).filter(({ state }) => state !== 'missing');
    expect(posts.length).toBe(content.match(/"kind": ?"t[13]"/g)?.length);
    const stubs = warnings.filter(({ code }) => code === 'missing-replies');
    expect(stubs.length).toBe(content.match(/"kind": ?"more"/g)?.length ?? 0);
  });
});
