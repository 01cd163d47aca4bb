import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fetcherFor } from '../../src/fetchers/index.ts';
import { json, type Served, serveHere } from '../cli/fetching/servers.ts';
import { fetched } from './fetched.ts';

const LORE = 'https://lore.kernel.org';
const LISTS = 'https://lists.example';
const mail = (id: string, answers: string | null) =>
  [
    'From mboxrd@z Thu Jan  1 00:00:00 1970',
    'From: Ines Duarte <ines@pier.example>',
    'Date: Tue, 3 Mar 2026 08:00:00 +0000',
    `Message-ID: <${id}@pier.example>`,
    ...(answers ? [`In-Reply-To: <${answers}@pier.example>`] : []),
    `Subject: ${answers ? 'Re: ' : ''}The ferry timetable`,
    'List-Id: <transit.lists.example>',
    '',
    `Said in ${id}.`,
    '',
    '',
  ].join('\n');
const THREAD = gzipSync([mail('1', null), mail('2', '1'), mail('3', '2')].join(''));

/** As public-inbox does: the thread of any of its messages. A mailbox is packed, and not marked as such in the header. */
const publicInbox = (mailbox: Uint8Array | string = THREAD) =>
  serveHere((path, response, nth) => {
    if (!/^\/transit\/[123](?:@|%40)pier\.example\/t\.mbox\.gz$/.test(path)) response.writeHead(404).end();
    else if (nth === 1) response.writeHead(503).end();
    else response.writeHead(200, { 'content-type': 'application/gzip' }).end(mailbox);
  });
const hyperkitty = () =>
  serveHere((path, response) => {
    const home = '/archives/list/transit@lists.example';
    if (path === `${home}/export/transit@lists.example-KQ2LAMPS.mbox.gz?thread=KQ2LAMPS`)
      response.writeHead(200, { 'content-type': 'application/gzip' }).end(THREAD);
    else if (path === '/archives/api/list/transit@lists.example/email/EBB7TIDE/?format=json')
      json(response, {
        url: `${LISTS}/archives/api/list/transit@lists.example/email/EBB7TIDE/`,
        message_id: '3@pier.example',
        thread: `${LISTS}/archives/api/list/transit@lists.example/thread/KQ2LAMPS/`,
        subject: 'Re: The ferry timetable',
      });
    else if (path.includes('closed@')) response.writeHead(403).end();
    else response.writeHead(404).end();
  });
const posts = async (address: string, served: Served) => {
  const { threads, warnings } = await fetched(address, { [new URL(address).origin]: served });
  expect(warnings).toEqual([]);
  return threads.map(({ title, posts: all }) => [title, all.length]);
};
const WHOLE = [['The ferry timetable', 3]];

describe('public-inbox', () => {
  test.each(['', 'T/', 'T/#u', 't/', 't.mbox.gz', 'raw'])(
    'gives the whole thread of a message, at /%s',
    async (place) => {
      expect(await posts(`${LORE}/transit/2@pier.example/${place}`, await publicInbox())).toEqual(WHOLE);
    },
  );

  test.each([
    `${LORE}/transit/2@pier.example`,
    `${LORE}/all/2-of-many/`,
    `${LORE}/r/2@pier.example`,
    'https://inbox.example/transit/2@pier.example/',
    'https://inbox.example/mirror/transit/2%40pier.example/t/',
  ])('%s is such an address', (address) => {
    expect(fetcherFor(new URL(address)).label).toBe('Mailing lists (public-inbox)');
  });

  test.each([
    `${LORE}/transit/`,
    'https://inbox.example/transit/2@pier.example',
    'https://harbour.example/c/ferries@quay.example',
    'https://inbox.example/transit/12/',
  ])('%s is not', (address) => {
    expect(() => fetcherFor(new URL(address))).toThrow('not of a form that is known');
  });

  test('a message that is missing is an error that says so', async () => {
    await expect(posts(`${LORE}/transit/9@pier.example/`, await publicInbox())).rejects.toThrow(
      'lore.kernel.org answered 404',
    );
  });

  test('a page that asks who one is, in place of the mailbox, is an error that says so', async () => {
    const served = await publicInbox('<!doctype html><title>Are you human?</title>');
    await expect(posts(`${LORE}/transit/1@pier.example/`, served)).rejects.toThrow(
      'What lore.kernel.org answered is no mailbox.',
    );
  });
});

describe('HyperKitty', () => {
  test.each(['thread/KQ2LAMPS/', 'thread/KQ2LAMPS/?sort=date#EBB7TIDE', 'message/EBB7TIDE/'])(
    'gives the whole thread, at %s',
    async (place) => {
      const address = `${LISTS}/archives/list/transit@lists.example/${place}`;
      expect(await posts(address, await hyperkitty())).toEqual(WHOLE);
    },
  );

  test.each([
    ['transit@lists.example/thread/GONE/', 'lists.example answered 404'],
    ['transit@lists.example/message/GONE/', 'lists.example answered 404'],
    [
      'closed@lists.example/thread/KQ2LAMPS/',
      'lists.example answered 403: it shows this to its members only.',
    ],
  ])('%s is an error that says why', async (place, message) => {
    await expect(posts(`${LISTS}/archives/list/${place}`, await hyperkitty())).rejects.toThrow(message);
  });

  test.each(['/list/a@lists.example/thread/KQ2/', '/hyperkitty/list/a@lists.example/message/KQ2/'])(
    '%s is such an address',
    (path) => {
      expect(fetcherFor(new URL(path, LISTS)).label).toBe('Mailing lists (HyperKitty)');
    },
  );

  test('the address of a whole list is not', () => {
    const address = new URL('/archives/list/transit@lists.example/latest', LISTS);
    expect(() => fetcherFor(address)).toThrow('not of a form that is known');
  });
});
