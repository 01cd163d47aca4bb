import { expect, test } from 'vitest';
import { findMessages, type MboxTraits, unescapeFrom } from '../../../src/importers/mail/mbox.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (found: Uint8Array) => new TextDecoder().decode(found);

/** The messages of a text that comes in pieces of `size` bytes. */
async function split(given: string, { size = given.length, single = false } = {}) {
  const traits: MboxTraits = { rd: false };
  async function* pieces() {
    for (let start = 0; start < given.length; start += size) yield bytes(given.slice(start, start + size));
  }
  const found = [];
  for await (const { start, end, head } of findMessages(pieces(), { single, traits }))
    found.push({ message: given.slice(start, end), head: text(head) });
  return { found, traits };
}

const FROM = 'From ada@quay.example Tue Mar  3 08:12:00 2026\n';
const MAILBOX = `${FROM}Subject: a\n\nOne.\n\nFrom now on at 8:00 we sail.\n\n${FROM}Subject: b\n\n>From here\n\n${FROM}Subject: c\n\n`;

test('a message begins at a line that says from whom and when, after a blank line', async () => {
  const { found, traits } = await split(MAILBOX);
  expect(found.map(({ message }) => message)).toEqual([
    'Subject: a\n\nOne.\n\nFrom now on at 8:00 we sail.\n\n',
    'Subject: b\n\n>From here\n\n',
    'Subject: c\n\n',
  ]);
  expect(found.map(({ head }) => head)).toEqual(['Subject: a\n', 'Subject: b\n', 'Subject: c\n']);
  expect(traits.rd).toBe(false);
});

test.each([1, 2, 3, 7, 50, 1000])(
  'it makes no difference that the file comes in pieces of %i bytes',
  async (size) => {
    expect(await split(MAILBOX, { size })).toEqual(await split(MAILBOX));
    const windows = MAILBOX.replaceAll('\n', '\r\n');
    expect(await split(windows, { size })).toEqual(await split(windows));
    expect((await split(windows, { size })).found).toHaveLength(3);
  },
);

test.each([
  'From ada@quay.example Tue Mar  3 08:12 2026',
  'From - Tue Mar 03 08:12:00 2026',
  'From 1234@xxx Tue Mar 03 08:12:00 +0000 2026',
  'From 3029b9604cf2b2eaa5f38167f59246e2fa026eb5 Mon Sep 17 00:00:00 2001',
])('"%s" begins a message', async (line) => {
  expect((await split(`${FROM}A: b\n\nOne.\n\n${line}\nA: c\n\nTwo.\n`)).found).toHaveLength(2);
});

test.each([
  'From the quay',
  'From 8:00 to 9:00 the lock is closed',
  '>From ada@quay.example Tue Mar  3 08:12:00 2026',
])('"%s" begins none', async (line) => {
  expect((await split(`${FROM}A: b\n\nOne.\n\n${line}\nA: c\n\nTwo.\n`)).found).toHaveLength(1);
});

test('without a blank line before it no line begins a message', async () => {
  expect((await split(`${FROM}A: b\n\nOne.\n${FROM}A: c\n\nTwo.\n`)).found).toHaveLength(1);
});

test('a single message is one, whatever stands in it', async () => {
  const given = `Subject: a\n\nOne.\n\n${FROM}A: b\n\nTwo.\n`;
  expect((await split(given, { single: true, size: 9 })).found).toEqual([
    { message: given, head: 'Subject: a\n' },
  ]);
});

test('a line of a megabyte without an end is part of its message', async () => {
  const given = `${FROM}A: b\n\n${'From 8:00 2026 '.repeat(70_000)}`;
  expect((await split(given, { size: 4096 })).found.map(({ message }) => message.length)).toEqual([
    given.length - FROM.length,
  ]);
});

test('a line with two marks shows that every `>From ` has one too many', async () => {
  const { traits } = await split(`${FROM}A: b\n\n>>From here\n`, { size: 5 });
  expect(traits.rd).toBe(true);
  expect(text(unescapeFrom(bytes('>From a\n>>From b\n>b\n>From c\n'), traits))).toBe(
    'From a\n>From b\n>b\nFrom c\n',
  );
});

test('without that sign a mark is dropped only where no quoted line stands beside it', () => {
  const given = '>From a\nb\n> c\n>From d\ne\n>Fromage\n\n>From f';
  expect(text(unescapeFrom(bytes(given), { rd: false }))).toBe(
    'From a\nb\n> c\n>From d\ne\n>Fromage\n\nFrom f',
  );
});
