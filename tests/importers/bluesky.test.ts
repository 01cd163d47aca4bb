import { existsSync, openAsBlob, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bluesky } from '../../src/importers/bluesky.ts';
import { linkedStretches } from '../../src/importers/bluesky/facets.ts';
import { textHtml } from '../../src/importers/bluesky/text-html.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { threadSchema } from '../../src/thread/schema.ts';
import { exportFrom, exportIn, FIXTURES, importAll } from './exports.ts';

const uri = (key: string, who = 'ines') => `at://did:plc:${who}/app.bsky.feed.post/${key}`;
const author = (who: string, extra: object = {}) => ({
  did: `did:plc:${who}`,
  handle: `${who}.example`,
  ...extra,
});
const post = (key: string, parent: string | null = null, extra: object = {}, record: object = {}) => ({
  uri: uri(key),
  cid: key,
  author: author('ines'),
  indexedAt: '2026-03-03T08:12:00.000Z',
  record: {
    $type: 'app.bsky.feed.post',
    text: key,
    createdAt: '2026-03-03T08:12:00.000Z',
    ...(parent === null ? {} : { reply: { parent: { uri: uri(parent) }, root: { uri: uri('a') } } }),
    ...record,
  },
  ...extra,
});
const json = (value: unknown) => exportFrom(JSON.stringify(value));
const importing = (value: unknown) => importAll(bluesky, json(value));
const posts = async (value: unknown) => (await importing(value)).threads.flatMap((thread) => thread.posts);
const label = (val: string, src = 'did:plc:moderators', extra: object = {}) => ({
  src,
  uri: '',
  val,
  ...extra,
});

describe('what it claims', () => {
  test.each([
    ['a post view', post('a'), true],
    ['posts', { posts: [post('a')] }, true],
    ['an array of posts', [null, post('a')], true],
    ['a nested thread', { thread: { post: post('a'), replies: [] } }, true],
    [
      'a thread that is not found',
      { thread: { $type: 'app.bsky.feed.defs#notFoundPost', uri: uri('a') } },
      true,
    ],
    ['a flat thread', { thread: [{ uri: uri('a'), depth: 0, value: {} }] }, true],
    ['a feed', { feed: [{ post: post('a') }] }, true],
    ['a record', { uri: uri('a'), cid: '', value: { $type: 'app.bsky.feed.post' } }, true],
    ['no posts', { posts: [] }, false],
    ['another thread', { thread: { post: { uri: 'https://quay.example/1', record: {} } } }, false],
    ['posts of another platform', { posts: [{ id: 1, uri: 'https://quay.example/1' }] }, false],
  ])('%s: %#', async (_name, value, claimed) => {
    expect(await bluesky.detect(json(value))).toBe(claimed);
  });
});

describe('what cannot be read is an error that says what to save instead', () => {
  test.each([
    [
      'a feed generator',
      { uri: 'at://did:plc:ines/app.bsky.feed.generator/a', value: { $type: 'app.bsky.feed.generator' } },
      'not-bluesky',
    ],
    [
      'a thread that is gone',
      { thread: { $type: 'app.bsky.feed.defs#notFoundPost', uri: uri('a'), notFound: true } },
      'empty-export',
    ],
    ['posts without text', { posts: [post('a', null, {}, { text: 7 })] }, 'unreadable-export'],
  ])('%s', async (_name, value, code) => {
    await expect(importing(value)).rejects.toMatchObject({
      name: 'QuotidianError',
      code,
      hint: expect.stringMatching(/\.$/),
    });
  });
});

describe('who may be shown', () => {
  const closed = author('ines', { labels: [label('!no-unauthenticated', 'did:plc:ines')] });

  test('an account that one answer labels has no post shown from any', async () => {
    const other = post('b', 'a', { author: author('bo'), uri: uri('b', 'bo') });
    const { threads, warnings } = await importing({
      posts: [post('a'), post('c', null, { author: closed }), other],
    });
    expect(threads.flatMap((thread) => thread.posts.map(({ author: by, state }) => [by, state]))).toEqual([
      [null, 'missing'],
      [expect.any(String), undefined],
    ]);
    expect(JSON.stringify(threads)).not.toContain('ines');
    expect(warnings.filter(({ code }) => code === 'not-public')).toHaveLength(2);
  });

  test('a label that was taken back is none', async () => {
    const labels = [label('!hide'), label('!hide', 'did:plc:moderators', { neg: true })];
    expect((await posts(post('a', null, { labels })))[0]?.state).toBeUndefined();
  });

  test('nobody hides a post from others by labelling it themselves', async () => {
    expect((await posts(post('a', null, { labels: [label('!hide', 'did:plc:ines')] })))[0]?.body).toEqual({
      html: '<p>a</p>',
    });
  });

  test('labels that cannot be read cost the post', async () => {
    await expect(posts(post('a', null, { labels: '!no-unauthenticated' }))).rejects.toMatchObject({
      code: 'unreadable-export',
    });
  });

  test('a post that is hidden in one answer is hidden in all', async () => {
    const gate = { record: { hiddenReplies: [uri('b')] } };
    const [first, second] = await posts({ posts: [post('a', null, { threadgate: gate }), post('b', 'a')] });
    expect(first?.state).toBeUndefined();
    expect(second).toMatchObject({ state: 'removed', author: null, body: { plain: '' } });
  });

  test('an author who is not the one of the address is nobody', async () => {
    const { threads, warnings } = await importing(post('a', null, { author: author('bo') }));
    expect(threads[0]?.posts[0]?.author).toBeNull();
    expect(warnings).toMatchObject([{ code: 'author-mismatch' }]);
  });
});

describe('threads', () => {
  test('100,000 levels of replies are read', { timeout: 60_000 }, async () => {
    const levels = 100_000;
    const open = Array.from(
      { length: levels },
      (_, n) => `{"post":${JSON.stringify(post(`p${n}`, n === 0 ? null : `p${n - 1}`))},"replies":[`,
    );
    const text = `{"thread":${open.join('')}${']}'.repeat(levels)}}`;
    const { threads } = await importAll(bluesky, exportFrom(text));
    expect(threads.map((thread) => thread.posts.length)).toEqual([levels]);
  });

  test('posts that answer each other in a circle are a thread, and that is told', async () => {
    const { threads, warnings } = await importing({ posts: [post('a', 'b'), post('b', 'a')] });
    expect(threads).toHaveLength(1);
    expect(warnings.map(({ code }) => code)).toContain('reply-cycle');
  });

  test('pages of one thread in several files are one thread, and nothing of it comes twice', async () => {
    const files = new Map([
      ['1.json', new Blob([JSON.stringify({ posts: [post('a'), post('b', 'a')] })])],
      ['2.json', new Blob([JSON.stringify({ posts: [post('a'), post('c', 'gone')] })])],
    ]);
    const { threads, warnings } = await importAll(bluesky, files);
    expect(threads.map((thread) => thread.posts.length)).toEqual([4]);
    expect(warnings.map(({ code }) => code)).toEqual(['missing-parent']);
  });

  test('another version of a post is told of', async () => {
    const { warnings } = await importing({ posts: [post('a'), post('a', null, { cid: 'other' })] });
    expect(warnings).toMatchObject([{ code: 'duplicate-id' }]);
  });
});

describe('dates', () => {
  test.each([
    ['its own', '2026-03-03T08:00:00Z', '2026-03-03T08:12:00Z', '2026-03-03T08:00:00.000Z'],
    [
      'when it was seen, where it says later',
      '2031-01-01T00:00:00Z',
      '2026-03-03T08:12:00Z',
      '2026-03-03T08:12:00.000Z',
    ],
    ['when it was seen, where it says nothing', 'soon', '2026-03-03T08:12:00Z', '2026-03-03T08:12:00.000Z'],
    ['none where there is none', 'soon', 'later', undefined],
  ])('a post has %s', async (_name, createdAt, indexedAt, published) => {
    const [only] = await posts(post('a', null, { indexedAt }, { createdAt }));
    expect(only?.published).toBe(published);
  });
});

describe('facets', () => {
  const link = (byteStart: unknown, byteEnd: unknown, target = 'https://tides.example/') => ({
    index: { byteStart, byteEnd },
    features: [{ $type: 'app.bsky.richtext.facet#link', uri: target }],
  });
  const html = (text: string, ...facets: readonly unknown[]) =>
    textHtml(text, linkedStretches(text, facets, undefined).stretches);

  test.each([
    ['counts bytes', '5 € off', [link(6, 9)], '<p>5 € <a href="https://tides.example/">off</a></p>'],
    ['takes an emoji whole', '🚢', [link(0, 4)], '<p><a href="https://tides.example/">🚢</a></p>'],
    ['leaves out what begins within a character', '🚢', [link(1, 4)], '<p>🚢</p>'],
    ['leaves out what ends beyond', 'abc', [link(0, 4)], '<p>abc</p>'],
    [
      'keeps the first of two over one another',
      'abc',
      [link(1, 3), link(0, 2)],
      '<p><a href="https://tides.example/">ab</a>c</p>',
    ],
    ['leaves out what is no address of the web', 'abc', [link(0, 3, 'javascript:alert(1)')], '<p>abc</p>'],
    [
      'links over lines in each',
      'a\nb',
      [link(0, 3)],
      '<p><a href="https://tides.example/">a</a><br><a href="https://tides.example/">b</a></p>',
    ],
    ['keeps paragraphs', 'a\n\n\nb', [], '<p>a</p><p>b</p>'],
    [
      'has no mark-up',
      '<img src=x onerror="&amp;">',
      [],
      '<p>&lt;img src=x onerror=&quot;&amp;amp;&quot;&gt;</p>',
    ],
    ['has no words', ' \n', [], ''],
  ])('%s', (_name, text, facets, expected) => {
    expect(html(text, ...facets)).toBe(expected);
  });

  test('whatever they say, the words stay', () => {
    const index = fc.record({
      byteStart: fc.integer({ min: -5, max: 60 }),
      byteEnd: fc.integer({ min: -5, max: 60 }),
    });
    const feature = fc.oneof(
      fc.constant({ $type: 'app.bsky.richtext.facet#link', uri: 'https://tides.example/?a&b' }),
      fc.jsonValue(),
    );
    const facet = fc.oneof(
      fc.record({ index, features: fc.array(feature, { maxLength: 2 }) }),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.array(facet, { maxLength: 5 }),
        (text, facets) => {
          const words = html(text, ...facets)
            .replace(/<[^>]*>/g, '')
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replaceAll('&quot;', '"')
            .replaceAll('&amp;', '&');
          const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
          expect(words).toBe(lines.join('').toWellFormed());
        },
      ),
    );
  });

  test('100,000 of them take no time worth a word', () => {
    const text = 'ab'.repeat(100_000);
    const facets = Array.from({ length: 100_000 }, (_, n) => link(2 * n, 2 * n + 1));
    const before = performance.now();
    expect(linkedStretches(text, facets, undefined).stretches).toHaveLength(100_000);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

test('a quote is traced to the post whose words it repeats', async () => {
  const { threads } = await importAll(bluesky, await exportIn(join(FIXTURES, 'bluesky', 'thread')));
  const [thread] = threads;
  if (!thread) throw new Error('There is no thread.');
  const { quotes } = quoteGraph(readThread(thread));
  const [root, reply] = thread.posts;
  expect(quotes).toMatchObject([{ post: reply?.id, fidelity: 'verbatim', source: { post: root?.id } }]);
});

test('whatever stands in a post, the thread is as the schema wants it', async () => {
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom('__proto__', 'javascript:alert(1)', '', null),
  );
  const keys = fc.constantFrom(
    'uri',
    'author',
    'embed',
    'labels',
    'indexedAt',
    'likeCount',
    'threadgate',
    'viewer',
    '__proto__',
  );
  const ofRecord = fc.constantFrom(
    'text',
    'facets',
    'entities',
    'reply',
    'langs',
    'labels',
    'createdAt',
    'embed',
    '__proto__',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(keys, anything),
      fc.dictionary(ofRecord, anything),
      async (extra, record) => {
        const { threads } = await importing({ posts: [post('z'), post('a', null, extra, record)] });
        for (const thread of threads) expect(threadSchema.parse(thread)).toEqual(thread);
      },
    ),
    { numRuns: 200 },
  );
});

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');

describe.skipIf(!existsSync(CORPUS))('real exports', () => {
  const files = existsSync(CORPUS)
    ? readdirSync(CORPUS, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : [];
  /** Records of other kinds than posts. */
  const NO_POSTS = ['marshalx__feed_record.json', 'marshalx__custom_record.json'];

  test('of Bluesky are claimed, of others not, and each holds its one post', async () => {
    for (const { name, parentPath } of files) {
      const files = new Map([[name, await openAsBlob(join(parentPath, name))]]);
      const ours = parentPath.endsWith('bluesky');
      expect({ name, claimed: await bluesky.detect(files) }).toEqual({ name, claimed: ours });
      if (!ours) continue;
      const reading = importAll(bluesky, files);
      if (NO_POSTS.includes(name)) {
        await expect(reading).rejects.toMatchObject({ code: 'not-bluesky' });
        continue;
      }
      const held = (await reading).threads.flatMap((thread) => threadSchema.parse(thread).posts);
      expect({ name, count: held.filter(({ state }) => state === undefined).length }).toEqual({
        name,
        count: 1,
      });
    }
  });
});
