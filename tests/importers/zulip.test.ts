import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { zulip } from '../../src/importers/zulip.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { threadSchema } from '../../src/thread/schema.ts';
import { exportFrom, exportIn, FIXTURES, importAll } from './exports.ts';

const message = (id: number, extra: object = {}) => ({
  id,
  type: 'stream',
  sender_id: 7,
  sender_full_name: 'Ines Duarte',
  sender_email: 'ines@quay.example',
  timestamp: 1772525520,
  subject: 'buoys',
  display_recipient: 'lamps',
  stream_id: 4,
  content: String(id),
  content_type: 'text/x-markdown',
  ...extra,
});
const json = (value: unknown, name?: string) => exportFrom(JSON.stringify(value), name);
const importing = (...messages: readonly unknown[]) => importAll(zulip, json({ messages }));
const only = async (extra: object) => (await importing(message(1, extra))).threads[0]?.posts[0];
const codes = ({ warnings }: { warnings: readonly { code: string }[] }) => warnings.map(({ code }) => code);
const said = (id: number, words: string, home = 'https://quay.example/') =>
  `@_**Ines Duarte|7** [said](${home}#narrow/channel/4-lamps/topic/buoys/near/${id}):\n\`\`\`quote\n${words}\n\`\`\``;
const channel = (extra: object) => ({ stream_id: 4, name: 'lamps', invite_only: false, ...extra });
const withChannels = (channels: readonly object[], ...messages: readonly object[]) =>
  new Map([...json({ messages }, 'a.json'), ...json({ streams: channels }, 'b.json')]);

describe('what it claims', () => {
  test.each([
    ['an answer of GET /messages', { messages: [message(1)] }, true],
    ['an empty one', { messages: [], anchor: 1, found_newest: true }, true],
    ['a single message', { message: message(1), raw_content: '1' }, true],
    ['a topic of zulip-archive', [message(1)], true],
    ['a realm', { zerver_realm: [], zerver_userprofile: [] }, true],
    ['a realm’s messages, to say what is missing', { zerver_message: [] }, true],
    ['messages of something else', { messages: [{ id: 1, content: 'hello' }] }, false],
    ['channels of something else', { streams: ['a'] }, false],
    ['null', null, false],
  ])('%s: %#', async (_name, value, claimed) => {
    expect(await zulip.detect(json(value))).toBe(claimed);
  });

  test('a realm among its pictures, but not messages beside something else', async () => {
    const picture = ['avatars/a.png', new Blob(['x'])] as const;
    expect(await zulip.detect(new Map([...json({ zerver_realm: [] }, 'realm.json'), picture]))).toBe(true);
    expect(await zulip.detect(new Map([...json({ messages: [message(1)] }), picture]))).toBe(false);
    expect(await zulip.detect(new Map())).toBe(false);
  });
});

test('where the server says whose it is, posts have links to them, also where none quotes another', async () => {
  const settings = { zulip_version: '9.1', realm_url: 'https://quay.example', realm_name: 'Quay' };
  const files = new Map([...json({ messages: [message(1)] }, 'a.json'), ...json(settings, 'b.json')]);
  expect(await zulip.detect(files)).toBe(true);
  const { threads, warnings } = await importAll(zulip, files);
  expect(threads[0]?.posts[0]?.url).toBe('https://quay.example/#narrow/channel/4-lamps/topic/buoys/near/1');
  expect(warnings.map(({ code }) => code)).not.toContain('no-address');
});

test.each([{ realm_uri: 'https://quay.example' }, { realm_url: 'javascript:alert(1)' }])(
  'settings %j say it in the words of before Zulip 9, or say nothing',
  async (said) => {
    const claimed = await zulip.detect(json({ zulip_version: '8.0', ...said }));
    expect(claimed).toBe('realm_uri' in said);
  },
);

describe('what cannot be read is an error that says what to save instead', () => {
  test.each([
    ['something else', { a: 1 }, 'not-zulip'],
    ['messages without their realm', { zerver_message: [] }, 'no-realm'],
    ['messages without ids', { messages: [{ ...message(1), id: null }] }, 'unreadable-export'],
  ])('%s', async (_name, value, code) => {
    await expect(importAll(zulip, json(value))).rejects.toMatchObject({
      name: 'QuotidianError',
      code,
      hint: expect.stringMatching(/\.$/),
    });
  });
});

describe('who may read it', () => {
  test('messages between people never come, not even with consent', async () => {
    const secret = message(2, { type: 'private', display_recipient: [{ id: 7 }], content: 'secret' });
    const disguised = message(3, { display_recipient: [{ id: 7 }], content: 'secret' });
    const unknown = message(4, { type: 'huddle', content: 'secret' });
    const files = json({ messages: [message(1), secret, disguised, unknown] });
    const threads = await Array.fromAsync(zulip.parse(files, { warn: () => undefined, consent: 'asked' }));
    expect(threads.map(({ posts }) => posts.map(({ id }) => id))).toEqual([['1']]);
    expect(JSON.stringify(threads)).not.toContain('secret');
  });

  test('a private channel needs consent; beside others it is left out without it', async () => {
    const other = message(2, { stream_id: 5, display_recipient: 'board', content: 'secret' });
    const closed = [channel({}), channel({ stream_id: 5, invite_only: true })];
    await expect(importAll(zulip, withChannels(closed, other))).rejects.toMatchObject({ code: 'no-consent' });
    const found = await importAll(zulip, withChannels(closed, message(1), other));
    expect(JSON.stringify(found)).not.toContain('secret');
    expect(codes(found)).toEqual(['members-only', 'no-consent', 'no-address']);
    const given = await Array.fromAsync(
      zulip.parse(withChannels(closed, other), { warn: () => undefined, consent: 'all were asked' }),
    );
    expect(given[0]?.origin.consent).toBe('all were asked');
  });

  test('a channel whose description cannot be read is not taken for open', async () => {
    const files = withChannels([channel({}), channel({ invite_only: 'no' })], message(1));
    await expect(importAll(zulip, files)).rejects.toMatchObject({ code: 'no-consent' });
  });

  test('it is said where the export does not tell, and where only members can read', async () => {
    expect(codes(await importing(message(1)))).toContain('publicity-unknown');
    expect(codes(await importAll(zulip, withChannels([channel({})], message(1))))).toContain('members-only');
    expect(
      codes(await importAll(zulip, withChannels([channel({ is_web_public: true })], message(1)))),
    ).toEqual(['no-address']);
  });

  test('no mail address comes, nor a picture or a name that is made of one', async () => {
    const found = await importing(
      message(1, {
        sender_full_name: 'ines@quay.example',
        avatar_url: 'https://secure.gravatar.com/avatar/0123456789abcdef?d=identicon',
      }),
    );
    expect(found.threads[0]?.people).toEqual({ 7: { handle: 'user 7' } });
  });
});

describe('topics', () => {
  test('are the same resolved and not, and in any case; each is a thread', async () => {
    const found = await importing(
      message(2, { subject: '✔ buoys' }),
      message(1, { subject: 'Buoys' }),
      message(3, { subject: 'lamps' }),
      message(4, { subject: '' }),
      message(5, { stream_id: 6, display_recipient: 'lamps' }),
    );
    expect(found.threads.map(({ title, posts }) => [title, posts.map(({ id }) => id)])).toEqual([
      ['lamps › buoys', ['1', '2']],
      ['lamps › lamps', ['3']],
      ['lamps › general chat', ['4']],
      ['lamps › buoys', ['5']],
    ]);
    expect(new Set(found.threads.map(({ id }) => id)).size).toBe(4);
  });

  test('pages that overlap give each message once', async () => {
    const files = new Map([
      ...json({ messages: [message(1), message(2)] }, 'a.json'),
      ...json({ messages: [message(2), message(3)] }, 'b.json'),
    ]);
    expect((await importAll(zulip, files)).threads[0]?.posts.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });
});

describe('messages', () => {
  test('moved is not edited', async () => {
    const at = { last_edit_timestamp: 1772525600 };
    expect((await only(at))?.edited).toBe('2026-03-03T08:13:20.000Z');
    expect((await only({ ...at, edit_history: [{ prev_topic: 'a' }] }))?.edited).toBeUndefined();
    expect(
      (await only({ ...at, edit_history: [{ prev_topic: 'a' }, { prev_content: 'b' }] }))?.edited,
    ).toBeDefined();
  });

  test('rendered text is told from Markdown where nothing says which it is', async () => {
    expect((await only({ content_type: null, content: '<p>a</p>' }))?.body).toEqual({ html: '<p>a</p>' });
    expect((await only({ content_type: null, content: '<you> a' }))?.body).toEqual({
      markdown: '<you> a',
      flavour: 'zulip',
    });
  });

  test('reactions are counted by emoji; a code that is none leaves the name', async () => {
    const one = (emoji_code: string, reaction_type = 'unicode_emoji') => ({
      emoji_name: 'a_name',
      emoji_code,
      reaction_type,
    });
    expect(
      (await only({ reactions: [one('1f1f5-1f1f9'), one('ffffff'), one('12', 'realm_emoji')] }))?.reactions,
    ).toEqual([
      { name: '🇵🇹', count: 1 },
      { name: 'a_name', count: 2 },
    ]);
  });

  test('a poll that only its author may rename, with votes taken back', async () => {
    const event = (sender_id: number, said: object) => ({ sender_id, content: JSON.stringify(said) });
    const start = { widget_type: 'poll', extra_data: { question: 'A?', options: ['a', 7] } };
    const found = await only({
      content: '/poll A?',
      submessages: [
        event(7, start),
        event(9, { type: 'question', question: 'B?' }),
        event(7, { type: 'question', question: 'C?' }),
        event(9, { type: 'vote', key: 'canned,0', vote: 1 }),
        event(9, { type: 'vote', key: 'canned,0', vote: 1 }),
        event(9, { type: 'vote', key: '__proto__', vote: 1 }),
        { sender_id: 9, content: 'no JSON' },
      ],
    });
    expect(found?.body).toEqual({ plain: 'C?' });
    expect(found?.poll?.options).toEqual([
      { title: 'a', votes: 1 },
      { title: '', votes: 0 },
    ]);
    expect(
      (await only({ content: '/todo', submessages: [event(7, { widget_type: 'todo' })] }))?.body,
    ).toEqual({
      markdown: '/todo',
      flavour: 'zulip',
    });
  });

  test('code keeps the characters that elsewhere become addresses', async () => {
    const found = await importing(
      message(1),
      message(2, { content: `${said(1, '1')}\n\`[a](/b)\` [a](/b)\n~~~\nc\n~~~` }),
    );
    expect(found.threads[0]?.posts[1]?.body).toMatchObject({
      markdown: expect.stringContaining('`[a](/b)` [a](https://quay.example/b)'),
    });
  });
});

describe('what a message answers', () => {
  const parents = async (...contents: readonly string[]) =>
    (await importing(...contents.map((content, n) => message(n + 1, { content })))).threads.flatMap(
      ({ posts }) => posts.map(({ parent, inferred }) => (inferred ? parent : null)),
    );

  test('is what it quotes first, of its own topic and earlier', async () => {
    expect(
      await parents('a', said(1, 'a'), `${said(9, 'x')}\n${said(2, 'a')}\n${said(1, 'a')}`, said(4, 'me')),
    ).toEqual([null, '1', '2', null]);
  });

  test('is not what it only links to', async () => {
    const link = 'https://quay.example/#narrow/channel/4-lamps/topic/buoys/near/1';
    expect(await parents('a', `See [here](${link})`, `[said](${link}):\nnothing`)).toEqual([
      null,
      null,
      null,
    ]);
  });
});

test('the address of the organisation is told by links to messages of the export, if all say the same', async () => {
  const home = async (...contents: readonly string[]) =>
    (await importing(message(1), ...contents.map((content, n) => message(n + 2, { content })))).threads[0]
      ?.origin.url;
  expect(await home(said(1, '1'))).toBe('https://quay.example/#narrow/channel/4-lamps/topic/buoys');
  expect(await home(said(99, '1'))).toBeUndefined();
  expect(await home(said(1, '1'), said(1, '1', 'https://pier.example/'))).toBeUndefined();
  expect(await home(said(1, '1', '/'))).toBeUndefined();
});

test.each([
  [
    'api-markdown',
    [
      [['102', '101', 'verbatim']],
      [
        ['106', undefined, 'external'],
        ['106', undefined, 'external'],
      ],
      [],
    ],
  ],
  ['archive-html', [[['202', '201', 'verbatim']]]],
  ['realm-export', [[['302', '301', 'verbatim']]]],
])('quotes are traced by the link above them: %s', async (name, expected) => {
  const { threads } = await importAll(zulip, await exportIn(join(FIXTURES, 'zulip', name)));
  const traced = threads.map((one) =>
    quoteGraph(readThread(one)).quotes.map(({ post, source, fidelity }) => [post, source?.post, fidelity]),
  );
  expect(traced).toEqual(expected);
});

describe('hostile', () => {
  test('a chain of 20,000 answers, keys that look like the language’s own, broken fields', async () => {
    const messages = Array.from({ length: 20_000 }, (_, n) =>
      message(n + 1, {
        content: n === 0 ? 'a' : said(n, 'a'),
        sender_id: n % 9,
        sender_full_name: '__proto__',
      }),
    );
    const found = await importing(...messages, message(30_000, { reactions: 'x' }), null, 7);
    expect(found.threads[0]?.posts).toHaveLength(20_001);
    expect(codes(found).filter((code) => code.startsWith('unreadable'))).toEqual([
      'unreadable-field',
      'unreadable-post',
      'unreadable-post',
    ]);
    for (const one of found.threads) threadSchema.parse(one);
  });

  test.each([
    ['links', '](#narrow/a'.repeat(50_000)],
    ['links to a host', '](https://a'.repeat(50_000)],
    ['HTML links', '<a href="https://a'.repeat(50_000)],
    ['near', '](#narrow/near/1/near/1'.repeat(30_000)],
    ['names', `**${'Petra '.repeat(50_000)}`],
    ['blank lines', `](#narrow/a/near/1)${'\n'.repeat(100_000)}`],
  ])('%s take no time', async (_name, content) => {
    const before = performance.now();
    await importing(
      message(1),
      message(2, { content: `${said(1, '1')}\n${content}`, sender_full_name: content }),
    );
    expect(performance.now() - before).toBeLessThan(3000);
  });
});
