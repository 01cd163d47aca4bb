import { existsSync, openAsBlob, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { slack } from '../../src/importers/slack.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { threadSchema } from '../../src/thread/schema.ts';
import { exportFrom, exportIn, FIXTURES, importAll } from './exports.ts';
import { channel, files, importing, line, member, message, only, rich, words } from './slack/exports.ts';

const list = (name: string, extra: object = {}) => ({ id: 'C07LAMPS1', name, created: 1, ...extra });
const day = [message('1772525520')];

describe('what it claims', () => {
  test.each([
    ['the folder of a channel', { 'lamps/2026-03-03.json': day }, true],
    ['days without their folder', { '2026-03-03.json': day }, true],
    ['a list of channels that have no messages', { 'channels.json': [list('lamps')] }, true],
    [
      'an export in a folder',
      { 'export/channels.json': [list('lamps')], 'export/a/2026-03-03.json': [] },
      true,
    ],
    ['one day under another name', { 'lamps.json': day }, true],
    ['a dump', { 'C1.json': { channel_id: 'C07LAMPS1', name: 'lamps', messages: day } }, true],
    ['days of something else', { 'lamps/2026-03-03.json': [{ id: 1, text: 'hello' }] }, false],
    ['a list of channels of something else', { 'channels.json': [{ id: 1, name: 'lamps' }] }, false],
    ['messages with another kind of time', { 'a.json': [{ type: 'message', ts: 1772525520 }] }, false],
    ['a dump of something else', { 'a.json': { channel_id: 'x', messages: [{ id: 1 }] } }, false],
    ['an empty array', { 'a.json': [] }, false],
    ['no JSON', { 'a.txt': 'hello' }, false],
  ])('%s', async (_name, values, claimed) => {
    expect(await slack.detect(files(values))).toBe(claimed);
  });
});

describe('conversations that are closed', () => {
  const secret = { 'money/2026-03-03.json': day };
  test.each([
    ['a private channel', { 'groups.json': [list('money')], ...secret }],
    [
      'a channel that says it is private',
      { 'channels.json': [list('money', { is_private: true })], ...secret },
    ],
    [
      'a channel shared with others',
      { 'channels.json': [list('money', { is_ext_shared: true })], ...secret },
    ],
    ['a channel that no list names', { 'channels.json': [list('lamps')], ...secret }],
    [
      'a channel whose entry cannot be read',
      { 'channels.json': [list('money', { is_private: 'no' })], ...secret },
    ],
    [
      'a channel in both lists',
      { 'channels.json': [list('money')], 'groups.json': [list('money')], ...secret },
    ],
    ['direct messages', { 'dms.json': [{ id: 'D13INES01', members: [] }], 'D13INES01/2026-03-03.json': day }],
    ['direct messages without a list', { 'D13INES01/2026-03-03.json': day }],
    [
      'direct messages of a group',
      { 'mpims.json': [list('mpdm-a--b-1')], 'mpdm-a--b-1/2026-03-03.json': day },
    ],
    ['a dump of direct messages', { 'a.json': { channel_id: 'D13INES01', name: '', messages: day } }],
  ])('%s is refused without consent, and read with it', async (_name, values) => {
    await expect(importing(values)).rejects.toMatchObject({ code: 'no-consent' });
    const { threads } = await importing(values, { consent: 'both were asked' });
    expect(threads[0]).toMatchObject({ origin: { consent: 'both were asked' }, posts: [{}] });
  });

  test('beside open ones they are left out, and told of without their names', async () => {
    const { threads, warnings } = await importing({
      'channels.json': [list('lamps')],
      'groups.json': [list('money', { id: 'G11MONEY1' })],
      'lamps/2026-03-03.json': day,
      ...secret,
    });
    expect(threads.map(({ title }) => title)).toEqual(['#lamps']);
    expect(warnings[0]).toMatchObject({
      code: 'not-public',
      message: 'What is not open was left out: a private channel (1).',
    });
  });

  test('an open channel comes with a warning that the workspace may be closed', async () => {
    expect((await importing({ 'lamps/2026-03-03.json': day })).codes).toEqual([
      'publicity-unknown',
      'names-unknown',
    ]);
    expect((await importing({ 'lamps/2026-03-03.json': day }, { consent: 'yes' })).codes).toEqual([
      'names-unknown',
    ]);
  });
});

describe('channels', () => {
  const workspace = {
    'channels.json': [list('lamps'), list('tides', { id: 'C08TIDES1' })],
    'lamps/2026-03-03.json': day,
    'tides/2026-03-03.json': '{broken',
  };

  test('those that are not selected are not read', async () => {
    const { threads } = await importing(workspace, { select: ({ title }) => title === '#lamps' });
    expect(threads.map(({ id }) => id)).toEqual(['lamps']);
  });

  test('two of one id are told apart', async () => {
    const { threads } = await importing({
      'a-b/2026-03-03.json': day,
      'a.b/2026-03-03.json': [message('1772525521')],
    });
    expect(threads.map(({ id }) => id)).toEqual(['a-b', expect.stringMatching(/^a-b-[a-z2-7]{10}$/)]);
  });

  test('days come in the order of their dates, and progress counts the bytes', async () => {
    const read: number[] = [];
    const values = {
      'lamps/2026-03-04.json': [message('1772611920')],
      'lamps/2026-03-03.json': day,
    };
    const { threads } = await importing(values, { progress: (bytes) => read.push(bytes) });
    expect(threads[0]?.posts.map(({ published }) => published?.slice(0, 10))).toEqual([
      '2026-03-03',
      '2026-03-04',
    ]);
    expect(read.at(-1)).toBe([...files(values).values()].reduce((sum, { size }) => sum + size, 0));
  });

  test('a channel of notices alone gives no thread, and says so', async () => {
    const { threads, codes } = await importing({
      'lamps/2026-03-03.json': [message('1772525520', { subtype: 'channel_join' })],
    });
    expect(threads).toEqual([]);
    expect(codes).toEqual(['publicity-unknown', 'empty-channel', 'notice']);
  });

  test.each([
    [
      'no message that can be read',
      { 'lamps/2026-03-03.json': [{ type: 'message', user: 'U1' }] },
      'unreadable-export',
    ],
    ['lists alone', { 'channels.json': [list('lamps')], 'users.json': [] }, 'no-messages'],
  ])('%s is an error with a hint', async (_name, values, code) => {
    await expect(importing(values)).rejects.toMatchObject({ code, hint: expect.stringMatching(/\.$/) });
  });

  test('a file that is cut off is an error that names it', async () => {
    const broken = new Map([
      ...files({ 'users.json': [] }),
      ['lamps/2026-03-03.json', new Blob(['[{"ts":'])],
    ]);
    await expect(importAll(slack, broken)).rejects.toMatchObject({
      code: 'cut-off',
      place: { file: 'lamps/2026-03-03.json' },
    });
  });
});

describe('threads', () => {
  test('an answer hangs below the message that its thread began with', async () => {
    const { posts } = await channel([
      message('1772525520', { thread_ts: '1772525520.000100' }),
      message('1772525521', { thread_ts: '1772525520.000100' }),
    ]);
    expect(posts.map(({ parent }) => parent)).toEqual([null, 'p1772525520000100']);
  });

  test('who wrote a missing beginning is known from the answers', async () => {
    const { posts } = await channel([
      message('1772525521', { thread_ts: '1772525520.000100', parent_user_id: 'U02PETRA1' }),
    ]);
    expect(posts[0]).toMatchObject({ state: 'missing', author: 'U02PETRA1' });
  });

  test('an answer that was sent to the channel too stands once; other doubles are told of', async () => {
    const answer = message('1772525521', { thread_ts: '1772525520.000100', subtype: 'thread_broadcast' });
    const { threads, codes } = await importing({
      'lamps/2026-03-03.json': [...day, answer, answer, message('1772525522'), message('1772525522')],
    });
    expect(threads[0]?.posts).toHaveLength(3);
    expect(codes.filter((code) => code === 'duplicate-id')).toHaveLength(1);
  });

  test('a deleted message keeps its place and nothing else', async () => {
    expect(await only({ subtype: 'tombstone', user: 'USLACKBOT', hidden: true })).toMatchObject({
      state: 'deleted',
      author: null,
      body: { plain: '' },
    });
  });

  test.each(['channel_join', 'bot_add', 'pinned_item', 'huddle_thread', '__proto__'])(
    'a notice is left out: %s',
    async (subtype) => {
      const { threads, warnings } = await importing({
        'lamps/2026-03-03.json': [...day, message('1772525521', { subtype })],
      });
      expect(threads[0]?.posts).toHaveLength(1);
      expect(warnings.at(-1)?.message).toContain(`${subtype} (1)`);
    },
  );
});

describe('people', () => {
  const author = async (extra: object, users: readonly object[] = []) => {
    const { threads } = await importing({
      'users.json': users,
      'lamps/2026-03-03.json': [message('1772525520', extra)],
    });
    return threads[0]?.people[threads[0].posts[0]?.author ?? ''];
  };
  const petra = { real_name: 'Petra Holm', profile: { display_name: 'petra ‮holm' } };

  test.each([
    ['a member', {}, [member('U02PETRA1', 'p.holm', petra)], { handle: '@p.holm', name: 'petra holm' }],
    [
      'one who left',
      {},
      [member('U02PETRA1', 'p.holm', { ...petra, deleted: true })],
      { name: 'petra holm' },
    ],
    [
      'a member that no list names',
      { user_profile: { name: 'p', real_name: 'Petra' } },
      [],
      { handle: '@p', name: 'Petra' },
    ],
    ['an id alone', {}, [], { handle: '@U02PETRA1' }],
    [
      'an application that is a member',
      { bot_id: 'B1' },
      [member('U02PETRA1', 'bot', { is_bot: true })],
      { handle: '@bot', bot: true },
    ],
    [
      'an application under a name of its own',
      { bot_id: 'B1', username: 'Tide' },
      [],
      { handle: 'Tide', bot: true },
    ],
    [
      'an application without a member',
      { user: null, bot_id: 'B1', bot_profile: { name: 'Tide' } },
      [],
      { handle: 'Tide', bot: true },
    ],
    [
      'a name that is a mail address',
      { user_profile: { name: 'p@quay.example' } },
      [],
      { handle: '@‹address›' },
    ],
  ])('%s', async (_name, extra, users, expected) => {
    expect(await author(extra, users)).toMatchObject(expected);
  });

  test('a person who posts through an application is no bot', async () => {
    expect(await author({ bot_id: 'B1' }, [member('U02PETRA1', 'p.holm', petra)])).not.toHaveProperty('bot');
  });

  test('two names of one application are two people', async () => {
    const { people } = await channel([
      message('1772525520', { user: null, bot_id: 'B1', username: 'tamsin', subtype: 'bot_message' }),
      message('1772525521', { user: null, bot_id: 'B1', username: 'col', subtype: 'bot_message' }),
    ]);
    expect(Object.values(people).map(({ handle }) => handle)).toEqual(['tamsin', 'col']);
  });
});

describe('words', () => {
  const html = async (...elements: readonly object[]) => {
    const body = (await only(rich(...elements)))?.body;
    return body && 'html' in body ? body.html : body;
  };

  test('blocks come before the text', async () => {
    expect(await html(line(words('a *b*'), words('c', { bold: true, code: true })))).toBe(
      '<p>a *b*<strong><code>c</code></strong></p>',
    );
  });

  test('what looks like HTML is text', async () => {
    expect(
      await html(line(words('<script>&"'), { type: 'link', url: 'https://a.example/"<', text: '<b>' })),
    ).toBe('<p>&lt;script&gt;&amp;&quot;<a href="https://a.example/%22%3C">&lt;b&gt;</a></p>');
  });

  test('lines and paragraphs are kept', async () => {
    expect(await html(line(words('one\ntwo\n\nthree\n'), words('\n\nfour')))).toBe(
      '<p>one<br>two</p><p>three</p><p>four</p>',
    );
  });

  const list_ = (indent: number, ...items: readonly string[]) => ({
    type: 'rich_text_list',
    style: indent % 2 ? 'ordered' : 'bullet',
    indent,
    elements: items.map((item) => line(words(item))),
  });

  test('lists nest as they are indented', async () => {
    expect(await html(list_(0, 'a'), list_(1, 'b', 'c'), list_(0, 'd'))).toBe(
      '<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>',
    );
    expect(await html(list_(2, 'deep'))).toBe('<ul><li><ul><li><ul><li>deep</li></ul></li></ul></li></ul>');
  });

  test('a list that says it is indented a million times is no deeper than nine', async () => {
    expect((await html(list_(1_000_000, 'a')))?.toString().match(/<ul>/g)).toHaveLength(9);
  });

  test.each([
    ['no code points', 'zz'],
    ['one beyond the last', '110000'],
    ['nothing', ''],
  ])('an emoji with %s keeps its name', async (_name, unicode) => {
    expect(await html(line({ type: 'emoji', name: 'anchor', unicode }))).toBe('<p>:anchor:</p>');
  });

  test('blocks that cannot be read fall back to the text, and say so', async () => {
    const { threads, codes } = await importing({
      'lamps/2026-03-03.json': [message('1772525520', { blocks: 7, text: 'Good morning' })],
    });
    expect(threads[0]?.posts[0]?.body).toEqual({ markdown: 'Good morning', flavour: 'slack' });
    expect(codes).toContain('unreadable-field');
  });

  test.each([
    ['<@U02PETRA1> and <@U02PETRA1|old>', '<@U02PETRA1|Petra &lt;H&gt;> and <@U02PETRA1|Petra &lt;H&gt;>'],
    ['<@U0NOBODY1|old> <#C1|tides> <#C07LAMPS1>', '<@U0NOBODY1|old> <#C1|tides> <#C07LAMPS1|lamps>'],
    ['<mailto:a@quay.example|a@quay.example>, <https://a.example|b>', '‹address›, <https://a.example|b>'],
  ])('%s gets names', async (text, expected) => {
    const { threads } = await importing({
      'users.json': [member('U02PETRA1', 'petra', { real_name: 'Petra <H>' })],
      'channels.json': [list('lamps')],
      'lamps/2026-03-03.json': [message('1772525520', { text })],
    });
    expect(threads[0]?.posts[0]?.body).toEqual({ markdown: expected, flavour: 'slack' });
  });
});

describe('what comes with a message', () => {
  const share = (channel_id: string, ts: string) => ({
    attachments: [
      { is_msg_unfurl: true, channel_id, ts, text: 'Words', from_url: 'https://a.slack.com/archives/x' },
    ],
  });
  const dump = (...messages: readonly object[]) =>
    importing({ 'a.json': { channel_id: 'C07LAMPS1', name: 'lamps', messages } });

  test('a message of the same channel is a quote post', async () => {
    const { threads } = await dump(...day, message('1772525521', share('C07LAMPS1', '1772525520.000100')));
    expect(threads[0]?.posts[1]?.quoted).toEqual({ post: 'p1772525520000100', state: 'accepted' });
  });

  test('of one that was deleted no words are shown', async () => {
    const { threads } = await dump(
      message('1772525520', { subtype: 'tombstone' }),
      message('1772525521', share('C07LAMPS1', '1772525520.000100')),
    );
    expect(threads[0]?.posts[1]?.quoted).toEqual({ state: 'deleted' });
    expect(JSON.stringify(threads)).not.toContain('Words');
  });

  test('words of a channel that is not known to be open are left out, and come with consent', async () => {
    const messages = [message('1772525521', share('C09OTHER1', '1772525520.000100'))];
    expect(JSON.stringify(await channel(messages))).not.toContain('Words');
    expect((await channel(messages, { consent: 'yes' })).posts[0]?.body).toEqual({
      markdown: 'Message 1772525521\n\n&gt; Words',
      flavour: 'slack',
    });
  });

  test('reactions of all skin tones count together', async () => {
    const reactions = [
      { name: '+1', count: 2, users: ['U1'] },
      { name: '+1::skin-tone-2', users: ['U2'] },
      { name: '__proto__', count: 1 },
    ];
    expect((await only({ reactions }))?.reactions).toEqual([
      { name: '+1', count: 3 },
      { name: '__proto__', count: 1 },
    ]);
  });

  test('a file is named, and its address holds no token', async () => {
    const [file] =
      (
        await only({
          files: [{ title: 'Chart', mimetype: 'image/png', permalink: 'https://a.slack.com/f?t=xoxe' }],
        })
      )?.attachments ?? [];
    expect(file).toEqual({ type: 'image', name: 'Chart', url: 'https://a.slack.com/f' });
  });

  test('two workspaces among the files leave the posts without addresses', async () => {
    const files_ = ['a', 'b'].map((host) => ({ permalink: `https://${host}.slack.com/files/U1/F1/a` }));
    const { threads } = await dump(message('1772525520', { files: files_ }));
    expect(threads[0]?.posts[0]).not.toHaveProperty('url');
  });
});

describe('hostile input', () => {
  test.each([
    ['null', null],
    ['a number', 7],
    ['a time of text', message('1', { ts: '__proto__' })],
    ['a subtype of another kind', message('1', { subtype: {} })],
  ])('a message that is %s is left out and told of', async (_name, value) => {
    const { threads, codes } = await importing({ 'lamps/2026-03-03.json': [...day, value] });
    expect(threads[0]?.posts).toHaveLength(1);
    expect(codes).toContain('unreadable-post');
  });

  test('a hundred thousand messages are read in a few seconds', async () => {
    const many = Array.from({ length: 100_000 }, (_, n) =>
      message(`${1772525520 + n}`, n % 3 ? { thread_ts: '1772525520.000100' } : {}),
    );
    expect((await channel(many)).posts).toHaveLength(100_000);
  }, 60_000);

  test('long repetitions cost no more than their length', async () => {
    for (const text of ['<@', '<mailto:', '<', '&lt;', '`', '\n\n', '>'])
      expect(
        await only({
          text: text.repeat(100_000),
          attachments: [
            { text: text.repeat(100_000), title: text.repeat(1000), from_url: 'https://a.example' },
          ],
        }),
      ).toBeDefined();
  }, 20_000);
});

describe('quotes', () => {
  test('are traced: in a thread to what was answered, in a shared message to the channel it is from', async () => {
    const { threads } = await importAll(slack, await exportIn(join(FIXTURES, 'slack/workspace')));
    const [lamps] = threads;
    if (!lamps) throw new Error('There is no thread.');
    const { quotes } = quoteGraph(readThread(lamps));
    expect(quotes.map(({ post, fidelity, source }) => [post, fidelity, source?.post])).toEqual([
      ['p1772525580000200', 'verbatim', 'p1772525520000100'],
      ['p1772615000000800', 'external', undefined],
    ]);
    expect(quotes[1]).toMatchObject({ attribution: 'Ines Duarte wrote:' });
  });
});

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');

describe.skipIf(!existsSync(CORPUS))('real exports', () => {
  test('are read, message for message but for the notices', async () => {
    const folder = join(CORPUS, 'slack/slack-export-viewer__unpacked');
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const export_ = new Map(
      await Promise.all(paths.map(async (path) => [relative(folder, path), await openAsBlob(path)] as const)),
    );
    expect(await slack.detect(export_)).toBe(true);
    const { threads, warnings } = await importAll(slack, export_);
    for (const thread of threads) threadSchema.parse(thread);
    const days = paths.filter((path) => /\d\d\.json$/.test(path));
    const messages: { subtype?: string }[] = days.flatMap((path) => JSON.parse(readFileSync(path, 'utf8')));
    const said = messages.filter(({ subtype }) => !/^(?:channel_|bot_add)/.test(subtype ?? ''));
    expect(threads.flatMap(({ posts }) => posts).length).toBe(said.length);
    expect(warnings.map(({ code }) => code)).toEqual(['publicity-unknown', 'notice']);
  });

  test('of other places are not claimed', async () => {
    const others = readdirSync(CORPUS, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && !entry.parentPath.includes('/slack'),
    );
    for (const { name, parentPath } of others)
      expect({
        name,
        claimed: await slack.detect(new Map([[name, await openAsBlob(join(parentPath, name))]])),
      }).toEqual({ name, claimed: false });
  });

  test('a file of nothing is not claimed', async () => {
    expect(await slack.detect(exportFrom(''))).toBe(false);
  });
});
