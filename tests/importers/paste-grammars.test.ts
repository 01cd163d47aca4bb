import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../src/importers/importer.ts';
import { mail } from '../../src/importers/mail.ts';
import { grammars } from '../../src/importers/paste/grammars/index.ts';
import { vote } from '../../src/importers/paste/vote.ts';
import { paste } from '../../src/importers/paste.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import type { Thread } from '../../src/thread/schema.ts';
import { cases, exportFrom, FIXTURES, importAll, type Imported } from './exports.ts';

const fixture = (name: string) => readFileSync(join(FIXTURES, 'paste', name, 'input.txt'), 'utf8');
const read = async (copy: string, name = 'copy.txt') => importAll(paste, exportFrom(copy, name));
const claims = async (copy: string, name = 'copy.txt') => paste.detect(exportFrom(copy, name));

async function threadFrom(copy: string): Promise<Thread> {
  const [thread] = (await read(copy)).threads;
  if (!thread) throw new Error('There is no thread.');
  return thread;
}

async function explained(copy: string): Promise<Explanation> {
  const [explanation] = (await paste.explain?.(exportFrom(copy, 'copy.txt'))) ?? [];
  if (!explanation) throw new Error('There is no explanation.');
  return explanation;
}

/** `Ines Kovar: words`, a line for each post. */
function spoken({ posts, people }: Thread): readonly string[] {
  return posts.map(({ author, body }) => {
    const person = author === null ? undefined : people[author];
    return `${person?.handle ?? '?'}: ${'plain' in body ? body.plain.replace(/\n+/g, ' ') : ''}`;
  });
}

const winner = (copy: string) => vote(copy.split('\n')).winner?.grammar.name ?? null;
const codes = ({ warnings }: Imported) => warnings.map(({ code }) => code);

describe('the vote', () => {
  test.each([
    ['comma-time', 'comma-time'],
    ['discord-channel', 'discord'],
    ['forum-archive', 'forum'],
    ['forum-posted-by', 'forum'],
    ['github-page', 'github'],
    ['hacker-news-page', 'hacker-news'],
    ['harbour-lights', 'mastodon-page'],
    ['irc-brackets', 'irc'],
    ['irc-irssi', 'irc'],
    ['irc-weechat', 'irc'],
    ['mail-headers', 'mail-headers'],
    ['named-authors', 'mastodon-page'],
    ['posts-without-blank-lines', 'mastodon-page'],
    ['reddit-page', 'reddit'],
    ['slack-channel', 'slack'],
    ['slack-two-lines', 'slack'],
    ['transcript', 'transcript'],
  ])('%s is read as %s', (name, grammar) => {
    expect(winner(fixture(name))).toBe(grammar);
  });

  test('every grammar but the closed ones has a fixture', () => {
    const found = cases()
      .filter(({ importer }) => importer === 'paste')
      .map(({ name }) => winner(fixture(name)));
    const open = grammars.filter(({ closed }) => closed === undefined).map(({ name }) => name);
    expect([...new Set(found)].toSorted()).toEqual(open.toSorted());
  });

  test.each([
    ['one header alone', 'Ines — Today at 10:32\nThe ferry says otherwise.'],
    [
      'prose with two times',
      'We met.\nIt was late.\nSo we left.\nAnd came.\nInes, 10:32\nTomas, 10:34\nall.',
    ],
    ['settings', 'Name: quay\nDepth: 3\nLamp: on\nName: pier\nDepth: 4\nLamp: off'.replaceAll('Name', 'Key')],
    ['notes with key words', 'Note: a\nWarning: b\nNote: c\nWarning: d'],
    ['HTML', '<p>\n<p> one\n<p> two</p>\n<p> three'],
    ['a list in Markdown', '* ines has a lamp\n* tomas has a rope\n* petra has none'],
    ['questions and answers', 'Question: where?\nAnswer: here.\nQuestion: when?\nAnswer: now.'],
    ['JSON', '[\n10,\n20\n]'],
    ['a log of a program', '10:32:01 INFO started\n10:32:02 INFO stopped\n10:32:03 WARN late'],
    ['one mail', 'From: Ines\nDate: Tue, 3 Mar 2026 10:32:00 +0100\nSubject: rope\n\nHello.'],
  ])('leaves %s', async (_, copy) => {
    expect(winner(copy)).toBeNull();
    expect(await claims(copy)).toBe(false);
  });

  test('a log quoted in a chat is the words of the chat', () => {
    const log = '[10:32] <ines> the lamp is out\n[10:33] <tomas> it is not';
    const post = (name: string) => `${name} — Today at 10:40 AM\nlook\nat\nthis\nand\nthat\n`;
    expect(winner(`${post('Ines')}${post('Tomas')}${post('Petra')}${log}`)).toBe('discord');
  });

  test('lines of two forms are an error that names both, and no guess', async () => {
    const log = Array.from({ length: 6 }, (_, n) => `[10:3${n}] <ines> lamp ${n}`).join('\n');
    const chat = Array.from({ length: 3 }, (_, n) => `Tomas — Today at 10:4${n} AM\nrope ${n}`).join('\n');
    expect(await claims(`${log}\n${chat}`)).toBe(true);
    await expect(read(`${log}\n${chat}`)).rejects.toMatchObject({
      code: 'ambiguous-form',
      message: expect.stringMatching(/IRC log.*Discord copy|Discord copy.*IRC log/),
      place: { file: 'copy.txt' },
    });
    expect((await explained(`${log}\n${chat}`)).form).toBeNull();
  });

  test.each(['#quay.2026-03-03.log', 'irclogs/quay.log'])('claims a log called %s', async (name) => {
    expect(await claims(fixture('irc-irssi'), name)).toBe(true);
  });
});

describe('what a copy does not say', () => {
  test.each([
    'comma-time',
    'discord-channel',
    'irc-irssi',
    'slack-channel',
    'hacker-news-page',
    'reddit-page',
  ])('no post of %s has a date, and the editor is told which times were written', async (name) => {
    const { threads, warnings } = await read(fixture(name));
    expect(threads.flatMap(({ posts }) => posts).filter(({ published }) => published)).toEqual([]);
    expect(warnings.find(({ code }) => code === 'no-date')?.message).toMatch(/“.+”/);
  });

  test('a date with day and zone is kept', async () => {
    const { posts } = await threadFrom(fixture('forum-archive'));
    expect(posts.map(({ published }) => published)).toEqual([
      '2026-03-03T10:32:00Z',
      '2026-03-03T11:00:10Z',
      '2026-03-04T07:15:00Z',
    ]);
  });

  test.each(['hacker-news-page', 'reddit-page', 'github-page', 'irc-irssi', 'slack-channel'])(
    'nothing in %s is said to answer anything',
    async (name) => {
      expect((await threadFrom(fixture(name))).posts.map(({ parent }) => parent).filter(Boolean)).toEqual([]);
    },
  );

  test('authors that a copy states are not called inferred', async () => {
    for (const { name } of cases().filter(
      ({ importer, name: own }) => importer === 'paste' && own.includes('-page'),
    ))
      expect((await threadFrom(fixture(name))).posts.map(({ inferred }) => inferred).filter(Boolean)).toEqual(
        [],
      );
  });
});

describe('Discord', () => {
  const ferry = 'Ines — Today at 10:30\nThe ferry says otherwise.\n';

  test.each([
    ['the name alone, the words below', `${ferry}\n@Ines\nThe ferry says otherwise.\n\n`],
    ['name and words in a line', `${ferry}@Ines The ferry says otherwise.\n`],
    ['words that were edited', `${ferry.trimEnd()} (edited)\n\n@Ines\nThe ferry says otherwise. (edited)\n`],
  ])('an answer names the post by %s', async (_, above) => {
    const { posts } = await threadFrom(`${above}Tomas — Today at 10:35\nSo it does.`);
    expect(posts.map(({ parent }) => parent)).toEqual([null, posts[0]?.id]);
    expect(posts[0]?.body).toEqual({ plain: 'The ferry says otherwise.' });
  });

  test('words that two posts have name neither', async () => {
    const { posts } = await threadFrom(
      `Ines — Today at 10:30\nyes\n[10:31 AM]\nyes\n\n@Ines\nyes\n\nTomas — Today at 10:35\nWhich?`,
    );
    expect(posts.map(({ parent }) => parent)).toEqual([null, null, null]);
  });

  test('a mention in the last words of a post stays in them', async () => {
    const thread = await threadFrom(
      'Ines — Today at 10:30\nAsk\n@Tomas about the rope\nTomas — Today at 10:35\nAsk what?',
    );
    expect(spoken(thread)).toEqual(['Ines: Ask @Tomas about the rope', 'Tomas: Ask what?']);
  });

  test.each([
    'heute um 10:32 Uhr',
    '04/18/2026 8:11 PM',
    '3/4/26, 10:32 AM',
    'Yesterday at 10:10 PM',
    '10:32',
  ])('a header may end %s', async (when) => {
    expect(spoken(await threadFrom(`Ines — ${when}\na\nTomas — ${when}\nb`))).toEqual([
      'Ines: a',
      'Tomas: b',
    ]);
  });
});

describe('IRC', () => {
  test.each([
    ['[10:32] <ines> a\n[10:33] <tomas> b'],
    ['10:32 <@ines> a\n10:33 < tomas> b'],
    ['<ines> a\n<tomas> b'],
    ['Mar 03 10:32:11 <ines>\ta\nMar 03 10:32:12 <tomas>\tb'],
    ['2026-03-03 10:32:11\tines\ta\n2026-03-03 10:32:12\t@tomas\tb'],
    ['[10:32 PM] ines: a\n[10:33 PM] tomas: b'],
    ['[2026-03-03 10:32:11] <ines> a\n[2026-03-03 10:32:12] <tomas> b'],
  ])('%j is two people speaking', async (log) => {
    expect(spoken(await threadFrom(log))).toEqual(['ines: a', 'tomas: b']);
  });

  test('one nick in two cases is one person', async () => {
    expect(Object.keys((await threadFrom('<Ines> a\n<ines> b\n<tomas> c')).people)).toHaveLength(2);
  });

  test('a line that nobody said is in no post, and the editor is told', async () => {
    const imported = await read(fixture('irc-brackets'));
    expect(JSON.stringify(imported.threads)).not.toContain('torn off');
    expect(imported.warnings.find(({ code }) => code === 'not-understood')?.message).toContain('line 7');
  });

  test('comings and goings are nobody’s words', async () => {
    const thread = await threadFrom(
      '10:30 -!- ines [~i@quay.example] has joined #quay\n10:32 <ines> a\n10:33 <ines> b\n10:34  * tomas has left #quay',
    );
    expect(spoken(thread)).toEqual(['ines: a', 'ines: b']);
  });
});

describe('Slack', () => {
  test('a name right below words counts where it is known to be one', async () => {
    const copy = 'Ines\n10:30\na\nTomas\n10:31\nb\n\nTomas\n10:32\nc\n\nInes\n10:33\nd';
    expect(spoken(await threadFrom(copy))).toEqual(['Ines: a', 'Tomas: b', 'Tomas: c', 'Ines: d']);
  });

  test('words of the page go at the end of a post only', async () => {
    const thread = await threadFrom(
      'Ines  [10:30 AM]\n2 replies\nis what it said\n2 replies\n\nTomas  [10:31 AM]\nImage\nis a word',
    );
    expect(spoken(thread)).toEqual(['Ines: 2 replies is what it said', 'Tomas: Image is a word']);
  });
});

describe('WhatsApp', () => {
  const IOS =
    '[3/4/24, 10:30:00] Quay: \u200EMessages and calls are end-to-end encrypted.\n[3/4/24, 10:32:11] Ines: Where is the rope?\nAnd the lamp?\n\u200E[3/4/24, 10:33:00] +49 170 1234567: \u200Eimage omitted\n[3/4/24, 10:34:00] Ines: \u200EThis message was deleted.';
  const ANDROID =
    '04.03.24, 10:30 - Ines added Tomas\n04.03.24, 10:32 - Ines: Where is the rope?\nAnd the lamp?\n04.03.24, 10:33 - +49 170 1234567: <Media omitted>\n04.03.24, 10:34 - Ines: This message was deleted';
  const agreed = async (copy: string) => {
    const options = { warn: () => {}, consent: 'both were asked' };
    const [thread] = await Array.fromAsync(paste.parse(exportFrom(copy, '_chat.txt'), options));
    if (!thread) throw new Error('There is no thread.');
    return thread;
  };

  test.each([
    ['iOS', IOS],
    ['Android', ANDROID],
  ])('a chat of %s is refused without consent, and read with it', async (_, copy) => {
    expect(await claims(copy)).toBe(true);
    await expect(read(copy)).rejects.toMatchObject({ code: 'no-consent', place: { file: 'copy.txt' } });
    const thread = await agreed(copy);
    expect(spoken(thread)).toEqual(['Ines: Where is the rope? And the lamp?', 'Number 1: ', 'Ines: ']);
    expect(thread.posts.map(({ state }) => state)).toEqual([undefined, undefined, 'deleted']);
    expect(thread.posts[1]?.attachments).toHaveLength(1);
    expect(thread.origin.consent).toBe('both were asked');
  });

  test('telephone numbers get out neither as names nor as mentions', async () => {
    const copy = '04.03.24, 10:32 - +49 170 1234567: a\n04.03.24, 10:33 - Ines: @491701234567 b';
    expect(JSON.stringify(await agreed(copy))).not.toMatch(/1701234567|170 1234567/);
  });
});

describe('mails', () => {
  test('messages one below the other are a copy, and no message for the importer of mail', async () => {
    const files = exportFrom(fixture('mail-headers'), 'copy.txt');
    expect(await paste.detect(files)).toBe(true);
    expect(await mail.detect(files)).toBe(false);
  });

  test('a message that holds a forwarded one is mail', async () => {
    const copy =
      'From: Ines\nDate: Tue, 3 Mar 2026 10:32:00 +0100\nSubject: a\n\n-----Original Message-----\nFrom: Bo\nDate: Mon, 2 Mar 2026 10:32:00 +0100\nSubject: b\n\nc';
    expect(await claims(copy)).toBe(false);
    expect(await mail.detect(exportFrom(copy, 'copy.txt'))).toBe(true);
  });

  test('whoever is answered by Message-ID is the parent', async () => {
    const { posts } = await threadFrom(fixture('mail-headers'));
    expect(posts.map(({ parent }) => parent)).toEqual([null, posts[0]?.id, posts[1]?.id]);
  });
});

test.each([
  ['discord-channel', 1],
  ['comma-time', 1],
  ['forum-archive', 1],
  ['irc-irssi', 1],
  ['hacker-news-page', 1],
  ['github-page', 1],
  ['mail-headers', 1],
])('quotes in %s are traced to their posts word for word', async (name, count) => {
  const { quotes } = quoteGraph(readThread(await threadFrom(fixture(name))));
  const found = quotes.filter(({ fidelity, source }) => fidelity === 'verbatim' && source !== null);
  expect(found).toHaveLength(count);
});

test('one importer of the copy says of every line what it took it for', async () => {
  for (const { name } of cases().filter(({ importer }) => importer === 'paste')) {
    const copy = fixture(name);
    const { lines, form, votes } = await explained(copy);
    expect(lines.map(({ text }) => text)).toEqual(copy.split('\n'));
    expect(form).toBe(votes[0]?.form);
    const posts = new Set((await threadFrom(copy)).posts.map(({ id }) => id));
    expect(new Set(lines.flatMap(({ post }) => post ?? []))).toEqual(posts);
  }
});

test('the words of every line that is taken for words are in its post', async () => {
  for (const { name } of cases().filter(({ importer }) => importer === 'paste')) {
    const { lines } = await explained(fixture(name));
    const bodies = new Map(
      (await threadFrom(fixture(name))).posts.map((post) => [post.id, JSON.stringify(post)]),
    );
    const words = lines.filter(({ letter, text }) => letter === 't' && !/@|edited/.test(text));
    expect(words.length).toBeGreaterThanOrEqual(/^(?:irc|transcript)/.test(name) ? 0 : 3);
    for (const { post, text } of words)
      expect(bodies.get(post ?? '')).toContain(JSON.stringify(text.trim()).slice(1, -1));
  }
});

test('a name that is any word harms nothing', async () => {
  const thread = await threadFrom('<__proto__> a\n<constructor> b\n<__proto__> c');
  expect(spoken(thread)).toEqual(['__proto__: a', 'constructor: b', '__proto__: c']);
  expect(Object.getPrototypeOf(thread.people)).toBe(Object.prototype);
});

test('a name cannot pass for another, and no address stands as one', async () => {
  const thread = await threadFrom(
    'In\u200Bes\u202E — Today at 10:30\na\nbo@quay.example — Today at 10:31\nb\n\u200B — Today at 10:32\nc',
  );
  expect(spoken(thread)).toEqual(['Ines: a', 'bo: b', '?: c']);
});

test('the warnings of a copy are few, whatever its length', async () => {
  const copy = Array.from(
    { length: 5000 },
    (_, n) => `[10:32] <ines> ${n}\n[10:32] *** tomas has joined`,
  ).join('\n');
  expect(codes(await read(copy))).toEqual(['publicity-unknown', 'no-date', 'left-out']);
});

test('any lines are read without an error but a tie, and whoever speaks is in the copy', async () => {
  const part = fc.constantFrom(
    'Ines — Today at 10:32',
    '[10:33 AM]',
    '@Ines',
    'Tomas  [10:40 AM]',
    'Ines',
    '10:41',
    '[10:32] <ines> a',
    '* ines b',
    'Ines, 10:32',
    'From: Ines <i@quay.example>',
    'Date: Tue, 3 Mar 2026 10:32:00 +0100',
    'Posted by: Ines',
    '#7',
    'Tomas: c',
    'tide 3 hours ago | parent | next [–]',
    '•',
    '3h ago',
    'ines commented on Mar 3, 2026',
    'Reply',
    '',
    '> d',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(part, fc.string()), { maxLength: 40 }), async (parts) => {
      const copy = parts.join('\n').replaceAll('\0', '').toWellFormed();
      const imported = await read(copy).catch((error: unknown) => error);
      if (imported instanceof Error) {
        expect(imported).toMatchObject({ code: 'ambiguous-form' });
        return;
      }
      for (const { people } of (imported as Imported).threads)
        for (const { handle } of Object.values(people)) expect(handle).not.toMatch(/\S@\S+\.example/);
    }),
    { seed: 20261123, numRuns: 300 },
  );
});

test.each([
  ['10⁵ headers of Discord', 'Ines — Today at 10:32\nyes\n'.repeat(50_000)],
  ['10⁵ answers of Discord', 'Ines — Today at 10:32\nyes\n\n@Ines\nyes\n\n'.repeat(20_000)],
  ['10⁵ times', `Ines  [10:32 AM]\n${'[10:33 AM]\n'.repeat(100_000)}Tomas  [10:40 AM]`],
  ['10⁵ names above times', '\nInes\n10:32\na'.repeat(25_000)],
  ['10⁵ lines of IRC', '[10:32] <ines> yes\n'.repeat(100_000)],
  ['10⁵ mails', 'From: Ines\nDate: today\n\na\n\n'.repeat(20_000)],
  ['10⁵ fields', `${'From: Ines\nDate: today\n'.repeat(50_000)}\nFrom: a\nDate: b\n\nc`],
  ['10⁵ posts of a forum', 'Posted by Ines on March 3, 2026\na\n'.repeat(50_000)],
  ['10⁵ numbers', `Posted by: Ines\n${'#7\n'.repeat(100_000)}Posted by: Ines`],
  ['10⁵ dots of Reddit', 'tide_table\n•\n3h ago\n'.repeat(33_000)],
  ['10⁵ names', 'tide_table\n'.repeat(100_000)],
  ['10⁵ roles', `ines commented on Mar 3, 2026\n${'Author\n'.repeat(100_000)}ines commented on Mar 3, 2026`],
  ['10⁵ lines of a transcript', 'Ines: so it is\nTomas: it is\n'.repeat(50_000)],
  ['10⁵ fences', `Posted by Ines on March 3, 2026\n${'```\n'.repeat(100_000)}Posted by Bo on March 3, 2026`],
  ['a line of 10⁵ dashes', `Ines — Today at 10:32\n${'— '.repeat(100_000)}\nBo — Today at 10:32`],
  ['a line of 10⁵ spaces', `Ines — Today at 10:32\n${' '.repeat(100_000)}a\nBo — Today at 10:32`],
  ['a line of 10⁵ colons', `Ines: ${': '.repeat(100_000)}\nTomas: b c\nInes: c d`],
])(
  'reads %s in time',
  async (_, copy) => {
    expect((await read(copy)).threads).toHaveLength(1);
  },
  20_000,
);
