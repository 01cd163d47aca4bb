import { expect, test } from 'vitest';
import { fetcherFor } from '../../src/fetchers/index.ts';
import { json, type Served, serveHere } from '../cli/fetching/servers.ts';
import { fetched } from './fetched.ts';

const HOME = 'https://quay.example';
const message = (id: number, subject = 'low water') => ({
  id,
  type: 'stream',
  sender_id: 7,
  sender_full_name: 'Ines Duarte',
  sender_email: 'ines@quay.example',
  timestamp: 1772525520 + id,
  subject,
  display_recipient: 'lamps',
  stream_id: 4,
  content: `Said in ${id}.`,
  content_type: 'text/x-markdown',
  is_me_message: false,
  reactions: [],
  submessages: [],
  flags: ['read'],
});
const MESSAGES = Array.from({ length: 2300 }, (_, n) => message(n * 3 + 100));

interface Term {
  readonly operator: string;
  readonly operand: unknown;
  readonly negated?: boolean;
}

/** What a server answers to those who are not signed in (zerver/views/message_fetch.py, zerver/lib/narrow.py). */
function zulip(
  messages: readonly ReturnType<typeof message>[] = MESSAGES,
  fault: (path: string, nth: number) => number | undefined = () => undefined,
) {
  return serveHere((path, response, nth) => {
    const { pathname, searchParams: query } = new URL(path, HOME);
    const status = fault(path, nth);
    if (status) response.writeHead(status, { 'retry-after': '2' }).end();
    else if (pathname === '/api/v1/server_settings')
      json(response, { result: 'success', zulip_version: '9.1', realm_url: HOME });
    else if (pathname.startsWith('/json/messages/')) {
      const found = messages.find(({ id }) => id === Number(pathname.slice('/json/messages/'.length)));
      if (found) json(response, { result: 'success', message: found, raw_content: found.content });
      else response.writeHead(401).end('{"code":"UNAUTHORIZED"}');
    } else {
      const narrow = JSON.parse(query.get('narrow') ?? '[]') as readonly Term[];
      const operand = (name: string) => narrow.find(({ operator }) => operator === name)?.operand;
      if (!narrow.some((term) => term.operand === 'web-public' && term.negated === false))
        response.writeHead(401).end('{"code":"UNAUTHORIZED"}');
      else {
        const anchor = query.get('anchor') === 'oldest' ? 0 : Number(query.get('anchor'));
        const after = messages
          .filter(({ stream_id, subject }) => stream_id === operand('stream') && subject === operand('topic'))
          .filter(({ id }) => id > anchor);
        const size = Number(query.get('num_after'));
        const found_newest = after.length <= size;
        json(response, { result: 'success', anchor, found_newest, messages: after.slice(0, size) });
      }
    }
  });
}
const fetching = (path: string, served: Served) => fetched(`${HOME}/${path}`, { [HOME]: served });
const count = async (path: string, served: Served) =>
  (await fetching(path, served)).threads.map(({ title, posts }) => [title, posts.length]);
const TOPIC = '#narrow/channel/4-lamps/topic/low.20water';

test('a topic comes with all its messages, of several pages, each with its address', async () => {
  const served = await zulip();
  const { threads, warnings } = await fetching(TOPIC, served);
  expect(threads.map(({ title, posts }) => [title, posts.length])).toEqual([['lamps › low water', 2300]]);
  expect(threads[0]?.posts[0]?.url).toBe(`${HOME}/${TOPIC}/near/100`);
  expect(warnings).toEqual([]);
  const anchors = served.asked.map(({ path }) => new URL(path, HOME).searchParams.get('anchor'));
  expect(anchors).toEqual(['oldest', '3097', '6097', null]);
});

test('a message in the address tells the topic, which has another name since', async () => {
  const renamed = [message(100, 'ebb'), message(103, 'ebb')];
  expect(await count(`${TOPIC}/near/103`, await zulip(renamed))).toEqual([['lamps › ebb', 2]]);
});

test('a message that is gone leaves the topic of the address', async () => {
  expect(await count(`${TOPIC}/with/7`, await zulip([message(100)]))).toEqual([['lamps › low water', 1]]);
});

test('a topic that was resolved since is found', async () => {
  expect(await count(TOPIC, await zulip([message(100, '✔ low water')]))).toEqual([['lamps › low water', 1]]);
});

test('a page that fails once, and one that is asked for too often, are asked for again', async () => {
  const served = await zulip(MESSAGES, (path, nth) => {
    if (nth > 1) return undefined;
    return path.includes('anchor=3097') ? 500 : path.includes('anchor=6097') ? 429 : undefined;
  });
  expect(await count(TOPIC, served)).toEqual([['lamps › low water', 2300]]);
});

test('what only members can read is an error that says so', async () => {
  await expect(fetching(TOPIC, await zulip([]))).rejects.toThrow(
    'quay.example shows no message of this topic to those who are not signed in',
  );
});

test('an organisation that is closed to everybody else is an error that says so', async () => {
  await expect(fetching(TOPIC, await zulip([], () => 401))).rejects.toThrow(
    'quay.example answered 401: it shows this to its members only.',
  );
});

test('messages that lead back are an error that says so', async () => {
  const served = await serveHere((path, response) => {
    const anchor = new URL(path, HOME).searchParams.get('anchor');
    json(response, { result: 'success', found_newest: false, messages: [message(anchor === '1' ? 2 : 1)] });
  });
  await expect(fetching(TOPIC, served)).rejects.toThrow('goes round in a circle');
});

test.each([
  TOPIC,
  `${TOPIC}/near/812`,
  '#narrow/stream/4-lamps/topic/low.20water',
  '#narrow/stream/lamps/subject/low%20water',
  '#narrow/channel/4-lamps/topic/',
])('%s is such an address', (hash) => {
  expect(fetcherFor(new URL(`${HOME}/${hash}`)).importer).toBe('zulip');
});

test.each([
  '#narrow/channel/4-lamps',
  '#narrow/dm/7-ines',
  '#narrow/channel/4-lamps/topic/low.2',
  'help/#narrow/channel/4-lamps/topic/x',
])('%s is not', (path) => {
  expect(() => fetcherFor(new URL(`${HOME}/${path}`))).toThrow('not of a form that is known');
});
