import { existsSync, openAsBlob, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matrix } from '../../src/importers/matrix.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { stableId } from '../../src/thread/ids.ts';
import { threadSchema } from '../../src/thread/schema.ts';
import { exportFrom, exportIn, FIXTURES, importAll } from './exports.ts';

const event = (id: string, content: object, extra: object = {}) => ({
  type: 'm.room.message',
  event_id: `$${id}`,
  room_id: '!tides:quay.example',
  sender: '@ines:quay.example',
  origin_server_ts: 1_772_524_800_000,
  content,
  ...extra,
});
const say = (id: string, body: string, extra: object = {}, content: object = {}) =>
  event(id, { msgtype: 'm.text', body, ...content }, extra);
const state = (type: string, content: object) => event(type, content, { type, state_key: '' });
const OPEN = state('m.room.history_visibility', { history_visibility: 'world_readable' });
const room = (...messages: readonly unknown[]) => ({
  room_name: 'Tides',
  room_creator: 'ines',
  topic: '',
  export_date: '3/4/2026',
  exported_by: 'ines',
  messages,
});
const json = (value: unknown) => exportFrom(JSON.stringify(value));
const posts = async (...messages: readonly unknown[]) =>
  (await importAll(matrix, json(room(OPEN, ...messages)))).threads[0]?.posts ?? [];
const answering = (id: string) => ({ 'm.relates_to': { 'm.in_reply_to': { event_id: `$${id}` } } });
const edit = (id: string, target: string, body: string, extra: object = {}) =>
  say(id, `* ${body}`, extra, {
    'm.new_content': { msgtype: 'm.text', body },
    'm.relates_to': { rel_type: 'm.replace', event_id: `$${target}` },
  });

describe('what it claims', () => {
  test.each([
    ['an export of Element', room(say('a', 'a')), true],
    ['one without messages', room(), true],
    ['an answer of /messages', { chunk: [say('a', 'a')], start: 't1' }, true],
    ['a list of events', [say('a', 'a')], true],
    ['a list of something else', [{ id: '$a', type: 'm.room.message' }], false],
    ['a sync of nothing', { next_batch: 's1', rooms: {} }, false],
    ['a chat of another platform', { name: 'Tides', type: 'private_group', messages: [{ id: 1 }] }, false],
  ])('%s: %#', async (_name, value, claimed) => {
    expect(await matrix.detect(json(value))).toBe(claimed);
  });

  test('an export with its media beside it', async () => {
    const files = new Map([
      ['Tides/export.json', new Blob([JSON.stringify(room(OPEN, say('a', 'a')))])],
      ['Tides/images/buoy.jpg', new Blob(['\u00ff'])],
    ]);
    expect(await matrix.detect(files)).toBe(true);
    expect((await importAll(matrix, files)).threads).toHaveLength(1);
  });
});

describe('a room that does not say that anybody may read it needs consent', () => {
  const shared = state('m.room.history_visibility', { history_visibility: 'shared' });
  test.each([
    ['nothing said of who may read', [say('a', 'words')]],
    ['open only after something was said', [say('a', 'words'), OPEN]],
    ['for members', [shared, say('a', 'words')]],
    ['open, then for members', [OPEN, say('a', 'words'), { ...shared, event_id: '$later' }]],
    ['open, by invitation', [OPEN, state('m.room.join_rules', { join_rule: 'invite' }), say('a', 'words')]],
    [
      'open, encrypted',
      [OPEN, state('m.room.encryption', { algorithm: 'm.megolm.v1.aes-sha2' }), say('a', 'words')],
    ],
    [
      'open, decrypted by who exported it',
      [OPEN, { encrypted: event('a', {}), decrypted: say('a', 'words') }],
    ],
    [
      'open, with an encrypted picture',
      [OPEN, say('a', 'a.jpg', {}, { msgtype: 'm.image', file: { url: 'mxc://q/a' } })],
    ],
    ['open, not decrypted', [OPEN, say('a', 'words'), event('b', {}, { type: 'm.room.encrypted' })]],
  ])('%s', async (_name, messages) => {
    const files = json(room(...messages));
    await expect(importAll(matrix, files)).rejects.toMatchObject({
      code: 'no-consent',
      hint: expect.stringContaining('--i-have-consent'),
    });
    const options = { warn: () => undefined, consent: 'all were asked' };
    const threads = await Array.fromAsync(matrix.parse(files, options));
    expect(threads).toMatchObject([{ origin: { consent: 'all were asked' } }]);
  });

  test('but not where another room is asked for', async () => {
    const rooms = { join: { '!a:q.example': { timeline: { events: [say('a', 'a')] } } } };
    const options = { warn: () => undefined, select: () => false };
    const threads = await Array.fromAsync(matrix.parse(json({ next_batch: 's', rooms }), options));
    expect(threads).toEqual([]);
  });
});

describe('edits', () => {
  test.each([
    ['by the author counts', [edit('e', 'a', 'new')], 'new'],
    [
      'the latest counts, wherever it stands',
      [edit('e', 'a', 'new', { origin_server_ts: 2_000_000_000_000 }), edit('f', 'a', 'old')],
      'new',
    ],
    ['of two at once the later id counts', [edit('f', 'a', 'new'), edit('e', 'a', 'old')], 'new'],
    ['by another does not count', [edit('e', 'a', 'forged', { sender: '@bo:pier.example' })], 'words'],
    ['of another kind does not count', [edit('e', 'a', 'forged', { type: 'm.sticker' })], 'words'],
    [
      'with nothing new does not count',
      [say('e', '* x', {}, { 'm.relates_to': { rel_type: 'm.replace', event_id: '$a' } })],
      'words',
    ],
    [
      'that was taken back does not count',
      [edit('e', 'a', 'withdrawn'), event('r', {}, { type: 'm.room.redaction', redacts: '$e' })],
      'words',
    ],
    [
      'of an edit does not count',
      [edit('e', 'a', 'new'), edit('f', 'e', 'newer', { origin_server_ts: 2_000_000_000_000 })],
      'new',
    ],
  ])('one %s', async (_name, edits, body) => {
    const all = await posts(say('a', 'words'), ...edits);
    expect(all.map((post) => post.body)).toEqual([{ plain: body }]);
  });
});

describe('the words of the post that is answered, repeated by the client', () => {
  const body = '> <@ines:quay.example> words\n\nmine';
  const html = {
    format: 'org.matrix.custom.html',
    formatted_body: '<mx-reply><blockquote>words</blockquote></mx-reply>mine',
  };
  const gone = event('r', {}, { type: 'm.room.redaction', redacts: '$a', sender: '@bo:pier.example' });
  test.each([
    ['stay', [], {}, { plain: body }],
    ['stay in HTML', [], html, { html: html.formatted_body }],
    ['go where that was taken back', [gone], {}, { plain: 'mine' }],
    ['go where that was taken back, in HTML', [gone], html, { html: 'mine' }],
    ['go where that was edited', [edit('e', 'a', 'new')], {}, { plain: 'mine' }],
  ])('%s', async (_name, others, content, expected) => {
    const all = await posts(
      say('a', 'words'),
      say('b', body, {}, { ...content, ...answering('a') }),
      ...others,
    );
    expect(all[1]?.body).toEqual(expected);
  });
});

describe('polls', () => {
  const poll = (kind: string, max = 1) =>
    event(
      'p',
      {
        'm.poll': {
          kind,
          max_selections: max,
          question: { 'm.text': [{ body: 'When?' }] },
          answers: ['a', 'b'].map((id) => ({ 'm.id': id, 'm.text': [{ body: id }] })),
        },
      },
      { type: 'm.poll.start' },
    );
  const vote = (n: number, by: string, ...chosen: readonly string[]) =>
    event(
      `v${n}`,
      { 'm.relates_to': { rel_type: 'm.reference', event_id: '$p' }, 'm.selections': chosen },
      { type: 'm.poll.response', sender: `@${by}:q.example`, origin_server_ts: n },
    );
  const end = (n: number, sender = '@ines:quay.example') =>
    event(
      'end',
      { 'm.relates_to': { rel_type: 'm.reference', event_id: '$p' } },
      { type: 'm.poll.end', sender, origin_server_ts: n },
    );

  test.each([
    [
      'each person once, by their latest',
      [poll('m.disclosed'), vote(2, 'bo', 'b'), vote(1, 'bo', 'a')],
      [0, 1],
      1,
    ],
    [
      'none after the end',
      [poll('m.disclosed'), vote(1, 'bo', 'a'), vote(3, 'mara', 'a'), end(2)],
      [1, 0],
      1,
    ],
    [
      'all where only another says that it ended',
      [poll('m.disclosed'), vote(3, 'mara', 'a'), end(2, '@bo:q.example')],
      [1, 0],
      1,
    ],
    ['no vote for what is not there', [poll('m.disclosed', 2), vote(1, 'bo', 'a', 'z')], [0, 0], 0],
    ['no more than the poll allows', [poll('m.disclosed'), vote(1, 'bo', 'a', 'b')], [1, 0], 1],
    [
      'none while it keeps them to itself',
      [poll('m.undisclosed'), vote(1, 'bo', 'a')],
      [null, null],
      undefined,
    ],
    ['all once it ended', [poll('m.undisclosed'), vote(1, 'bo', 'a'), end(2)], [1, 0], 1],
  ])('count %s', async (_name, events, votes, voters) => {
    const [first] = await posts(...events);
    expect(first?.poll?.options.map((option) => option.votes)).toEqual(votes);
    expect(first?.poll?.voters).toBe(voters);
  });
});

test('messages that could not be decrypted are counted, and answers to them have a placeholder', async () => {
  const files = json(
    room(
      OPEN,
      event('x', { algorithm: 'm.megolm' }, { type: 'm.room.encrypted' }),
      say('b', 'Yes.', {}, answering('x')),
    ),
  );
  const codes: string[] = [];
  const options = { warn: ({ code }: { code: string }) => codes.push(code), consent: 'asked' };
  const [thread] = await Array.fromAsync(matrix.parse(files, options));
  expect(thread?.posts.map((post) => post.state)).toEqual(['missing', undefined]);
  expect(codes).toContain('undecryptable');
});

test('a name is the one that a person had when they last spoke', async () => {
  const named = (id: string, displayname: string) =>
    event(
      id,
      { membership: 'join', displayname },
      { type: 'm.room.member', state_key: '@ines:quay.example' },
    );
  const files = json(
    room(
      OPEN,
      named('1', 'Ines'),
      say('a', 'a'),
      named('2', 'Ines at sea'),
      say('b', 'b'),
      named('3', 'Gone'),
    ),
  );
  const { threads } = await importAll(matrix, files);
  expect(Object.values(threads[0]?.people ?? {})).toMatchObject([{ name: 'Ines at sea' }]);
});

test('quotes are traced to the posts whose words they repeat', async () => {
  const { threads } = await importAll(matrix, await exportIn(join(FIXTURES, 'matrix', 'element')));
  const [thread] = threads;
  if (!thread) throw new Error('There is no thread.');
  const { quotes } = quoteGraph(readThread(thread));
  expect(quotes.map(({ post, fidelity, source }) => [post, fidelity, source?.post])).toEqual([
    [stableId('$plain1'), 'verbatim', stableId('$reply1')],
    [stableId('$quote1'), 'verbatim', stableId('$plain1')],
  ]);
});

test('whatever stands in an event, the thread is as the schema wants it', async () => {
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom('__proto__', '$a', '@x', '', null),
  );
  const keys = fc.constantFrom(
    'type',
    'event_id',
    'sender',
    'origin_server_ts',
    'unsigned',
    'redacts',
    'state_key',
    '__proto__',
  );
  const inContent = fc.constantFrom(
    'body',
    'msgtype',
    'formatted_body',
    'format',
    'm.relates_to',
    'm.new_content',
    'info',
    'filename',
    'm.poll',
    '__proto__',
  );
  const kind = fc.constantFrom(
    'm.room.message',
    'm.sticker',
    'm.poll.start',
    'm.reaction',
    'm.poll.response',
    'm.room.redaction',
  );
  await fc.assert(
    fc.asyncProperty(
      kind,
      fc.dictionary(keys, anything),
      fc.dictionary(inContent, anything),
      async (type, extra, content) => {
        const files = json(room(OPEN, say('a', 'a'), event('b', content, { type, ...extra })));
        const options = { warn: () => undefined, consent: 'asked' };
        for (const thread of await Array.fromAsync(matrix.parse(files, options)))
          expect(threadSchema.parse(thread)).toEqual(thread);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ['not a room', { messages: [{ id: 1 }] }],
  ['events without what makes them events', [{ type: 'm.room.message', content: {} }]],
])('%s is refused with what to save instead', async (_name, value) => {
  await expect(importAll(matrix, json(value))).rejects.toMatchObject({
    code: 'not-matrix',
    hint: expect.stringMatching(/\.$/),
  });
});

test('100,000 messages, each answering the one before, are read', { timeout: 60_000 }, async () => {
  const chain = Array.from({ length: 100_000 }, (_, n) =>
    say(`m${n}`, `${n}`, {}, n === 0 ? {} : answering(`m${n - 1}`)),
  );
  const { threads } = await importAll(matrix, json({ ...room(), messages: [OPEN, ...chain] }));
  expect(threads[0]?.posts).toHaveLength(100_000);
});

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');

test.skipIf(!existsSync(CORPUS))('no real export of another platform is claimed', async () => {
  for (const { name, parentPath } of readdirSync(CORPUS, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile(),
  ))
    expect({
      name,
      claimed: await matrix.detect(new Map([[name, await openAsBlob(join(parentPath, name))]])),
    }).toEqual({ name, claimed: false });
});
