import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { importMail, letter, mailbox } from './mailboxes.ts';

const MANY = 100_000;
const LETTERS = 10_000;
/** Each of these is done in well under a tenth of it; what is quadratic takes hours. */
const TIME = 120_000;

const refused = (files: Readonly<Record<string, BlobPart>>) =>
  importMail(files).then(
    () => 'imported',
    (error: { code: string }) => error.code,
  );

test('an empty file is refused as empty', async () => {
  expect(await refused({ 'a.mbox': '' })).toBe('empty-file');
});

test('binary noise is refused as no mail', async () => {
  const noise = Uint8Array.from({ length: 300_000 }, (_, n) => (n * 7919 + (n >> 3)) % 256);
  expect(await refused({ 'noise.mbox': noise })).toBe('not-mail');
});

test('a packed mailbox that is cut off is refused as damaged', async () => {
  const lines = Array.from({ length: 20_000 }, (_, n) => `${(n * 7919) % 104_729}`).join('\n');
  const packed = gzipSync(mailbox([{ id: 'a@b', body: lines }]));
  expect(await refused({ 'a.mbox.gz': packed.subarray(0, packed.length - 9000) })).toBe('not-gzip');
});

test('a file that unpacks to hundreds of times its size is refused', { timeout: TIME }, async () => {
  const bomb = gzipSync(mailbox([{ id: 'a@b', body: 'a'.repeat(60_000_000) }]));
  expect(await refused({ 'a.mbox.gz': bomb })).toBe('unpacks-too-large');
});

test('a header of a megabyte is read, and what was not looked at is said', { timeout: TIME }, async () => {
  const fields = `X-Long: ${'a '.repeat(500_000)}`;
  const { threads, warnings } = await importMail({ 'a.mbox': mailbox([{ id: 'a@b', fields }]) });
  expect(threads[0]?.posts[0]?.body).toEqual({ plain: 'Words.' });
  expect(warnings.map(({ code }) => code)).toEqual(['long-header']);
});

test('a header that never ends leaves an empty body and says so', { timeout: TIME }, async () => {
  const fields = `X-Long: ${'a '.repeat(1_500_000)}`;
  const { threads, warnings } = await importMail({ 'a.mbox': mailbox([{ id: 'a@b', fields }]) });
  expect(threads[0]?.posts).toHaveLength(1);
  expect(warnings.map(({ code }) => code)).toEqual(['long-header', 'unreadable-body']);
});

test('a body of five megabytes is kept whole', { timeout: TIME }, async () => {
  const body = 'ada@quay.example > \n'.repeat(250_000);
  const { threads } = await importMail({ 'a.eml': letter({ id: 'a@b', body }) });
  expect(threads[0]?.posts[0]?.body).toEqual({
    plain: '‹address› > \n'.repeat(250_000).trimEnd().concat(' '),
  });
});

test('a chain of ten thousand answers is one thread', { timeout: TIME }, async () => {
  const letters = Array.from({ length: LETTERS }, (_, n) => ({
    id: `${n}@b`,
    answers: `${n + 1}@b`,
    subject: `s ${n}`,
  }));
  const { threads } = await importMail({ 'a.mbox': mailbox(letters.toReversed()) });
  expect(threads.map(({ posts }) => posts.length)).toEqual([LETTERS + 1]);
});

test('ten thousand messages of one subject are as many threads', { timeout: TIME }, async () => {
  const letters = Array.from({ length: LETTERS }, (_, n) => ({ id: `${n}@b` }));
  let count = 0;
  const select = () => count++ < 0;
  await importMail({ 'a.mbox': mailbox(letters) }, { select });
  expect(count).toBe(LETTERS);
});

test('messages that answer each other in a circle lose nothing', async () => {
  const letters = Array.from({ length: 1000 }, (_, n) => ({ id: `${n}@b`, answers: `${(n + 1) % 1000}@b` }));
  const { threads, warnings } = await importMail({ 'a.mbox': mailbox(letters) });
  expect(threads.map(({ posts }) => posts.length)).toEqual([1000]);
  expect(warnings.map(({ code }) => code)).toEqual(['reply-cycle']);
});

test('ids and names that are names of object properties are ids and names', async () => {
  const letters = ['__proto__', 'constructor', 'toString'].map((id) => ({
    id,
    answers: 'hasOwnProperty',
    from: `${id} <${id}@quay.example>`,
    fields: '__proto__: x',
  }));
  const { threads } = await importMail({ 'a.mbox': mailbox(letters) });
  const posts = threads[0]?.posts ?? [];
  expect(new Set(posts.map(({ id }) => id)).size).toBe(4);
  expect(posts.map(({ author }) => author && threads[0]?.people[author]?.handle)).toEqual([
    null,
    '__proto__',
    'constructor',
    'toString',
  ]);
});

test('parts nested without end leave an empty body and say so', { timeout: TIME }, async () => {
  const nested = Array.from(
    { length: 2000 },
    (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}`,
  );
  const { threads, warnings } = await importMail({
    'a.eml': letter({ id: 'a@b', fields: nested.join('\n') }),
  });
  expect(threads[0]?.posts[0]?.body).toEqual({ plain: '' });
  expect(warnings.map(({ code }) => code)).toEqual(['unreadable-body']);
});

test(
  'a message inside a message inside a message … is an attachment in the end',
  { timeout: TIME },
  async () => {
    const nested = 'Content-Type: message/rfc822\n\n'.repeat(2000);
    const { threads } = await importMail({ 'a.eml': `From: a@b.example\nSubject: s\n${nested}` });
    expect(threads[0]?.posts[0]?.attachments).toEqual([{ type: 'file' }]);
  },
);

test.each([
  ['Subject: ', 'Re: '],
  ['Subject: ', '[a] '],
  ['Subject: ', '=?utf-8?q?a?= '],
  ['From: ', 'a <a@b> ,'],
  ['From: ', '(((('],
  ['From: ', '"'],
  ['References: ', '<'],
  ['References: ', '<a@b>'],
  ['In-Reply-To: ', '<a b> '],
  ['Date: ', '1 '],
  ['Date: ', ' Jan 2026'],
  ['List-Id: ', '<'],
  ['Archived-At: ', 'https://'],
  ['Content-Type: text/plain; ', 'a=b;'],
  ['Content-Language: ', 'a-'],
])(
  '%s followed by a hundred thousand times %s takes no time to speak of',
  { timeout: 60_000 },
  async (name, part) => {
    const message = `To: c\nMIME-Version: 1.0\n${name}${part.repeat(MANY)}\n\nWords.\n`;
    const { threads } = await importMail({ 'a.eml': message });
    expect(threads).toHaveLength(1);
  },
);
