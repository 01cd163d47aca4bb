import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mail } from '../../src/importers/mail.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { exportFrom, exportIn, FIXTURES, importAll } from './exports.ts';
import { importMail, letter, mailbox } from './mail/mailboxes.ts';

const article = (id: string, other: object = {}) =>
  letter({ id, ...other }).replace(/^List-Id:.*$/m, 'Newsgroups: quay.boats');

const batch = (articles: readonly string[]) =>
  articles.map((one) => `#! rnews ${new TextEncoder().encode(one).length}\n${one}`).join('');

test('quotes of old news programs are traced to the articles they are from', async () => {
  for (const [folder, expected] of [
    [
      'usenet-group',
      [
        ['verbatim', '62zzfoeh6k'],
        ['verbatim', 'tnkaflacva'],
        ['verbatim', 'vsxqqnqcdg'],
      ],
    ],
    [
      'usenet-batch',
      [
        ['verbatim', 'ulvldzefcf'],
        ['verbatim', 'ukd4dkvo6t'],
      ],
    ],
  ] as const) {
    const { threads } = await importAll(mail, await exportIn(join(FIXTURES, 'mail', folder)));
    const quotes = threads.flatMap((thread) => quoteGraph(readThread(thread)).quotes);
    expect(quotes.map(({ fidelity, source }) => [fidelity, source?.post])).toEqual(expected);
  }
});

describe('where an article is from', () => {
  test('its newsgroups are the community; a list that is carried as a newsgroup is a list', async () => {
    const { threads } = await importMail({ 'a.eml': article('a@b') });
    expect(threads[0]?.origin).toMatchObject({
      platform: 'usenet',
      importer: 'mail',
      community: 'quay.boats',
    });
    const carried = letter({ id: 'a@b', fields: 'Newsgroups: gmane.quay' });
    expect((await importMail({ 'a.eml': carried })).threads[0]?.origin.platform).toBe('mail');
  });

  test('what names a newsgroup is public', async () => {
    expect((await importMail({ 'a.eml': article('a@b') })).warnings).toEqual([]);
  });
});

describe('a batch', () => {
  const articles = [
    article('a@b', { body: 'One line.\n#! rnews 7\nAnother.' }),
    article('b@c', { subject: 'Grüße', answers: 'a@b', body: 'Grüße.' }),
    article('c@d', { answers: 'b@c', body: 'The last' }),
  ];
  const read = async (content: string) => {
    const files = exportFrom(content, 'batch');
    expect(await mail.detect(files)).toBe(true);
    return (await importAll(mail, files)).threads.flatMap(({ posts }) =>
      posts.map(({ body }) => ('plain' in body ? body.plain : '')),
    );
  };

  test('is cut by its counts, and a line within an article that looks like one is none', async () => {
    expect(await read(batch(articles))).toEqual(['One line.\n#! rnews 7\nAnother.', 'Grüße.', 'The last']);
  });

  test('is the same where a line end has become two bytes', async () => {
    const wide = batch(articles).replaceAll('\n', '\r\n');
    expect(await read(wide)).toEqual(['One line.\n#! rnews 7\nAnother.', 'Grüße.', 'The last']);
  });
});

describe('a mailbox of Google Groups', () => {
  test('is cut at lines of a number, and not at a sentence that begins with From', async () => {
    const box = [
      article('a@b', { body: 'Words.\n\nFrom 12 to 14 it rains.' }),
      article('b@c', { answers: 'a@b' }),
    ]
      .map((one, n) => `From ${n === 0 ? '-' : ''}812345678901234567\n${one}\n`)
      .join('');
    for (const content of [box, box.replaceAll('\n', '\r\n')]) {
      const { threads } = await importMail({ 'group.mbox': content });
      expect(threads.map(({ posts }) => posts.map(({ body }) => body))).toEqual([
        [{ plain: 'Words.\n\nFrom 12 to 14 it rains.' }, { plain: 'Words.' }],
      ]);
    }
  });
});

describe('a cancel', () => {
  const cancel = (from: string) =>
    article('x@y', {
      from,
      fields: 'Control: cancel <a@b>',
      subject: 'cmsg cancel <a@b>',
      body: 'A secret.',
    });
  const box = (...articles: readonly string[]) => articles.map((one) => `From -12345678\n${one}\n`).join('');

  test('by its author takes the article away, its subject too, whatever its place in the file', async () => {
    const own = article('a@b', { subject: 'A secret of mine', body: 'A secret.' });
    const answer = article('b@c', { answers: 'a@b', subject: 'Re: Something' });
    const by = cancel('Ada <ADA@quay.example>');
    for (const content of [box(own, answer, by), box(by, own, answer)]) {
      const { threads, warnings } = await importMail({ 'a.mbox': content });
      expect(threads[0]?.posts.map(({ state, author }) => [state, author === null])).toEqual([
        ['deleted', true],
        [undefined, false],
      ]);
      expect(JSON.stringify(threads)).not.toMatch(/a[ -]secret/i);
      expect(warnings.map(({ code }) => code)).toEqual(['withdrawn', 'control-message']);
    }
  });

  test('by anybody else, or of an article that is not there, takes nothing away', async () => {
    const kept = await importMail({ 'a.mbox': box(article('a@b'), cancel('Eve <eve@elsewhere.example>')) });
    expect(kept.threads[0]?.posts.map(({ body }) => body)).toEqual([{ plain: 'Words.' }]);
    expect(kept.warnings.map(({ code }) => code)).toEqual(['cancel-by-other', 'control-message']);
    const absent = await importMail({ 'a.mbox': box(article('c@d'), cancel('ada@quay.example')) });
    expect(absent.threads[0]?.posts[0]?.state).toBeUndefined();
  });

  test('means nothing outside of news', async () => {
    const letters = [{ id: 'a@b' }, { id: 'b@c', fields: 'Control: cancel <a@b>' }];
    const { threads } = await importMail({ 'a.mbox': mailbox(letters) });
    expect(threads.flatMap(({ posts }) => posts.map(({ state }) => state))).toEqual([undefined, undefined]);
  });
});

test('an answer whose References are cut off stands at the last that is whole, and that is a guess', async () => {
  const letters = [
    { id: 'a@b' },
    { id: 'b@c', answers: 'a@b' },
    { id: 'c@d', references: '<a@b> <b@' },
    { id: 'd@e', references: '<a@b> <b@', answers: 'b@c' },
  ];
  const { threads } = await importMail({ 'a.mbox': mailbox(letters) });
  const posts = threads[0]?.posts ?? [];
  const at = (n: number) => posts.findIndex(({ id }) => id === posts[n]?.parent);
  expect([2, 3].map((n) => [at(n), posts[n]?.inferred])).toEqual([
    [0, ['parent']],
    [1, undefined],
  ]);
});

test('a date that cannot be read gives way to that of the first server', async () => {
  const one = article('a@b', {
    date: 'Fri, 4 Mar 1994 08:00:00 EST5EDT',
    fields: 'NNTP-Posting-Date: Fri, 4 Mar 1994 13:05:12 GMT',
  });
  expect((await importMail({ 'a.eml': one })).threads[0]?.posts[0]?.published).toBe('1994-03-04T13:05:12Z');
});

test(
  '100,000 cancels and lines that look like articles are read in their time',
  { timeout: 60_000 },
  async () => {
    const cancels = Array.from(
      { length: 20_000 },
      (_, n) => `Newsgroups: a.b\nFrom: a@b.example\nControl: cancel <${n}@x>\nMessage-ID: <c${n}@x>\n\nx\n`,
    );
    const hostile = article('a@b', { body: '#! rnews 1\n'.repeat(100_000) });
    const { threads } = await importMail({ 'a.rnews': batch([hostile, ...cancels]) });
    expect(threads.map(({ posts }) => posts.length)).toEqual([1]);
  },
);

test('the fixtures hold what must not get out', () => {
  expect(readFileSync(join(FIXTURES, 'mail/usenet-group/input.mbox'), 'utf8')).toContain(
    'NOT-FOR-PUBLICATION',
  );
});
