import { existsSync, openAsBlob, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discord } from '../../src/importers/discord.ts';
import type { ImportOptions, Warning } from '../../src/importers/importer.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { threadSchema } from '../../src/thread/schema.ts';
import { exportFrom, exportIn, FIXTURES, importAll } from './exports.ts';

/* Exports with no more in them than a test is about. Whole ones stand in the fixtures. */

const user = (id: string, extra: object = {}) => ({ id, name: `crew${id}`, discriminator: '0000', ...extra });
const message = (id: string, extra: object = {}) => ({
  id,
  type: 'Default',
  timestamp: '2026-03-03T08:12:00+00:00',
  content: `Message ${id}`,
  author: user('7001'),
  ...extra,
});
const channel = (messages: readonly unknown[], extra: object = {}, guild: object = {}) => ({
  guild: { id: '7000', name: 'Quay', iconUrl: '', ...guild },
  channel: {
    id: '7003',
    type: 'GuildTextChat',
    categoryId: '7900',
    category: 'Text',
    name: 'lamps',
    ...extra,
  },
  messages,
});
const files = (values: Readonly<Record<string, unknown>>) =>
  new Map(Object.entries(values).map(([path, value]) => [path, new Blob([JSON.stringify(value)])]));

async function importing(
  values: Readonly<Record<string, unknown>>,
  options: Omit<ImportOptions, 'warn'> = {},
) {
  const warnings: Warning[] = [];
  const threads = await Array.fromAsync(
    discord.parse(files(values), { ...options, warn: (warning) => warnings.push(warning) }),
  );
  return { threads, warnings, codes: warnings.map(({ code }) => code) };
}
const posts = async (...messages: readonly unknown[]) =>
  (await importing({ 'a.json': channel(messages) })).threads[0]?.posts ?? [];
const only = async (extra: object) => (await posts(message('1', extra)))[0];
const forward = (extra: object) => ({
  content: '',
  reference: { type: 'Forward', messageId: '1', channelId: '7003', guildId: '7000', ...extra },
  forwardedMessage: { content: 'Forwarded words' },
});

describe('what it claims', () => {
  test.each([
    ['a channel', { 'a.json': channel([]) }, true],
    ['a channel under any name', { stdin: channel([]) }, true],
    ['a channel beside a posted file', { 'a.json': channel([]), 'a.json_Files/b.json': [1] }, true],
    ['a guild that is a text', { 'a.json': { ...channel([]), guild: 'Quay' } }, false],
    ['a channel of something else', { 'a.json': { guild: {}, channel: { id: 1 }, messages: [] } }, false],
    ['messages alone', { 'a.json': [message('1')] }, false],
  ])('%s', async (_name, values, claimed) => {
    expect(await discord.detect(files(values))).toBe(claimed);
  });

  test('not an empty file', async () => {
    expect(await discord.detect(exportFrom(''))).toBe(false);
  });
});

describe('places that are closed', () => {
  test.each([
    ['direct messages', channel([message('1')], { type: 'DirectTextChat' }, { id: '0' })],
    ['direct messages of a group', channel([message('1')], { type: 'DirectGroupTextChat' })],
    ['what is outside any guild', channel([message('1')], {}, { id: '0' })],
    ['a private thread', channel([message('1')], { type: 'GuildPrivateThread' })],
  ])('%s need consent', async (_name, value) => {
    await expect(importing({ 'a.json': value })).rejects.toMatchObject({
      code: 'no-consent',
      place: { file: 'a.json' },
    });
    const { threads, codes } = await importing({ 'a.json': value }, { consent: 'all were asked' });
    expect(threads[0]?.origin.consent).toBe('all were asked');
    expect(codes).toEqual([]);
  });

  test('a channel of a guild comes with a warning', async () => {
    expect((await importing({ 'a.json': channel([message('1')]) })).codes).toEqual(['publicity-unknown']);
  });
});

describe('channels and threads', () => {
  const thread = channel([message('12', { reference: { messageId: '10', channelId: '10' } })], {
    id: '10',
    type: 'GuildPublicThread',
    categoryId: '7003',
    category: 'lamps',
    name: 'Spare lamps',
  });

  test('a thread begins with the message of its channel, wherever that file stands', async () => {
    for (const [one, other] of [
      ['a', 'b'],
      ['b', 'a'],
    ]) {
      const { threads } = await importing({
        [`${one}.json`]: channel([message('10'), message('11')]),
        [`${other}.json`]: thread,
      });
      const found = threads.find(({ title }) => title === 'Spare lamps');
      expect(found?.posts.map(({ id, parent }) => `${id}<${parent}`)).toEqual(['10<null', '12<10']);
      expect(found?.posts[0]?.url).toBe('https://discord.com/channels/7000/7003/10');
    }
  });

  test('it does so where only the thread is selected, and no channel is read for nothing', async () => {
    const select = ({ title }: { title: string }) => title === 'Spare lamps';
    const values = {
      'a.json': channel([message('10')]),
      'b.json': thread,
      'c.json': channel([{ broken: true }], { id: '7004', name: 'tides' }),
    };
    const { threads, codes } = await importing(values, { select });
    expect(threads.map(({ posts: [first] }) => first?.id)).toEqual(['10']);
    expect(codes).toEqual(['publicity-unknown']);
  });

  test('parts of one channel are one thread, in the order of their numbers', async () => {
    const part = (id: string) => channel([message(id)]);
    const { threads } = await importing({
      'a [part 10].json': part('310'),
      'a [part 2].json': part('30'),
      'a.json': part('4'),
    });
    expect(threads.map((one) => one.posts.map(({ id }) => id))).toEqual([['4', '30', '310']]);
  });

  test('of a message that two exports hold, the newer has the words', async () => {
    const { threads, codes } = await importing({
      'a.json': { ...channel([message('1', { content: 'new' })]), exportedAt: '2026-03-09T00:00:00Z' },
      'b.json': { ...channel([message('1', { content: 'old' })]), exportedAt: '2026-03-08T00:00:00Z' },
    });
    expect(threads[0]?.posts.map(({ body }) => body)).toEqual([{ markdown: 'new', flavour: 'discord' }]);
    expect(codes).toEqual(['publicity-unknown']);
  });

  test.each([
    ['nothing of Discord', { 'a.json': [] }, 'not-discord'],
    ['no message that can be read', { 'a.json': channel([{}, null]) }, 'unreadable-export'],
    ['a channel without an id', { 'a.json': channel([], { id: {} }) }, 'unreadable-export'],
  ])('%s is an error with a hint', async (_name, values, code) => {
    await expect(importing(values)).rejects.toMatchObject({ code, hint: expect.stringMatching(/\.$/) });
  });
});

describe('posts', () => {
  test('a message that names one of its channel answers it; one that names another channel does not', async () => {
    const to = (channelId: string | null) => ({ reference: { messageId: '1', channelId } });
    const all = await posts(
      message('1'),
      message('2', to('7003')),
      message('3', to(null)),
      message('4', to('9')),
    );
    expect(all.map(({ parent }) => parent)).toEqual([null, '1', '1', null]);
  });

  test.each(['GuildMemberJoin', 'ChannelPinnedMessage', 'ThreadCreated', '24', '46', '__proto__'])(
    'a notice is left out: %s',
    async (type) => {
      const { threads, warnings } = await importing({
        'a.json': channel([message('1'), message('2', { type })]),
      });
      expect(threads[0]?.posts).toHaveLength(1);
      expect(warnings.at(-1)?.message).toContain(`${type} (1)`);
    },
  );

  test.each([
    [
      'of this channel is a quote post',
      {},
      { quoted: { post: '1', state: 'accepted' }, body: { markdown: '' } },
    ],
    ['of the server is a quote', { channelId: '9' }, { body: { markdown: '>>> Forwarded words' } }],
    ['that is not held is a quote', { messageId: '8' }, { body: { markdown: '>>> Forwarded words' } }],
    ['of another server is left out', { channelId: '9', guildId: '8' }, { body: { markdown: '' } }],
    ['of direct messages is left out', { channelId: '9', guildId: null }, { body: { markdown: '' } }],
  ])('a forwarded message %s', async (_name, extra, expected) => {
    const [, second] = await posts(message('1'), message('2', forward(extra)));
    expect(second).toMatchObject({ parent: null, ...expected });
  });

  test('forwarded words from elsewhere come with consent', async () => {
    const { threads } = await importing(
      { 'a.json': channel([message('2', forward({ guildId: null, channelId: '9' }))]) },
      { consent: 'yes' },
    );
    expect(threads[0]?.posts[0]?.body).toMatchObject({ markdown: '>>> Forwarded words' });
  });

  test.each([
    ['people by their nicknames', '<@7001> <@!7002>', '@P\\*t\\_ra @crew7002'],
    ['roles, and what is not known stays', '<@&71> <@&72> <#7004> <@7999>', '@Crew <@&72> <#7004> <@7999>'],
    ['no mail address', 'ask a@quay.example', 'ask ‹address›'],
  ])('mentions get names: %s', async (_name, content, expected) => {
    const author = user('7001', { nickname: 'P*t_ra', roles: [{ id: '71', name: 'Crew' }] });
    expect((await only({ content, author, mentions: [user('7002')] }))?.body).toEqual({
      markdown: expected,
      flavour: 'discord',
    });
  });

  test('who deleted their account is nobody, for all of them share one id', async () => {
    const author = user('456226577798135808', { name: 'Deleted User' });
    expect((await only({ author }))?.author).toBeNull();
  });

  test('two names of one webhook are two people, two names of a person one', async () => {
    const of = async (isBot: boolean) =>
      new Set(
        (
          await posts(
            message('1', { author: user('1', { name: 'tamsin', isBot }) }),
            message('2', { author: user('1', { name: 'col', isBot }) }),
          )
        ).map(({ author }) => author),
      ).size;
    expect([await of(true), await of(false)]).toEqual([2, 1]);
  });

  test('a covered file covers the files, and addresses hold no signature', async () => {
    const attachments = [{ url: 'https://cdn.example/SPOILER_a.png?hm=x', fileName: 'SPOILER_a.png' }];
    expect(await only({ attachments })).toMatchObject({
      sensitive: true,
      attachments: [{ type: 'image', name: 'a.png', url: 'https://cdn.example/SPOILER_a.png' }],
    });
  });
});

describe('hostile input', () => {
  test('a message that cannot be read is left out and told of', async () => {
    const { threads, codes } = await importing({
      'a.json': channel([message('1'), null, 7, { id: {} }, message('2', { embeds: 7 })]),
    });
    expect(threads[0]?.posts).toHaveLength(2);
    expect(codes.filter((code) => code.startsWith('unreadable'))).toEqual([
      'unreadable-post',
      'unreadable-post',
      'unreadable-post',
      'unreadable-field',
    ]);
  });

  test('a hundred thousand answers, each to the one before, and a circle', async () => {
    const many = Array.from({ length: 100_000 }, (_, n) =>
      message(`${n}`, { reference: { messageId: `${(n + 99_999) % 100_000}`, channelId: '7003' } }),
    );
    const { threads, codes } = await importing({ 'a.json': channel(many) });
    expect(threads[0]?.posts).toHaveLength(100_000);
    expect(codes).toContain('reply-cycle');
  }, 60_000);

  test('an emoji called __proto__ is harmless', async () => {
    const post = await only({
      inlineEmojis: [{ id: '1', name: '__proto__', imageUrl: 'https://a.example' }],
    });
    expect(post).not.toHaveProperty('emoji');
  });

  test('long repetitions cost no more than their length', async () => {
    for (const text of ['<@', '<#', '> ', '||', '?', '_'])
      expect(
        await only({ content: text.repeat(100_000), attachments: [{ url: text.repeat(100_000) }] }),
      ).toBeDefined();
  }, 20_000);
});

test('quotes are traced to what was answered, forwarded ones and those to the end of a message too', async () => {
  const quotesIn = async (name: string) => {
    const { threads } = await importAll(discord, await exportIn(join(FIXTURES, 'discord', name)));
    return threads
      .flatMap((thread) => quoteGraph(readThread(thread)).quotes)
      .map(({ post, fidelity, source }) => [post.slice(-3), fidelity, source?.post.slice(-3)]);
  };
  expect(await quotesIn('channel-and-threads')).toEqual([
    ['002', 'verbatim', '001'],
    ['012', 'unsourced', undefined],
  ]);
});

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');

describe.skipIf(!existsSync(CORPUS))('real exports', () => {
  const all = existsSync(CORPUS)
    ? readdirSync(CORPUS, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : [];

  test('of Discord are read message for message but for the notices; others are not claimed', async () => {
    for (const { name, parentPath } of all) {
      const path = join(parentPath, name);
      const export_ = new Map([[name, await openAsBlob(path)]]);
      const ours = parentPath.endsWith('/discord');
      expect({ name, claimed: await discord.detect(export_) }).toEqual({ name, claimed: ours });
      if (!ours) continue;
      const { threads } = await importAll(discord, export_);
      for (const thread of threads) threadSchema.parse(thread);
      const { messages }: { messages: { type: string }[] } = JSON.parse(readFileSync(path, 'utf8'));
      const said = messages.filter(({ type }) => type === 'Default' || type === 'Reply');
      const there = threads.flatMap((thread) => thread.posts).filter(({ state }) => state !== 'missing');
      expect(there).toHaveLength(said.length);
    }
  });
});
