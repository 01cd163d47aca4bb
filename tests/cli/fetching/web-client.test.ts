import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { keptAnswers } from '../../../src/cli/fetching/kept-answers.ts';
import { isPublicIp } from '../../../src/cli/fetching/public-address.ts';
import { MOST_REQUESTS, openWebClient } from '../../../src/cli/fetching/web-client.ts';
import { json, type Served, serveHere, testClock } from './servers.ts';

const QUAY = 'https://quay.example';

function client({ origin }: Pick<Served, 'origin'>, clock = testClock(), folder = scratch()) {
  const waits: string[] = [];
  const kept = keptAnswers(folder, `${QUAY}/thread`, () => Date.now());
  const { ask, close } = openWebClient({
    clock,
    kept,
    agent: 'Quotidian/0.1.0 (+https://digest.example)',
    tokens: new Map([['quay.example', 'Bearer secret']]),
    waiting: (text) => waits.push(text),
    instead: new Map([[QUAY, origin]]),
  });
  onTestFinished(close);
  return { ask, waits, clock, folder };
}

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quotidian-fetch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('it says who asks, and what it wants', async () => {
  const served = await serveHere((_, response) => json(response, 1));
  await client(served).ask(`${QUAY}/a`);
  expect(served.asked[0]?.headers).toMatchObject({
    'user-agent': 'Quotidian/0.1.0 (+https://digest.example)',
    accept: 'application/json',
    authorization: 'Bearer secret',
  });
});

test('a question is sent by POST, and the same address answers many of them', async () => {
  const served = await serveHere((_, response, __, body) => json(response, `to ${body}`));
  const { ask } = client(served);
  const answers = [];
  for (const body of ['{"query":1}', '{"query":2}'])
    answers.push(await (await ask(`${QUAY}/graphql`, { body })).content.text());
  expect(answers.map((answer) => JSON.parse(answer))).toEqual(['to {"query":1}', 'to {"query":2}']);
  expect(served.asked[0]?.headers).toMatchObject({ 'content-type': 'application/json' });
  await expect(ask(`${QUAY}/graphql`, { body: '{"query":2}' })).rejects.toThrow('in a circle');
});

test('what answers a question is not kept: it may be of a passing fault', async () => {
  const served = await serveHere((_, response, nth) => json(response, nth));
  const first = client(served);
  await first.ask(`${QUAY}/graphql`, { body: '{}' });
  const second = client(served, testClock(), first.folder);
  expect(await (await second.ask(`${QUAY}/graphql`, { body: '{}' })).content.text()).toBe('2');
});

test('a server that answers nobody without a token is not asked without one', async () => {
  const served = await serveHere((_, response) => json(response, 1));
  await client(served).ask(`${QUAY}/graphql`, { token: 'QUAY_TOKEN' });
  await expect(
    client(served).ask('https://other.example/graphql', { token: 'OTHER_TOKEN' }),
  ).rejects.toMatchObject({ code: 'no-token', hint: expect.stringContaining('OTHER_TOKEN') });
  expect(served.asked).toHaveLength(1);
});

test('requests that are made at once reach a host one after the other, each a breath apart', async () => {
  const clock = testClock();
  let open = 0;
  let most = 0;
  const served = await serveHere((_, response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      json(response, 1);
    }, 5);
  }, clock.now);
  const { ask } = client(served, clock);
  await Promise.all(['a', 'b', 'c'].map((path) => ask(`${QUAY}/${path}`)));
  expect(most).toBe(1);
  const [first = 0, second = 0, third = 0] = served.asked.map(({ at }) => at);
  expect([second - first, third - second]).toEqual([500, 500]);
});

describe('a server that cannot answer now', () => {
  test.each([
    ['seconds', '7', 7_000],
    ['a date', 'Tue, 03 Mar 2026 08:00:09 GMT', 9_000],
  ])('is asked again when it says, in %s', async (_, header, wait) => {
    const served = await serveHere((_path, response, nth) =>
      nth === 1 ? response.writeHead(429, { 'retry-after': header }).end() : json(response, 'well'),
    );
    const { ask, waits, clock } = client(served);
    expect(await (await ask(`${QUAY}/a`)).content.text()).toBe('"well"');
    expect(clock.waits).toContain(wait);
    expect(waits).toEqual([`quay.example answered 429; asking again in ${wait / 1000} s`]);
  });

  test.each([500, 502, 503])(
    'with %i is asked again, after longer and longer pauses, and then no more',
    async (status) => {
      const served = await serveHere((_, response) => void response.writeHead(status).end());
      const { ask, clock } = client(served);
      await expect(ask(`${QUAY}/a`)).rejects.toMatchObject({
        code: `http-${status}`,
        hint: expect.stringContaining('kept'),
      });
      expect(served.asked).toHaveLength(5);
      expect(clock.waits.filter((wait) => wait >= 2_000)).toEqual([2_000, 4_000, 8_000, 16_000]);
    },
  );

  test('is left alone where it wants more patience than there is', async () => {
    const served = await serveHere(
      (_, response) => void response.writeHead(429, { 'retry-after': '3600' }).end(),
    );
    const { ask } = client(served);
    await expect(ask(`${QUAY}/a`)).rejects.toMatchObject({ hint: expect.stringContaining('in 60 minutes') });
    expect(served.asked).toHaveLength(1);
  });

  test('is not asked before its rate limit ends', async () => {
    const clock = testClock();
    const served = await serveHere((_, response) => {
      const reset = String((Date.parse('2026-03-03T08:00:00Z') + 30_000) / 1000);
      json(response, 1, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset });
    }, clock.now);
    const { ask } = client(served, clock);
    await ask(`${QUAY}/a`);
    await ask(`${QUAY}/b`);
    expect((served.asked[1]?.at ?? 0) - (served.asked[0]?.at ?? 0)).toBe(30_000);
  });

  test('is asked again where it cuts the connection, in the middle of an answer too', async () => {
    const served = await serveHere((_, response, nth) => {
      if (nth === 1) response.destroy();
      else if (nth === 2) {
        response.writeHead(200, { 'content-length': '100' }).write('{"half":');
        setTimeout(() => response.destroy(), 5);
      } else json(response, 'whole');
    });
    const { ask } = client(served);
    expect(await (await ask(`${QUAY}/a`)).content.text()).toBe('"whole"');
    expect(served.asked).toHaveLength(3);
  });
});

describe('what is refused', () => {
  test.each([404, 410, 401, 403])(
    '%i is an error with advice, or nothing where that is expected',
    async (status) => {
      const served = await serveHere((_, response) => void response.writeHead(status).end());
      const { ask } = client(served);
      await expect(ask(`${QUAY}/a`)).rejects.toMatchObject({ code: `http-${status}` });
      expect(await ask(`${QUAY}/b`, { orNothing: true })).toBeNull();
    },
  );

  test('a redirect into a private network', async () => {
    const inner = await serveHere((_, response) => json(response, 'secret'));
    for (const location of [
      inner.origin,
      'http://[::1]/',
      'http://169.254.169.254/latest/',
      'http://10.0.0.1/',
      'file:///etc/passwd',
    ]) {
      const served = await serveHere((_, response) => void response.writeHead(302, { location }).end());
      await expect(client(served).ask(`${QUAY}/a`)).rejects.toMatchObject({
        code: expect.stringMatching(/^(?:private-address|not-asked)$/),
      });
    }
    expect(inner.asked).toEqual([]);
  });

  test('a name that leads into a private network', async () => {
    const inner = await serveHere((_, response) => json(response, 'secret'));
    const { port } = new URL(inner.origin);
    await expect(client(inner).ask(`http://localhost:${port}/a`)).rejects.toMatchObject({
      code: 'private-address',
    });
    expect(inner.asked).toEqual([]);
  });

  test('a server that leads on and on', async () => {
    const served = await serveHere(
      (path, response) => void response.writeHead(302, { location: `${QUAY}${path}x` }).end(),
    );
    await expect(client(served).ask(`${QUAY}/a`)).rejects.toThrow('leads on more than 5 times');
  });

  test('the same question twice', async () => {
    const served = await serveHere((_, response) => json(response, 1));
    const { ask } = client(served);
    await ask(`${QUAY}/a?page=1`);
    await expect(ask(`${QUAY}/a?page=1`)).rejects.toThrow('in a circle');
  });

  test('pages without end', async () => {
    const served = await serveHere((_, response) => json(response, 1));
    const { ask } = client(served);
    const all = async () => {
      for (let page = 0; page <= MOST_REQUESTS; page += 1) await ask(`${QUAY}/a?page=${page}`);
    };
    await expect(all()).rejects.toThrow(`request ${MOST_REQUESTS + 1}`);
    expect(served.asked).toHaveLength(MOST_REQUESTS);
  });
});

describe('a rest that a server wants in an answer', () => {
  test('is kept before it is asked again', async () => {
    const clock = testClock();
    const served = await serveHere((_, response) => json(response, 1), clock.now);
    const { ask, waits } = client(served, clock);
    await ask(`${QUAY}/page1`);
    await ask(`${QUAY}/page2`, { rest: 10 });
    const [first, second] = served.asked;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(10_000);
    expect(waits).toEqual(['quay.example wants a rest of 10 s']);
  });

  test('is an error where it is longer than there is patience', async () => {
    const served = await serveHere((_, response) => json(response, 1));
    await expect(client(served).ask(`${QUAY}/a`, { rest: 7200 })).rejects.toThrow('wants a rest of 7200 s');
    expect(served.asked).toEqual([]);
  });
});

describe('an answer that comes packed, though nobody asked for that', () => {
  test.each([
    ['gzip', gzipSync('{"a":1}')],
    ['deflate', deflateSync('{"a":1}')],
  ])('by %s is unpacked', async (encoding, body) => {
    const served = await serveHere(
      (_, response) => void response.setHeader('content-encoding', encoding).end(body),
    );
    const answer = await client(served).ask(`${QUAY}/a`);
    expect(await answer.content.text()).toBe('{"a":1}');
  });

  test('is refused where it is too long unpacked', async () => {
    const bomb = gzipSync(new Uint8Array(65 * 1024 * 1024));
    const served = await serveHere(
      (_, response) => void response.setHeader('content-encoding', 'gzip').end(bomb),
    );
    await expect(client(served).ask(`${QUAY}/a`)).rejects.toThrow('answers with more than 64 MB');
  });

  test('is asked for again where it is damaged', async () => {
    const served = await serveHere((_, response, nth) => {
      const body = gzipSync('{"a":1}');
      response.setHeader('content-encoding', 'gzip').end(nth === 1 ? body.subarray(0, -4) : body);
    });
    const answer = await client(served).ask(`${QUAY}/a`);
    expect(await answer.content.text()).toBe('{"a":1}');
  });
});

test('the token of one host is not sent to another', async () => {
  const other = await serveHere((_, response) => json(response, 1));
  const served = await serveHere(
    (_, response) => void response.writeHead(302, { location: 'https://elsewhere.example/b' }).end(),
  );
  const { ask, close } = openWebClient({
    clock: testClock(),
    kept: keptAnswers(scratch(), 'x', () => Date.now()),
    agent: 'Quotidian',
    tokens: new Map([['quay.example', 'Bearer secret']]),
    waiting: () => undefined,
    instead: new Map([
      [QUAY, served.origin],
      ['https://elsewhere.example', other.origin],
    ]),
  });
  onTestFinished(close);
  await ask(`${QUAY}/a`);
  expect(served.asked[0]?.headers.authorization).toBe('Bearer secret');
  expect(other.asked[0]?.headers.authorization).toBeUndefined();
});

test('a fetch that was interrupted goes on where it stopped', async () => {
  let down = true;
  const served = await serveHere((path, response) => {
    if (path === '/b' && down) response.writeHead(500).end();
    else json(response, path);
  });
  const first = client(served);
  await first.ask(`${QUAY}/a`);
  await expect(first.ask(`${QUAY}/b`)).rejects.toThrow('it has a fault');
  down = false;
  const second = client(served, testClock(), first.folder);
  expect(await (await second.ask(`${QUAY}/a`)).content.text()).toBe('"/a"');
  expect(await (await second.ask(`${QUAY}/b`)).content.text()).toBe('"/b"');
  expect(served.asked.filter(({ path }) => path === '/a')).toHaveLength(1);
});

test.each([
  ['93.184.216.34', true],
  ['2606:2800:220:1:248:1893:25c8:1946', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['fe80::1', false],
  ['fc00::1', false],
  ['::ffff:127.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['nonsense', false],
])('%s is public: %s', (ip, isPublic) => {
  expect(isPublicIp(ip)).toBe(isPublic);
});
