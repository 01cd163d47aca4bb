import { existsSync, openAsBlob, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { mail } from '../../src/importers/mail.ts';
import { type Thread, threadSchema } from '../../src/thread/schema.ts';
import { importMail, type Letter, letter, mailbox } from './mail/mailboxes.ts';

const claims = (files: Readonly<Record<string, BlobPart>>) =>
  mail.detect(new Map(Object.entries(files).map(([path, content]) => [path, new Blob([content])])));

const ONE = letter({ id: 'a@b' });

describe('detect', () => {
  test.each<[string, Readonly<Record<string, BlobPart>>]>([
    ['a mailbox of one message', { 'list.txt': mailbox([{ id: 'a@b' }]) }],
    ['a packed mailbox whatever it is called', { list: gzipSync(mailbox([{ id: 'a@b' }])) }],
    ['a message whatever it is called', { '12': ONE }],
    ['a message with Windows line ends', { '12': ONE.replaceAll('\n', '\r\n') }],
    ['a folder of messages with something beside them', { a: ONE, b: ONE, 'notes.txt': 'Notes.' }],
    ['a file that is called a mailbox, so that it can be said what is wrong with it', { 'a.mbox': '' }],
  ])('claims %s', async (_, files) => {
    expect(await claims(files)).toBe(true);
  });

  test.each<[string, Readonly<Record<string, BlobPart>>]>([
    ['nothing', {}],
    ['JSON', { 'a.json': '{"From: a": "Date: b"}' }],
    ['HTML', { 'a.html': '<!doctype html>\n<p>From: a</p>' }],
    ['a pasted discussion', { 'a.txt': 'Ada: From here one sees the sea.\n\nFrom: the quay, with love\n' }],
    ['prose that begins with From', { 'a.txt': 'From the quay one sees the sea.\n\nDate: none.\n' }],
    ['Markdown with frontmatter', { 'a.md': '---\ntitle: a\ndate: b\n---\n\nWords.' }],
    ['YAML', { 'a.yaml': 'title: a\nauthor: b\n' }],
    ['a packed file that holds no mail', { 'a.gz': gzipSync('Words.') }],
    ['a damaged packed file', { 'a.gz': Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3]) }],
  ])('leaves %s to others', async (_, files) => {
    expect(await claims(files)).toBe(false);
  });
});

describe('a mailbox of several threads', () => {
  const letters = [
    { id: 'a@b', subject: 'Tide tables' },
    { id: 'c@d', subject: 'A seal' },
    { id: 'e@f', subject: 'Re: Tide tables', answers: 'a@b' },
    { id: 'g@h', subject: 'Tide tables' },
  ];

  test('is told apart, and equal titles get ids of their own', async () => {
    const { threads } = await importMail({ 'a.mbox': mailbox(letters) });
    expect(threads.map(({ id, posts }) => [id, posts.length])).toEqual([
      ['tide-tables', 2],
      ['a-seal', 1],
      [expect.stringMatching(/^tide-tables-[a-z2-7]{6}$/), 1],
    ]);
  });

  test('is imported in part, by what is selected', async () => {
    const seen: unknown[] = [];
    const { threads } = await importMail(
      { 'a.mbox': mailbox(letters) },
      {
        select: (thread) => {
          seen.push(thread);
          return thread.title === 'A seal';
        },
      },
    );
    expect(threads.map(({ id }) => id)).toEqual(['a-seal']);
    expect(seen[0]).toEqual({ id: 'tide-tables', title: 'Tide tables', posts: 2 });
  });

  test('is the same packed, as single messages, and in two files', async () => {
    const { threads } = await importMail({ 'a.mbox': mailbox(letters) });
    const [first, ...rest] = letters;
    const forms: Readonly<Record<string, BlobPart>>[] = [
      { 'a.mbox.gz': gzipSync(mailbox(letters)) },
      Object.fromEntries(letters.map((one, n) => [`${n}.eml`, letter(one)])),
      { 'a.mbox': mailbox([first as Letter]), 'b.mbox': mailbox(rest) },
      { 'a.mbox': mailbox(letters).replaceAll('\n', '\r\n') },
    ];
    for (const form of forms) expect((await importMail(form)).threads).toEqual(threads);
  });

  test('tells how far it is', async () => {
    const told: number[] = [];
    const content = mailbox(letters);
    await importMail({ 'a.mbox': content }, { progress: (bytes) => told.push(bytes) });
    expect(told.at(-1)).toBe(content.length);
  });
});

describe('ids', () => {
  test('do not change when the export grows', async () => {
    const letters: Letter[] = [
      { subject: 'No id here' },
      { id: 'b@c', answers: 'x@y' },
      { id: 'c@d', answers: 'b@c' },
    ];
    const idsOf = async (given: readonly Letter[]) =>
      (await importMail({ 'a.mbox': mailbox(given) })).threads.flatMap(({ posts }) =>
        posts.map(({ id }) => id),
      );
    const ids = await idsOf(letters);
    expect(await idsOf([...letters, { id: 'x@y', subject: 'Another subject' }])).toEqual(
      expect.arrayContaining(ids),
    );
  });

  test('are one for a copy by another way; a message that differs under the same id is reported', async () => {
    const copy = { id: 'a@b', subject: '[list] Tide tables of March', body: 'Words.\n____\nlist footer' };
    const { threads, warnings } = await importMail({ 'a.mbox': mailbox([{ id: 'a@b' }, copy]) });
    expect(threads.map(({ posts }) => posts.length)).toEqual([1]);
    expect(warnings).toEqual([]);
    const other = await importMail({ 'a.mbox': mailbox([{ id: 'a@b' }, { id: 'a@b', body: 'Lies.' }]) });
    expect(other.warnings.map(({ code }) => code)).toEqual(['duplicate-id']);
    expect(other.threads[0]?.posts[0]?.body).toEqual({ plain: 'Words.' });
  });
});

test('what an author asked not to be kept is gone, its subject too; what answers it stays', async () => {
  const letters = [
    { id: 'a@b', subject: 'A secret', fields: 'X-No-Archive: Yes', body: 'A secret.' },
    { id: 'b@c', subject: 'Re: Something', answers: 'a@b' },
    { id: 'c@d', subject: 'Another', body: 'X-No-Archive: yes\n\nA secret.', answers: 'a@b' },
  ];
  const { threads, warnings } = await importMail({ 'a.mbox': mailbox(letters) });
  expect(threads.map(({ title }) => title)).toEqual(['Something']);
  expect(threads[0]?.posts.map(({ state, parent }) => [state, parent])).toEqual([
    ['removed', null],
    [undefined, threads[0]?.posts[0]?.id],
    ['removed', threads[0]?.posts[0]?.id],
  ]);
  expect(warnings.map(({ code }) => code)).toEqual(['no-archive', 'no-archive']);
  expect(JSON.stringify(threads)).not.toContain('A secret');
});

test('drafts and what was thrown away are left out', async () => {
  const { threads, warnings } = await importMail({
    'cur/1:2,S': letter({ id: '1@b' }),
    'cur/2:2,ST': letter({ id: '2@b' }),
    '.Drafts/cur/3:2,S': letter({ id: '3@b' }),
  });
  expect(threads.map(({ posts }) => posts.length)).toEqual([1]);
  expect(warnings.map(({ code }) => code)).toEqual(['not-public', 'not-public']);
});

describe('people', () => {
  const handles = async (...froms: readonly Letter[]) => {
    const letters = froms.map((one, n) => ({ ...one, id: `${n}@b`, ...(n > 0 && { answers: '0@b' }) }));
    const [thread] = (await importMail({ 'a.mbox': mailbox(letters) })).threads;
    return thread?.posts.map(({ author }) => (author === null ? null : thread.people[author]?.handle));
  };
  const count = async (...froms: readonly string[]) => {
    const letters = froms.map((from, n) => ({ from, id: `${n}@b`, ...(n > 0 && { answers: '0@b' }) }));
    const [thread] = (await importMail({ 'a.mbox': mailbox(letters) })).threads;
    return Object.keys(thread?.people ?? {}).length;
  };

  test.each([
    ['Ada Rowe <ada@quay.example>', 'Ada Rowe'],
    ['"Rowe, Ada" <ada@quay.example>', 'Rowe, Ada'],
    ['=?iso-8859-1?Q?J=F6rg?= <j@quay.example>', 'Jörg'],
    ['ada@quay.example (Ada Rowe)', 'Ada Rowe'],
    ['ada at quay.example (Ada Rowe)', 'Ada Rowe'],
    ['ada.rowe@quay.example', 'ada.rowe'],
    ['"ada.rowe@quay.example" <ada.rowe@quay.example>', 'ada.rowe'],
    ['"ada at quay.example" <list@quay.example>', 'list'],
    ['Ada Rowe via list <list@quay.example>', 'Ada Rowe'],
  ])('%s is written %s', async (from, handle) => {
    expect(await handles({ from })).toEqual([handle]);
  });

  test('are one by address, in whatever case, and two by two addresses', async () => {
    expect(await count('Ada Rowe <ada@quay.example>', 'ada <ADA@Quay.Example>')).toBe(1);
    expect(await count('Ada Rowe <ada@quay.example>', 'Ada Rowe <ada@lock.example>')).toBe(2);
  });

  test('are told apart by name where a list or a tracker writes for them', async () => {
    expect(await count('Ada via list <list@quay.example>', 'Bo via list <list@quay.example>')).toBe(2);
    expect(await count('Ada <notifications@forge.example>', 'Bo <notifications@forge.example>')).toBe(2);
  });

  test('are found behind a list that says who wrote', async () => {
    const fields = 'X-Original-From: Ada Rowe <ada@quay.example>';
    const munged = { from: 'list@quay.example', fields };
    expect(await handles({ from: 'Ada Rowe <ada@quay.example>' }, munged)).toEqual(['Ada Rowe', 'Ada Rowe']);
  });
});

describe('bodies', () => {
  const bodyOf = async (fields: string, body: string) =>
    (await importMail({ 'a.eml': letter({ id: 'a@b', fields, body }) })).threads[0]?.posts[0]?.body;

  test('flowed text keeps its lines, for its quotes are found by them', async () => {
    expect(await bodyOf('Content-Type: text/plain; format=flowed', '> one \n> two\nthree \nfour')).toEqual({
      plain: '> one \n> two\nthree \nfour',
      flowed: 'flowed',
    });
    const encoded =
      'Content-Type: text/plain; format="flowed"; DelSp=yes\nContent-Transfer-Encoding: quoted-printable';
    expect(await bodyOf(encoded, '> one=20\n> two')).toEqual({ plain: '> one \n> two', flowed: 'delsp' });
  });

  test('a body without a charset is UTF-8 where it can be', async () => {
    expect(await bodyOf('X-A: b', 'Grüße')).toEqual({ plain: 'Grüße' });
    expect(await bodyOf('Content-Type: text/plain; charset=x-unknown', 'Grüße')).toEqual({ plain: 'Grüße' });
  });

  test('HTML with a list footer below it is HTML', async () => {
    const parts = '--b\nContent-Type: text/html\n\n<p>One.</p>\n--b\n\n<list> & footer\n--b--';
    expect(await bodyOf('Content-Type: multipart/mixed; boundary=b', parts)).toEqual({
      html: '<p>One.</p>\n<pre>&lt;list&gt; &amp; footer</pre>',
    });
  });

  test('parts that cannot be told apart are shown as they are', async () => {
    expect(await bodyOf('Content-Type: multipart/mixed; boundary=b', 'One.')).toEqual({ plain: 'One.' });
  });

  test('controls that no text has are replaced', async () => {
    expect(await bodyOf('X-A: b', 'a\u0000b\tc')).toEqual({ plain: 'a\uFFFDb\tc' });
  });
});

test('messages that name no list are imported with a warning that they may not be public', async () => {
  const { warnings } = await importMail({ 'a.eml': ONE.replace(/^List-Id.*\n/m, '') });
  expect(warnings.map(({ code }) => code)).toEqual(['publicity-unknown']);
});

test('an address of an archive that is no web address, or holds a mail address, is left out', async () => {
  const fields = 'Archived-At: <javascript:alert(1)>\nList-Archive: <https://quay.example/?list=a@b.example>';
  const [thread] = (await importMail({ 'a.eml': letter({ id: 'a@b', fields }) })).threads;
  expect(thread?.origin.url).toBeUndefined();
  expect(thread?.posts[0]?.url).toBeUndefined();
});

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const FOLDERS = ['email-mbox', 'email-eml'].map((name) => join(CORPUS, name));

describe.skipIf(!FOLDERS.every(existsSync))('real mail', () => {
  const files = FOLDERS.filter(existsSync)
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((path) => statSync(path).isFile() && !path.endsWith('.zip'))
    .toSorted();
  const MAIL_ADDRESS = /(?<![@\w.%+-])[\w.%+-]{1,64}@[A-Za-z0-9-]{1,63}\.[A-Za-z]{2,}/g;
  const WEB_ADDRESS = /https?:\/\/[^\s"\\<>?]*/g;

  test.each(files.map((path) => relative(CORPUS, path)))(
    '%s is read whole, and no address gets out',
    async (path) => {
      const blobs = new Map([[path, await openAsBlob(join(CORPUS, path))]]);
      expect(await mail.detect(blobs)).toBe(true);
      const threads: Thread[] = [];
      for await (const thread of mail.parse(blobs, { warn: () => undefined })) threads.push(thread);
      for (const thread of threads) expect(threadSchema.parse(thread)).toEqual(thread);
      expect(threads.length).toBeGreaterThan(0);
      expect(JSON.stringify(threads).replace(WEB_ADDRESS, '').match(MAIL_ADDRESS)).toBeNull();
    },
  );
});
