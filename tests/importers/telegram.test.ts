import { existsSync, openAsBlob, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ImportOptions, Warning } from '../../src/importers/importer.ts';
import { telegram } from '../../src/importers/telegram.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { exportFrom, exportIn, FIXTURES, importAll } from './exports.ts';

/* Exports with no more in them than a test is about. Whole ones stand in the fixtures. */

const message = (id: number, extra: object = {}) => ({
  id,
  type: 'message',
  date_unixtime: '1772525520',
  from: 'Petra Holm',
  from_id: 'user7001',
  text: `Message ${id}`,
  ...extra,
});
const chat = (messages: readonly unknown[], extra: object = {}) => ({
  name: 'Quay',
  type: 'public_supergroup',
  id: 1482000001,
  messages,
  ...extra,
});
const account = (...list: readonly object[]) => ({
  about: 'Here is the data you requested. Remember: Telegram …',
  chats: { about: '', list },
});
const json = (value: unknown) => exportFrom(JSON.stringify(value), 'result.json');

async function importing(value: unknown, options: Omit<ImportOptions, 'warn'> = {}) {
  const warnings: Warning[] = [];
  const threads = await Array.fromAsync(
    telegram.parse(json(value), { ...options, warn: (warning) => warnings.push(warning) }),
  );
  return { threads, warnings, codes: warnings.map(({ code }) => code) };
}
const posts = async (...messages: readonly unknown[]) =>
  (await importing(chat(messages))).threads[0]?.posts ?? [];
const only = async (extra: object) => (await posts(message(1, extra)))[0];
const html = async (...text_entities: readonly object[]) => {
  const body = (await only({ text_entities }))?.body;
  return body && 'html' in body ? body.html : undefined;
};
const plain = (text: string) => ({ type: 'plain', text });

describe('what it claims', () => {
  test.each([
    ['a group', chat([]), true],
    ['a channel without a name', chat([], { name: null, type: 'public_channel' }), true],
    ['saved messages, to refuse them', { type: 'saved_messages', id: 1, messages: [] }, true],
    ['an account', account(), true],
    ['an account whose chats stand far below', { about: 'of Telegram', personal_information: {} }, true],
    ['a chat of another platform', chat([], { type: 'channel' }), false],
    ['a dump of Slack', { channel_id: 'C1', name: 'a', messages: [] }, false],
    ['a text about Telegram', { about: 'Telegram' }, false],
    ['messages alone', [message(1)], false],
  ])('%s', async (_name, value, claimed) => {
    expect(await telegram.detect(json(value))).toBe(claimed);
  });
});

describe('chats that are closed', () => {
  test.each([
    'private_channel',
    'private_supergroup',
    'private_group',
    'personal_chat',
    'bot_chat',
    'saved_messages',
    'replies',
    'verification_codes',
  ])('%s needs consent', async (type) => {
    const value = chat([message(1)], { type });
    await expect(importing(value)).rejects.toMatchObject({
      code: 'no-consent',
      place: { file: 'result.json' },
    });
    expect((await importing(value, { consent: 'all agreed' })).threads[0]?.origin.consent).toBe('all agreed');
  });

  test('in an account they are left out, and their names are not told', async () => {
    const { threads, warnings } = await importing(
      account(chat([message(1)], { name: 'Ines', type: 'personal_chat' }), chat([message(2)])),
    );
    expect(threads.map(({ title }) => title)).toEqual(['Quay']);
    expect(warnings).toEqual([
      { code: 'not-public', message: 'What is not open was left out: a conversation of two (1).' },
    ]);
  });

  test('an account of nothing else is refused', async () => {
    const closed = chat([message(1)], { name: 'Ines', type: 'personal_chat' });
    await expect(importing(account(closed, closed))).rejects.toThrow('a conversation of two (2)');
  });
});

describe('posts', () => {
  test('an answer names a message of this chat; notices and other chats are not answered', async () => {
    const all = await posts(
      { id: 1, type: 'service', action: 'topic_created' },
      message(2, { reply_to_message_id: 1 }),
      message(3, { reply_to_message_id: 2 }),
      message(4, { reply_to_message_id: 2, reply_to_peer_id: 'channel1482000001' }),
      message(5, { reply_to_message_id: 2, reply_to_peer_id: 'channel9' }),
    );
    expect(all.map(({ parent }) => parent)).toEqual([null, '2', '2', null]);
  });

  test('an edit is told of only where no reaction may have set its time', async () => {
    const edited_unixtime = '1772525580';
    expect(await only({ edited_unixtime })).toHaveProperty('edited', '2026-03-03T08:13:00.000Z');
    const reactions = [{ type: 'emoji', count: 1, emoji: '👍' }];
    expect(await only({ edited_unixtime, reactions })).not.toHaveProperty('edited');
  });

  test.each([
    ['2026-03-03T09:12:00', '2026-03-03T09:12:00.000Z', ['published']],
    ['2026-13-03T09:12:00', undefined, undefined],
    ['', undefined, undefined],
  ])('the local time %j alone is inferred to be UTC', async (date, published, inferred) => {
    const post = await only({ date_unixtime: undefined, date });
    expect([post?.published, post?.inferred]).toEqual([published, inferred]);
  });

  test('a deleted account is nobody, whatever its number', async () => {
    expect((await only({ from: null }))?.author).toBeNull();
  });

  test('a channel says what it says itself', async () => {
    const { threads } = await importing(
      chat([message(1, { from: undefined, from_id: undefined })], { type: 'public_channel' }),
    );
    expect(threads[0]?.posts[0]?.author).toBe('channel1482000001');
    expect(threads[0]?.people).toEqual({ channel1482000001: { handle: 'Quay' } });
  });
});

describe('words', () => {
  test('old exports have them in one text, or in a list', async () => {
    expect((await only({ text: 'a <b>\n\nc' }))?.body).toEqual({ html: '<p>a &lt;b&gt;</p><p>c</p>' });
    expect((await only({ text: ['a ', { type: 'bold', text: 'b' }] }))?.body).toEqual({
      html: '<p>a <strong>b</strong></p>',
    });
  });

  test.each([
    ['no scheme that runs', { type: 'text_link', text: 'a', href: 'javascript:alert(1)' }, 'a'],
    ['no address of mail', { type: 'text_link', text: 'a', href: 'mailto:a@quay.example' }, 'a'],
    [
      'no mark',
      { type: 'text_link', text: 'a', href: 'https://a.example/"><i>' },
      '<a href="https://a.example/%22%3E%3Ci%3E">a</a>',
    ],
    [
      'a scheme where there is none',
      { type: 'link', text: 'a.example' },
      '<a href="https://a.example/">a.example</a>',
    ],
  ])('a link holds %s', async (_name, entity, expected) => {
    expect(await html(entity)).toBe(`<p>${expected}</p>`);
  });

  test('what it does not know is text', async () => {
    expect(await html({ type: '__proto__', text: 'a' }, { type: 'new', text: '<b' })).toBe('<p>a&lt;b</p>');
  });

  test.each([
    ['another’s words', { forwarded_from: 'News' }, /wrote:<\/div><blockquote>/],
    ['those of a deleted account', { forwarded_from: null }, /^<blockquote>/],
    [
      'those of somebody else of the same name',
      { forwarded_from: 'Petra Holm', forwarded_from_id: 'user9' },
      /<blockquote>/,
    ],
    ['nothing of its own', { forwarded_from: 'Petra Holm', forwarded_from_id: 'user7001' }, /^<p>/],
  ])('a forwarded message quotes %s', async (_name, extra, expected) => {
    expect(JSON.parse(JSON.stringify((await only(extra))?.body)).html).toMatch(expected);
  });
});

describe('hostile input', () => {
  test('control characters that Telegram writes as no JSON are read', async () => {
    const text = JSON.stringify(chat([message(1, { text: 'bell!back\\\\x1B' })])).replace(
      'bell!',
      'bell\\x07',
    );
    const { threads } = await importAll(telegram, exportFrom(text, 'result.json'));
    expect(threads[0]?.posts[0]?.body).toEqual({ html: '<p>bell\u0007back\\\\x1B</p>' });
  });

  test('other faults of JSON stay errors', async () => {
    await expect(importAll(telegram, exportFrom('{"a": \\x41}'))).rejects.toMatchObject({ code: 'not-json' });
  });

  test.each([
    ['nothing of Telegram', {}, 'not-telegram'],
    ['no message that can be read', chat([null, { id: {} }]), 'unreadable-export'],
  ])('%s is an error with a hint', async (_name, value, code) => {
    await expect(importing(value)).rejects.toMatchObject({ code, hint: expect.stringMatching(/\.$/) });
  });

  test('what cannot be read is left out and told of', async () => {
    const { threads, codes } = await importing(chat([message(1), 7, message(2, { poll: 7 })]));
    expect(threads[0]?.posts).toHaveLength(2);
    expect(codes).toEqual(['unreadable-post', 'unreadable-field']);
  });

  test('a hundred thousand answers, each to the one before', async () => {
    const many = Array.from({ length: 100_000 }, (_, n) =>
      message(n + 1, n ? { reply_to_message_id: n } : {}),
    );
    expect(await posts(...many)).toHaveLength(100_000);
  }, 60_000);

  test('long repetitions cost no more than their length', async () => {
    for (const text of ['\n\n', '<', '@', 'a.', '('])
      expect(
        await html(plain(text.repeat(100_000)), { type: 'link', text: text.repeat(100_000) }),
      ).toBeDefined();
  }, 20_000);
});

test('quotes are traced to what was answered, and forwarded words are the other’s', async () => {
  const { threads } = await importAll(telegram, await exportIn(join(FIXTURES, 'telegram/public-group')));
  const [thread] = threads;
  if (!thread) throw new Error('There is no thread.');
  const { quotes } = quoteGraph(readThread(thread));
  expect(
    quotes.map(({ post, fidelity, source, attribution }) => [post, fidelity, source?.post, attribution]),
  ).toEqual([
    ['11', 'verbatim', '10', undefined],
    ['14', 'unsourced', undefined, 'harbour news wrote:'],
    ['15', 'unsourced', undefined, undefined],
  ]);
});

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');

test.skipIf(!existsSync(CORPUS))('no real export of another place is claimed', async () => {
  for (const { name, parentPath } of readdirSync(CORPUS, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile(),
  ))
    expect({
      name,
      claimed: await telegram.detect(new Map([[name, await openAsBlob(join(parentPath, name))]])),
    }).toEqual({ name, claimed: false });
});
