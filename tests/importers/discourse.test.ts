import { existsSync, openAsBlob, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discourse } from '../../src/importers/discourse.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { threadSchema } from '../../src/thread/schema.ts';
import { importing, json, only, post, thread, topic } from './discourse/topics.ts';
import { exportFrom, exportIn, FIXTURES, importAll } from './exports.ts';

const codes = ({ warnings }: { warnings: readonly { code: string }[] }) => warnings.map(({ code }) => code);

describe('what it claims', () => {
  test.each([
    ['a topic', topic([post(1)]), true],
    ['further posts', { post_stream: { posts: [post(21)] }, id: 77 }, true],
    ['one post', post(1), true],
    [
      'a topic cut within its first post',
      { post_stream: { posts: [{ id: 1, username: 'a', avatar_template: '' }] } },
      true,
    ],
    ['a list of topics, to say what is wrong with it', { topic_list: { topics: [] } }, true],
    ['a topic list of something else', { topic_list: ['tides'] }, false],
    ['a post of something else', { id: 1, username: 'ines', body: '' }, false],
    ['posts of something else', { posts: [{ id: 1 }] }, false],
    ['null', null, false],
  ])('%s: %#', async (_name, value, claimed) => {
    expect(await discourse.detect(json(value))).toBe(claimed);
  });

  test('not a topic beside something else, and not nothing', async () => {
    expect(await discourse.detect(new Map())).toBe(false);
    expect(await discourse.detect(new Map([...json(topic([])), ['a.txt', new Blob(['hello'])]]))).toBe(false);
  });
});

describe('what cannot be read is an error that says what to save instead', () => {
  test.each([
    ['a list of topics', { topic_list: { topics: [{ id: 1 }] } }, 'not-a-thread'],
    ['latest posts', { latest_posts: [post(1)] }, 'not-a-thread'],
    ['a post without its topic', post(1), 'no-topic'],
    ['further posts without their topic', { post_stream: { posts: [post(21)] }, id: 77 }, 'no-topic'],
    ['a topic without a title', topic([post(1)], { title: '' }), 'unreadable-export'],
    ['posts without numbers', topic([{ ...post(1), post_number: 'x' }]), 'unreadable-export'],
    ['something else', { posts: [] }, 'not-discourse'],
  ])('%s', async (_name, value, code) => {
    await expect(importAll(discourse, exportFrom(JSON.stringify(value), 'a.json'))).rejects.toMatchObject({
      name: 'QuotidianError',
      code,
      place: { file: 'a.json' },
      hint: expect.stringMatching(/\.$/),
    });
  });
});

describe('who may read it', () => {
  test('a message between people needs consent, and so does a topic of a kind that is not known', async () => {
    for (const archetype of ['private_message', 'secret', undefined]) {
      const closed = topic([post(1)], { archetype });
      await expect(importing(closed)).rejects.toMatchObject({ code: 'no-consent' });
      const [given] = await Array.fromAsync(
        discourse.parse(json(closed), { warn: () => undefined, consent: 'all were asked' }),
      );
      expect(given?.origin.consent).toBe('all were asked');
    }
  });

  test('a deleted topic gives no thread, and says why', async () => {
    const found = await importing(topic([post(1)], { deleted_at: '2026-03-04T08:12:00.000Z' }));
    expect(found.threads).toEqual([]);
    expect(codes(found)).toEqual(['not-public']);
  });

  test('only what was saved by a member gets a word about its category', async () => {
    expect(codes(await importing(topic([post(1)])))).toEqual([]);
    expect(codes(await importing(topic([post(1)], { details: { can_create_post: true } })))).toEqual([
      'publicity-unknown',
    ]);
  });

  test('whispers never come, not even as what somebody answers', async () => {
    const found = await importing(
      topic([
        post(1),
        post(2, { post_type: 4, cooked: 'secret', username: 'mo', user_id: 2 }),
        post(3, { reply_to_post_number: 2 }),
        post(4, { post_type: 9, cooked: 'secret' }),
      ]),
    );
    expect(JSON.stringify(found)).not.toMatch(/secret|"mo"/);
    expect(found.threads[0]?.posts.map(({ id, state }) => [id, state])).toEqual([
      ['1', undefined],
      ['2', 'missing'],
      ['3', undefined],
    ]);
  });

  test('a hidden or deleted post keeps its place, and neither words, name, votes nor cards', async () => {
    const poll = { name: 'poll', options: [{ html: 'secret', votes: 2 }] };
    const said = { cooked: 'secret', raw: 'secret', polls: [poll], version: 3, username: 'mo', user_id: 2 };
    for (const [fate, state] of [
      [{ hidden: true }, 'removed'],
      [{ cooked_hidden: true }, 'removed'],
      [{ deleted_at: '2026-03-04T08:12:00Z' }, 'removed'],
      [{ user_deleted: true }, 'deleted'],
    ] as const) {
      const found = await thread(topic([post(1, { ...said, ...fate })]));
      expect(found.people).toEqual({});
      expect(found.posts).toEqual([
        {
          id: '1',
          author: null,
          parent: null,
          state,
          published: '2026-03-03T08:12:00.000Z',
          url: 'https://quay.example/t/tide-tables/77/1',
          body: { plain: '' },
        },
      ]);
    }
  });
});

describe('the address of the forum', () => {
  const urlOf = async (...posts: readonly object[]) =>
    (await thread(topic(posts.map((extra, n) => post(n + 1, extra))))).origin.url;
  const letter = { avatar_template: '/letter_avatar_proxy/v4/letter/i/7993a0/{size}.png' };
  const link = (url: string, internal = true) => ({ ...letter, link_counts: [{ url, internal }] });

  test.each([
    ['an uploaded avatar', [{}], 'https://quay.example'],
    [
      'an avatar below a path',
      [{ avatar_template: '/forum/user_avatar/quay.example/ines/{size}/1_2.png' }],
      'https://quay.example/forum',
    ],
    [
      'an avatar on another host',
      [{ avatar_template: 'https://cdn.example/site7/user_avatar/quay.example/ines/{size}/1_2.png' }],
      'https://quay.example',
    ],
    ['a link to another topic', [link('https://quay.example/t/lamps/4/2')], 'https://quay.example'],
    ['a link below a path', [link('http://quay.example/f/t/lamps/4')], 'http://quay.example/f'],
    [
      'links with and without encryption',
      [link('http://quay.example/t/4'), link('https://quay.example/t/4')],
      'https://quay.example',
    ],
    ['a link of the time before it moved', [{}, link('https://old.example/t/4')], 'https://quay.example'],
  ])('is found from %s', async (_name, posts, forum) => {
    expect(await urlOf(...posts)).toBe(`${forum}/t/tide-tables/77`);
  });

  test.each([
    ['nothing says it', [letter]],
    ['only a link to elsewhere does', [link('https://quay.example/t/4', false)]],
    ['only an upload does', [link('https://cdn.example/uploads/a.pdf')]],
    ['two say two', [link('https://quay.example/t/4'), link('https://pier.example/t/4')]],
    ['two avatars say two', [{}, { avatar_template: '/user_avatar/pier.example/a/{size}/1.png' }]],
  ])('is not guessed where %s', async (_name, posts) => {
    expect(await urlOf(...posts)).toBeUndefined();
    expect(codes(await importing(topic(posts.map((extra, n) => post(n + 1, extra)))))).toContain(
      'no-address',
    );
  });
});

test('the forum that a fetched topic came from is said beside it', async () => {
  const letter = { avatar_template: '/letter_avatar_proxy/v4/letter/a/ee7513/{size}.png' };
  const told = (forum: string) => importing({ ...topic([post(1, letter)]), forum });
  const url = async (forum: string) => (await told(forum)).threads[0]?.origin.url;
  expect(await url('https://quay.example/forum')).toBe('https://quay.example/forum/t/tide-tables/77');
  expect(await url('javascript:alert(1)')).toBeUndefined();
});

describe('posts', () => {
  test('overlapping pages give each once, in order; one that is twice in a file is told of', async () => {
    const page = { post_stream: { posts: [post(3), post(2)] }, id: 77 };
    const found = await importing(page, topic([post(1), post(2)]));
    expect(found.threads[0]?.posts.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(codes(found)).toEqual([]);
    expect(codes(await importing(topic([post(1), post(1)])))).toEqual(['duplicate-id']);
  });

  test('posts that the stream names and no file holds are counted', async () => {
    const found = await importing(topic([post(1)], { post_stream: { posts: [post(1)], stream: [1, 2, 3] } }));
    expect(found.warnings).toMatchObject([
      { code: 'missing-posts', message: expect.stringContaining(': 2.') },
    ]);
  });

  test('a moderator’s note stays where words were written to it', async () => {
    const found = await importing(
      topic([post(1), post(2, { post_type: 2 }), post(3, { post_type: 2, cooked: '<p> </p>' })]),
    );
    expect(found.threads[0]?.posts.map(({ id }) => id)).toEqual(['1', '2']);
    expect(codes(found)).toEqual(['notice']);
  });

  test('a post is edited from its second version on', async () => {
    expect((await only({ version: 1 }))?.edited).toBeUndefined();
    expect((await only({ version: 2 }))?.edited).toBe('2026-03-04T08:12:00.000Z');
  });

  test('likes are the plug-in’s reactions where it is there; reports are no reactions', async () => {
    const actions_summary = [{ id: 2, count: 3 }, { id: 8, count: 5 }, { id: 2 }];
    expect((await only({ actions_summary }))?.reactions).toEqual([{ name: 'like', count: 3 }]);
    expect((await only({ actions_summary, reactions: [{ id: 'tada', count: 3 }] }))?.reactions).toEqual([
      { name: 'tada', count: 3 },
    ]);
  });

  test('what cannot be read of a post is left out and named; no word of it is told', async () => {
    const found = await importing(topic([post(1, { polls: 'secret', reactions: [7] }), 'secret', null]));
    expect(codes(found)).toEqual(['unreadable-field', 'unreadable-post', 'unreadable-post']);
    expect(JSON.stringify(found.warnings)).not.toContain('secret');
  });

  test('emoji of the forum’s own come with their pictures', async () => {
    const image = (title: string, name = 'emoji emoji-custom') =>
      `<img src="/uploads/${title.replaceAll(':', '')}.png" title="${title}" class="${name}" alt="${title}">`;
    const cooked = image(':quay:') + image(':anchor:', 'emoji') + image(':__proto__:') + image('quay');
    expect((await only({ cooked, raw: ':quay:' }))?.emoji).toEqual({
      quay: 'https://quay.example/uploads/quay.png',
    });
  });

  test('an account that is gone leaves an author who is not known', async () => {
    expect((await only({ user_id: null, username: '' }))?.author).toBeNull();
    expect((await only({ user_id: null, username: 'ines' }))?.author).toMatch(/^[a-z2-7]{10}$/);
  });

  test('of several polls the first is kept with votes, the others with their words', async () => {
    const poll = (name: string) => ({ name, options: [{ html: '<b>a</b> &amp; b', votes: 1 }] });
    const raw = '[poll name=one]\n* a\n[/poll]\nand\n[poll name=two]\n* b\n[/poll]';
    const cooked =
      '<div class="poll" data-poll-name="one"><div>a</div></div>and<div class="poll" data-poll-name="two">b</div>';
    const polls = [poll('one'), poll('two')];
    expect((await only({ raw, polls }))?.body).toMatchObject({
      markdown: 'and\n[poll name=two]\n* b\n[/poll]',
    });
    expect(await only({ cooked, polls })).toMatchObject({
      body: { html: 'and<div class="poll" data-poll-name="two">b</div>' },
      poll: { options: [{ title: 'a & b', votes: 1 }] },
    });
    expect(codes(await importing(topic([post(1, { cooked, polls })])))).toContain('several-polls');
  });

  test('code keeps the characters that elsewhere become addresses', async () => {
    const raw = '```\n[a](/b)\n```\n`[a](/b)` [a](/b) [a](//cdn.example/b) ![c](upload://d.png)';
    expect((await only({ raw }))?.body).toMatchObject({
      markdown:
        '```\n[a](/b)\n```\n`[a](/b)` [a](https://quay.example/b) [a](https://cdn.example/b) ![c](https://quay.example/uploads/short-url/d.png)',
    });
    const cooked = '<pre><code>&lt;a href="/b"&gt;</code></pre><a href="/b">b</a>';
    expect((await only({ cooked }))?.body).toEqual({
      html: '<pre><code>&lt;a href="/b"&gt;</code></pre><a href="https://quay.example/b">b</a>',
    });
  });
});

describe('quotes', () => {
  const graphs = async (name: string) => {
    const { threads } = await importAll(discourse, await exportIn(join(FIXTURES, 'discourse', name)));
    return threads.map((one) =>
      quoteGraph(readThread(one)).quotes.map(({ post, source, fidelity }) => [post, source?.post, fidelity]),
    );
  };

  test('in HTML are traced to the post with the number', async () => {
    expect(await graphs('topic-in-two-files')).toEqual([
      [
        ['2', '1', 'verbatim'],
        ['9', undefined, 'unsourced'],
      ],
    ]);
  });

  test('in what was typed too; a number that counts in another topic is not taken for one of this', async () => {
    expect(await graphs('raw-of-two-topics')).toEqual([
      [['2', '1', 'verbatim']],
      [
        ['1', undefined, 'unsourced'],
        ['2', '1', 'verbatim'],
        ['2', undefined, 'unsourced'],
      ],
    ]);
  });
});

describe('hostile', () => {
  test('a chain of 20,000 answers, a circle, keys that look like the language’s own', async () => {
    const posts = Array.from({ length: 20_000 }, (_, n) =>
      post(n + 1, { reply_to_post_number: n === 0 ? 20_000 : n, username: '__proto__', user_id: n % 7 }),
    );
    const found = await importing(topic(posts));
    expect(found.threads[0]?.posts).toHaveLength(20_000);
    expect(codes(found)).toEqual(['reply-cycle']);
    for (const one of found.threads) threadSchema.parse(one);
  });

  test.each([
    ['tags that nobody closes', { cooked: '<aside class="onebox"><b>'.repeat(50_000) }],
    ['parts of the forum’s software', { cooked: '<div class="meta">x</div>'.repeat(50_000) }],
    ['polls that nobody closes', { raw: '[poll]\n'.repeat(100_000), polls: [{ name: 'poll', options: [] }] }],
    ['fences that nobody closes', { raw: '```\n`'.repeat(100_000) }],
    ['brackets', { raw: ']('.repeat(100_000), cooked: '<a href="/'.repeat(20_000) }],
    [
      'paths',
      {
        avatar_template: '/a'.repeat(100_000),
        link_counts: [{ internal: true, url: `https://a.example${'/t'.repeat(100_000)}` }],
      },
    ],
  ])('%s take no time', async (_name, extra) => {
    const before = performance.now();
    await only(extra);
    expect(performance.now() - before).toBeLessThan(3000);
  });
});

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus/discourse');

describe.skipIf(!existsSync(CORPUS))('real exports', () => {
  const names = existsSync(CORPUS) ? readdirSync(CORPUS).toSorted() : [];
  const load = async (name: string) => new Map([[name, await openAsBlob(join(CORPUS, name))]]);

  test.each(names.filter((name) => /_topic_\d|_posts\./.test(name)))('%s is read whole', async (name) => {
    const files = await load(name);
    expect(await discourse.detect(files)).toBe(true);
    const { threads } = await importAll(discourse, files);
    const written: unknown = JSON.parse(readFileSync(join(CORPUS, name), 'utf8'));
    expect(written).toMatchObject({ post_stream: { posts: { length: threads[0]?.posts.length } } });
    for (const one of threads) {
      threadSchema.parse(one);
      const traced = quoteGraph(readThread(one)).quotes.filter(({ source }) => source);
      expect(traced.length).toBeGreaterThanOrEqual(name.includes('1148') ? 5 : 0);
    }
  });

  test.each(names.filter((name) => !/_topic_\d|_posts\./.test(name)))(
    '%s, which holds no discussion, is refused with a reason',
    async (name) => {
      const files = await load(name);
      expect(await discourse.detect(files)).toBe(true);
      await expect(importAll(discourse, files)).rejects.toMatchObject({
        code: expect.stringMatching(/^(?:not-a-thread|no-topic)$/),
      });
    },
  );
});
