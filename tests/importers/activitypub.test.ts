import { existsSync, openAsBlob, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { activitypub } from '../../src/importers/activitypub.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { hashedId } from '../../src/thread/ids.ts';
import { threadSchema } from '../../src/thread/schema.ts';
import {
  address,
  author,
  importing,
  json,
  note,
  only,
  outlines,
  PUBLIC,
  thread,
} from './activitypub/objects.ts';
import { exportFrom, exportIn, FIXTURES, importAll } from './exports.ts';

const CONTEXT = 'https://www.w3.org/ns/activitystreams';

describe('what it claims', () => {
  test.each([
    ['a note', note('a'), true],
    ['a note that says what it is', { '@context': [CONTEXT, {}], type: 'Note', content: '' }, true],
    ['an activity', { type: 'Create', actor: 'x', object: note('a') }, true],
    ['a collection', { type: 'OrderedCollection', orderedItems: [note('a')] }, true],
    ['a list that begins with a gap', [null, note('a')], true],
    ['a Tombstone', { '@context': CONTEXT, type: 'Tombstone', id: address('a') }, true],
    ['an empty list', [], false],
    [
      'a status of Mastodon',
      { id: '1', content: '', visibility: 'public', account: {}, uri: address('a') },
      false,
    ],
    ['a story of Hacker News', { type: 'story', id: 1, by: 'ines' }, false],
    [
      'an event of Matrix',
      { type: 'm.room.message', content: { body: '' }, sender: '@ines:quay.example' },
      false,
    ],
    ['JSON-LD of something else', { '@context': 'https://schema.org', type: 'Article' }, false],
    ['a list of items of something else', { type: 'Collection', items: [{ type: 'answer' }] }, false],
  ])('%s: %#', async (_name, value, claimed) => {
    expect(await activitypub.detect(json(value))).toBe(claimed);
  });

  test('a folder that holds other files is only claimed where it is an archive', async () => {
    const picture = ['media_attachments/1.png', new Blob(['x'])] as const;
    const outbox = new Blob([JSON.stringify({ type: 'OrderedCollection', orderedItems: [note('a')] })]);
    expect(await activitypub.detect(new Map([['outbox.json', outbox], picture]))).toBe(true);
    expect(await activitypub.detect(new Map([['archive-1/outbox.json', outbox], picture]))).toBe(true);
    expect(await activitypub.detect(new Map([['page.json', outbox], picture]))).toBe(false);
    expect(await activitypub.detect(new Map())).toBe(false);
  });
});

describe('what cannot be read is an error that says what to do', () => {
  test.each([
    [
      'an empty collection',
      { type: 'OrderedCollection', '@context': CONTEXT, orderedItems: [] },
      'empty-export',
    ],
    [
      'a collection of addresses',
      { '@context': CONTEXT, type: 'Collection', items: [address('a')] },
      'empty-export',
    ],
    [
      'an actor',
      { '@context': CONTEXT, type: 'Person', id: 'https://quay.example/users/ines' },
      'empty-export',
    ],
    ['a boost', { '@context': CONTEXT, type: 'Announce', actor: 'x', object: address('a') }, 'empty-export'],
    ['a note whose words are no words', note('a', { content: 7 }), 'unreadable-export'],
  ])('%s', async (_name, value, code) => {
    await expect(importing(value)).rejects.toMatchObject({
      name: 'QuotidianError',
      code,
      place: { file: 'input.json' },
      hint: expect.stringMatching(/\.$/),
    });
  });

  test('the message never holds a word of the file', async () => {
    await expect(importing(note('a', { content: ['secret'] }))).rejects.not.toThrow('secret');
  });
});

describe('only what is public gets out', () => {
  const followers = 'https://quay.example/users/ines/followers';
  test.each([
    ['everybody in to', { to: PUBLIC }, true],
    ['everybody in to, in short', { to: ['as:Public'] }, true],
    ['everybody in to, without a prefix', { to: ['Public', followers] }, true],
    ['everybody in cc: unlisted', { to: [followers], cc: [PUBLIC] }, true],
    ['everybody as an object', { to: { id: PUBLIC, type: 'Collection' } }, true],
    ['followers', { to: [followers] }, false],
    ['one person', { to: ['https://quay.example/users/bo'], cc: [] }, false],
    ['everybody, hidden in bto', { to: [], bto: [PUBLIC] }, false],
    ['nobody named', { to: undefined }, false],
    ['a group alone', { to: undefined, audience: PUBLIC }, false],
  ])('%s', async (_name, extra, shown) => {
    const { threads, warnings } = await importing(note('a', extra));
    expect(threads).toHaveLength(shown ? 1 : 0);
    expect(warnings.map(({ code }) => code)).toEqual(shown ? [] : ['not-public']);
  });

  test('an object that says nothing is for whom its activity says', async () => {
    const wrap = (to: string) => ({ type: 'Create', actor: 'x', to, object: note('a', { to: undefined }) });
    expect((await importing(wrap(PUBLIC))).threads).toHaveLength(1);
    expect((await importing(wrap(followers))).threads).toHaveLength(0);
  });

  test('an activity for everybody opens no object that is for followers', async () => {
    const { threads } = await importing({
      type: 'Create',
      actor: 'x',
      to: PUBLIC,
      object: note('a', { to: followers }),
    });
    expect(threads).toEqual([]);
  });

  test('what does not say whom it is for is taken where the editor says why it may be shown', async () => {
    const threads = await Array.fromAsync(
      activitypub.parse(json([note('a', { to: undefined }), note('b', { to: followers })]), {
        warn: () => undefined,
        consent: 'It stands on a public page.',
      }),
    );
    expect(threads.map(({ title, origin }) => [title, origin.consent])).toEqual([
      ['a', 'It stands on a public page.'],
    ]);
  });

  test('of two copies, one public and one not, none is shown', async () => {
    expect((await importing([note('a'), note('a', { to: followers })])).threads).toEqual([]);
  });

  test('the placeholder of a hidden parent has no address, that of a missing one has', async () => {
    const { posts } = await thread([
      note('a', { to: followers }),
      note('b', { inReplyTo: address('a'), conversation: 'tag:1' }),
      note('c', { inReplyTo: address('gone'), conversation: 'tag:1' }),
    ]);
    expect(posts.filter(({ state }) => state === 'missing').map(({ url }) => url)).toEqual([
      undefined,
      address('gone'),
    ]);
  });
});

describe('threads', () => {
  test('are what hangs together, in the order of the export', async () => {
    const posts = [
      note('a'),
      note('alone'),
      note('b', { inReplyTo: address('a') }),
      note('c', { inReplyTo: { id: address('b') } }),
      note('x', { inReplyTo: address('gone') }),
      note('y', { inReplyTo: [address('gone')] }),
    ];
    expect(await outlines(posts)).toEqual([
      ['a', 'b < a', 'c < b'],
      ['alone'],
      ['missing', 'x < missing', 'y < missing'],
    ]);
  });

  test('posts that name one conversation are one thread, without parents of our making', async () => {
    const posts = ['a', 'b'].map((name) => note(name, { context: 'https://quay.example/contexts/1' }));
    expect(await outlines(posts)).toEqual([['a', 'b']]);
  });

  test('a post may be answered by its page as well as by its id', async () => {
    const posts = [
      note('a', { url: 'https://quay.example/@ines/1' }),
      note('b', { inReplyTo: 'https://quay.example/@ines/1' }),
    ];
    expect(await outlines(posts)).toEqual([['a', 'b < a']]);
  });

  test('of several parents the one that is there is taken, and that is said', async () => {
    const { warnings } = await importing([note('a'), note('b', { inReplyTo: [address('x'), address('a')] })]);
    expect(warnings).toMatchObject([{ code: 'several-parents', file: 'input.json' }]);
    expect(await outlines([note('a'), note('b', { inReplyTo: [address('x'), address('a')] })])).toEqual([
      ['a', 'b < a'],
    ]);
  });

  test('only those that are selected come', async () => {
    const threads = await Array.fromAsync(
      activitypub.parse(json([note('tide'), note('rope')]), {
        warn: () => undefined,
        select: ({ title }) => title === 'rope',
      }),
    );
    expect(threads.map(({ title }) => title)).toEqual(['rope']);
  });

  test('what a group passes on is read, a boost of a post is not', async () => {
    const passedOn = {
      type: 'Announce',
      actor: 'g',
      object: { type: 'Create', actor: 'x', object: note('a') },
    };
    const boost = { type: 'Announce', actor: 'g', object: note('b') };
    const { threads, warnings } = await importing([passedOn, boost]);
    expect(threads.map(({ title }) => title)).toEqual(['a']);
    expect(warnings.map(({ code }) => code)).toEqual(['boost']);
  });

  test('an Update brings the later words, whichever comes first', async () => {
    const later = {
      type: 'Update',
      actor: 'x',
      object: note('a', { content: 'later', updated: '2026-03-04T08:00:00Z' }),
    };
    for (const order of [
      [note('a'), later],
      [later, note('a')],
    ]) {
      const { threads, warnings } = await importing(order);
      expect(threads[0]?.posts).toMatchObject([
        { body: { html: 'later' }, edited: '2026-03-04T08:00:00.000Z' },
      ]);
      expect(warnings).toEqual([]);
    }
  });

  test('what was deleted has no words; who deletes another’s post removes it', async () => {
    const gone = (actor: string) => ({ type: 'Delete', actor, object: address('a') });
    const states = async (actor: string) =>
      (await thread([note('a'), note('b', { inReplyTo: address('a') }), gone(actor)])).posts.map(
        ({ state, body }) => `${state} ${Object.values(body)[0]}`,
      );
    expect(await states('https://quay.example/users/ines')).toEqual(['deleted ', 'undefined <p>b</p>']);
    expect(await states('https://quay.example/users/warden')).toEqual(['removed ', 'undefined <p>b</p>']);
  });

  test('a deletion alone is no thread, and is told', async () => {
    const { threads, warnings } = await importing({
      '@context': CONTEXT,
      type: 'Delete',
      actor: 'x',
      object: address('a'),
    });
    expect(threads).toEqual([]);
    expect(warnings).toMatchObject([{ code: 'deleted' }]);
  });
});

describe('words', () => {
  test.each([
    [
      'the only language',
      { contentMap: { de: 'Boot' }, content: 'Boot' },
      { lang: 'de', body: { html: 'Boot' } },
    ],
    [
      'words by language alone',
      { contentMap: { de: 'Boot' }, content: null },
      { lang: 'de', body: { html: 'Boot' } },
    ],
    [
      'the language of the content',
      { contentMap: { de: 'Boot', en: 'boat' }, content: 'boat' },
      { lang: 'en' },
    ],
    ['a language that is not known', { contentMap: { und: 'x' }, content: 'x' }, { lang: undefined }],
    [
      'translations of something else',
      { contentMap: { de: 'Boot', fr: 'bac' }, content: 'x' },
      { lang: undefined },
    ],
    ['a language named beside', { language: { identifier: 'pt-BR' } }, { lang: 'pt-BR' }],
    [
      'Markdown',
      { mediaType: 'text/markdown', content: '*x*' },
      { body: { markdown: '*x*', flavour: 'commonmark' } },
    ],
    ['plain text', { mediaType: 'text/plain; charset=utf-8', content: '<x>' }, { body: { plain: '<x>' } }],
    [
      'what the author typed is not read',
      { source: { content: 'x', mediaType: 'text/markdown' } },
      { body: { html: '<p>a</p>' } },
    ],
    ['a summary is a warning', { summary: 'Tides' }, { warning: 'Tides' }],
    [
      'an article’s is an excerpt',
      { type: 'Article', name: 'N', summary: 'Tides' },
      { subject: 'N', warning: undefined },
    ],
    [
      'and stands for words that are not there',
      { type: 'Article', summary: '<p>T</p>', content: null },
      { body: { html: '<p>T</p>' } },
    ],
    [
      'but a sensitive one’s warns',
      { type: 'Page', summary: '<p>Tides</p>', sensitive: true },
      { warning: 'Tides', sensitive: true },
    ],
    ['an empty summary is none', { summary: ' ' }, { warning: undefined }],
  ])('%s', async (_name, extra, expected) => {
    const post = await only(extra);
    expect(Object.fromEntries(Object.keys(expected).map((key) => [key, post?.[key as 'lang']]))).toEqual(
      expected,
    );
  });

  test('written a moment after it was published is not edited', async () => {
    expect((await only({ updated: '2026-03-03T08:12:00.900Z' }))?.edited).toBeUndefined();
    expect((await only({ updated: '2026-03-03T08:12:01Z' }))?.edited).toBe('2026-03-03T08:12:01.000Z');
  });
});

describe('people', () => {
  test.each([
    ['their own name', { preferredUsername: 'ines' }, 'https://quay.example/actor/7', '@ines@quay.example'],
    ['a path of names', {}, 'https://quay.example/users/ines', '@ines@quay.example'],
    ['a path of pages', {}, 'https://quay.example/@ines', '@ines@quay.example'],
    ['a number is no name', {}, 'https://quay.example/users/7', 'quay.example/users/7'],
    ['a path of anything', {}, 'https://quay.example/ap/actor/4958', 'quay.example/ap/actor/4958'],
  ])('%s', async (_name, extra, id, handle) => {
    expect((await author(extra, id))?.handle).toBe(handle);
  });

  test('an id of Misskey is not taken for a name', async () => {
    const { people } = await thread({
      ...note('a'),
      id: 'https://quay.example/notes/9abc',
      attributedTo: 'https://quay.example/users/9xyz',
    });
    expect(Object.values(people)).toMatchObject([{ handle: 'quay.example/users/9xyz' }]);
  });

  test('a mention tells how somebody is written', async () => {
    const tag = { type: 'Mention', href: 'https://quay.example/actor/7', name: '@bo@quay.example' };
    const { people } = await thread([
      note('a', { tag }),
      note('b', { inReplyTo: address('a'), attributedTo: tag.href }),
    ]);
    expect(Object.values(people).map(({ handle }) => handle)).toEqual([
      '@ines@quay.example',
      '@bo@quay.example',
    ]);
  });

  test('programs are marked, and wishes kept where they are said', async () => {
    expect(await author({ type: 'Service', indexable: false })).toMatchObject({
      bot: true,
      wishes: ['noindex'],
    });
    expect(await author({ discoverable: null })).not.toHaveProperty('wishes');
  });

  test('no mail address gets out by a name without a server', async () => {
    const { people } = await thread(
      note('a', { attributedTo: { type: 'Person', name: 'ines@quay.example' } }),
    );
    expect(JSON.stringify(people)).not.toContain('ines@');
  });
});

describe('quotes', () => {
  test('in words are traced to the post that they are from', async () => {
    const { threads } = await importAll(
      activitypub,
      await exportIn(join(FIXTURES, 'activitypub/conversation')),
    );
    const [found] = threads;
    if (!found) throw new Error('There is no thread.');
    const [quote] = quoteGraph(readThread(found)).quotes;
    expect(quote).toMatchObject({
      fidelity: 'verbatim',
      source: { post: hashedId('https://quay.example/users/ines/statuses/2001') },
    });
  });

  test('of a post that anybody may quote, by the words of GoToSocial too', async () => {
    const policy = { canQuote: { always: [PUBLIC] } };
    const { posts } = await thread([
      note('a', { interactionPolicy: policy }),
      note('b', {
        inReplyTo: address('a'),
        attributedTo: 'https://far.example/users/bo',
        quoteUrl: address('a'),
      }),
    ]);
    expect(posts[1]?.quoted).toEqual({ post: hashedId(address('a')), url: address('a'), state: 'accepted' });
  });

  test.each([
    ['nobody said anything', { quote: 'https://far.example/1' }, 'unauthorized'],
    [
      'a stamp without an address',
      { quote: 'https://far.example/1', quoteAuthorization: 'far.example' },
      'unauthorized',
    ],
    [
      'a stamp of its server',
      { quote: 'https://far.example/1', quoteAuthorization: ['https://far.example/s/1'] },
      'accepted',
    ],
    ['what is gone', { quote: { type: 'Tombstone' } }, 'deleted'],
  ])('%s', async (_name, extra, state) => {
    expect((await only(extra))?.quoted?.state).toBe(state);
  });
});

describe('hostile input', () => {
  test('replies a hundred thousand deep, each within the other', async () => {
    const deep = 100_000;
    const open = (n: number) =>
      `{"id":"${address(`${n}`)}","type":"Note","to":"as:Public","content":"x","inReplyTo":"${address(`${n - 1}`)}","replies":{"type":"Collection","items":[`;
    const text = Array.from({ length: deep }, (_, n) => open(n)).join('') + ']}}'.repeat(deep);
    const reading = importAll(activitypub, exportFrom(text)).then(
      ({ threads }) => threads[0]?.posts.length,
      ({ code }) => code,
    );
    expect([deep + 1, 'too-deep']).toContain(await reading);
  });

  test('thirty thousand posts in one circle of answers', async () => {
    const many = 30_000;
    const posts = Array.from({ length: many }, (_, n) =>
      note(`${n}`, { inReplyTo: address(`${(n + 1) % many}`) }),
    );
    const { threads, warnings } = await importing(posts);
    expect(threads[0]?.posts).toHaveLength(many);
    expect(warnings.map(({ code }) => code)).toEqual(['reply-cycle']);
  });

  test.each([
    ['a summary', { summary: '<'.repeat(100_000) }],
    ['a name', { type: 'Page', name: '&a'.repeat(100_000) }],
    ['a media type', { mediaType: ';'.repeat(100_000) }],
    ['an address', { attachment: { type: 'Link', href: `https://quay.example/${'.png'.repeat(100_000)}x` } }],
    ['a handle', { attributedTo: `https://quay.example/users/${'1'.repeat(100_000)}` }],
    [
      'a mention',
      { tag: { type: 'Mention', href: 'https://quay.example/users/ines', name: '@a'.repeat(100_000) } },
    ],
    ['a relation', { tag: { type: 'Link', href: 'x', rel: '#:'.repeat(100_000) } }],
    ['many types', { type: ['Note', ...Array.from({ length: 100_000 }, () => 'as:')] }],
    ['many parents', { inReplyTo: Array.from({ length: 100_000 }, (_, n) => address(`${n}`)) }],
  ])('%s that is very long', async (_name, extra) => {
    const start = performance.now();
    await only(extra);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('__proto__ as a key, an id and a shortcode harms nothing', async () => {
    const text = JSON.stringify(
      note('a', {
        inReplyTo: '__proto__',
        tag: [{ type: 'Emoji', name: ':__proto__:', icon: { url: 'https://files.example/p.png' } }],
      }),
    );
    const files = exportFrom(text.replace('{', '{"__proto__":{"type":"Note"},'));
    const { threads } = await importAll(activitypub, files);
    expect(threads[0]?.posts.at(-1)).not.toHaveProperty('emoji');
    threadSchema.parse(threads[0]);
  });
});

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');

describe.skipIf(!existsSync(CORPUS))('real objects', () => {
  const names = existsSync(CORPUS)
    ? ['activitypub', 'lemmy'].flatMap((folder) =>
        readdirSync(join(CORPUS, folder)).map((name) => join(folder, name)),
      )
    : [];
  /** Activities that carry no post, and a letter to one person. */
  const WITHOUT = /repost|announce_video|delete|update_community|remove_note|private_message/;

  test.each(names)('%s is claimed and gives its one post', async (name) => {
    const files = new Map([[name, await openAsBlob(join(CORPUS, name))]]);
    expect(await activitypub.detect(files)).toBe(true);
    const reading = Array.fromAsync(activitypub.parse(files, { warn: () => undefined, consent: 'A test.' }));
    const threads = await reading.catch(({ code }) => code);
    if (WITHOUT.test(name)) return expect([[], 'empty-export']).toContainEqual(threads);
    expect(threads).toHaveLength(1);
    const posts = threadSchema.parse(threads[0]).posts;
    expect(posts.filter(({ state }) => state === undefined)).toHaveLength(1);
  });
});
