import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { generateMbox } from '../bench/generate.ts';
import { project } from './run.ts';

const THREADS = 51;
const MAILBOX = generateMbox(1, THREADS, 2);
/** Each message by itself, without the line that parts it from the one before. */
const MESSAGES = generateMbox(1, 1, 3)
  .split(/^From .*\n/m)
  .filter(Boolean);

test('a mailbox of very many threads is not taken unasked, and nothing of it is written', () => {
  const { run, files } = project({ 'list.mbox': MAILBOX });
  const before = files();
  const { code, error } = run(['import', 'list.mbox']);
  expect(code).toBe(2);
  expect(error).toContain('more threads than are taken unasked');
  expect(error).toContain('--select WORDS or --min-posts N');
  expect(files()).toEqual(before);
});

test('--all takes every thread', () => {
  const { run, files } = project({ 'list.mbox': MAILBOX });
  const { code, out } = run(['import', 'list.mbox', '--all']);
  expect(code).toBe(0);
  expect(out).toContain('next: npx quotidian inspect content/threads/');
  expect(Object.keys(files())).toHaveLength(THREADS + 1);
});

test('--select takes one of many, says of how many, and --id names it', () => {
  const { run, files } = project({ 'list.mbox.gz': gzipSync(MAILBOX) });
  const { code, out } = run(['import', 'list.mbox.gz', '--select', 'generated thread 7', '--id', 'seventh']);
  expect(code).toBe(0);
  expect(out).toContain(`Mail · ${THREADS} threads, 1 taken (--select "generated thread 7")`);
  expect(Object.keys(files())).toEqual(['content/threads/seventh.json', 'list.mbox.gz']);
});

test('--id is for one thread: with more of them nothing is written', () => {
  const { run, files } = project({ 'list.mbox': generateMbox(1, 2, 2) });
  const before = files();
  const { code, error } = run(['import', 'list.mbox', '--id', 'mine']);
  expect(code).toBe(2);
  expect(error).toContain('--id and --title are for one');
  expect(files()).toEqual(before);
});

test.each([
  ['of messages', (n: number) => `mails/${n}.eml`],
  ['in Maildir form', (n: number) => `mails/cur/17${n}.M1P1.quay:2,S`],
])('a folder %s is one export', (_, path) => {
  const { run } = project(Object.fromEntries(MESSAGES.map((message, n) => [path(n), message])));
  const { code, out } = run(['import', 'mails']);
  expect(code).toBe(0);
  expect(out).toContain('Mail · 1 thread');
  expect(out).toContain('3 posts');
});

test('a quote whose words stand in another thread is told when either is imported', () => {
  const words = 'The lock keeper at the upper gate has counted nine hundred barges since the thaw.';
  const mail = (id: string, subject: string, date: string, body: string) =>
    [
      'From ines@quay.example Sun Mar  1 08:00:00 2026',
      'From: Ines Kovar <ines@quay.example>',
      'List-Id: <talk.lists.quay.example>',
      `Subject: ${subject}`,
      `Date: ${date}`,
      `Message-ID: <${id}@quay.example>`,
      '',
      body,
      '',
      '',
    ].join('\n');
  const { run } = project({
    'a.mbox': mail('a', 'Barges', 'Sun, 1 Mar 2026 08:00:00 +0000', words),
    'b.mbox': mail('b', 'Traffic', 'Mon, 2 Mar 2026 08:00:00 +0000', `> ${words}\n\nThat many?`),
  });
  run(['import', 'b.mbox']);
  expect(run(['import', 'a.mbox']).out).toContain('1 quote in traffic leads to barges');
});
