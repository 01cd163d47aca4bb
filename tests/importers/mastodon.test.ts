import { existsSync, openAsBlob, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mastodon } from '../../src/importers/mastodon.ts';
import { threadSchema } from '../../src/thread/schema.ts';
import { exportFrom, importAll } from './exports.ts';
import { account, importing, json, outline, status, thread } from './mastodon/statuses.ts';

describe('what it claims', () => {
  test.each([
    ['a status', status('a'), true],
    ['a status and its context', { status: status('a'), context: { ancestors: [], descendants: [] } }, true],
    ['a context alone', { ancestors: [], descendants: [status('b')] }, true],
    ['an empty context', { ancestors: [], descendants: [] }, true],
    ['a context beside its status', { status: status('a'), ancestors: [], descendants: [] }, true],
    ['an array of statuses that begins with a gap', [null, status('a')], true],
    [
      'an edit history',
      [{ account: {}, content: '', created_at: '', sensitive: false, spoiler_text: '' }],
      true,
    ],
    ['an empty array', [], false],
    ['an account', account('ines'), false],
    ['a context of something else', { ancestors: [], descendants: [{ id: 1, text: 'hello' }] }, false],
    ['an item of Hacker News', { id: 1, by: 'ines', descendants: 4, kids: [2], type: 'story' }, false],
    ['a review comment of GitHub', { id: 1, in_reply_to_id: 2, body: '', user: {}, created_at: '' }, false],
    [
      'an ActivityPub note',
      { id: 'https://quay.example/1', type: 'Note', content: '', inReplyTo: null },
      false,
    ],
    ['null', null, false],
  ])('%s: %#', async (_name, value, claimed) => {
    expect(await mastodon.detect(json(value))).toBe(claimed);
  });

  test.each([
    ['nothing', new Map()],
    ['an empty file', exportFrom('')],
    ['a cut-off file', exportFrom(JSON.stringify(status('a')).slice(0, -20))],
    ['bytes that are no text', exportFrom(new Uint8Array([0x7b, 0xff, 0xfe, 0x22]))],
    ['a status beside a text', new Map([...json(status('a')), ['b.txt', new Blob(['hello'])]])],
  ])('not %s', async (_name, files) => {
    expect(await mastodon.detect(files)).toBe(false);
  });
});

describe('what cannot be read is an error that says where', () => {
  const good = JSON.stringify(status('a'), null, 2);
  test.each([
    ['an empty file', '', 'empty-file', undefined],
    ['only white space', ' \n', 'empty-file', undefined],
    ['a web page', '<!doctype html><p>500', 'not-json', undefined],
    ['a stray comma', good.replace('"id": "a",', '"id": "a",,'), 'not-json', 2],
    ['a cut-off file', good.slice(0, good.indexOf('visibility') + 5), 'cut-off', 6],
    ['a cut-off array', '[\n', 'cut-off', 2],
    ['Latin-1', new Uint8Array([0x5b, 0x22, 0xe9, 0x22, 0x5d]), 'wrong-encoding', undefined],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x5b, 0x00, 0x5d, 0x00]), 'wrong-encoding', undefined],
    ['something else', '{"posts":[]}', 'not-mastodon', undefined],
    ['an empty array', '[]', 'not-mastodon', undefined],
    ['an empty context', '{"ancestors":[],"descendants":[]}', 'empty-export', undefined],
    ['a status without an id', good.replace('"a"', 'null'), 'unreadable-export', undefined],
    [
      'an edit history',
      '[{"account":{},"content":"","created_at":"","sensitive":false,"spoiler_text":""}]',
      'edit-history',
      undefined,
    ],
  ])('%s', async (_name, content, code, line) => {
    const importing = importAll(mastodon, exportFrom(content, 'ferry.json'));
    await expect(importing).rejects.toMatchObject({
      name: 'QuotidianError',
      code,
      place: { file: 'ferry.json', ...(line && { line }) },
      hint: expect.stringMatching(/\.$/),
    });
  });

  test('the message names the key', async () => {
    await expect(importing(status('a', { spoiler_text: 7 }))).rejects.toThrow('spoiler_text');
  });

  test('the message never holds a word of the file', async () => {
    const broken = `{"content":"a secret" "id":"1"}`;
    await expect(importAll(mastodon, exportFrom(broken))).rejects.not.toThrow('secret');
  });
});

describe('forms', () => {
  test('a byte order mark is no hindrance', async () => {
    const files = exportFrom(`\uFEFF${JSON.stringify(status('a'))}`);
    expect(await mastodon.detect(files)).toBe(true);
    expect((await importAll(mastodon, files)).threads).toHaveLength(1);
  });

  test('a context that holds its own status again gives it once, and says so', async () => {
    const { threads, warnings } = await importing({
      status: status('a'),
      context: { ancestors: [], descendants: [status('a'), status('b', { in_reply_to_id: 'a' })] },
    });
    expect(threads[0]?.posts.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(warnings).toMatchObject([{ post: 'a', code: 'duplicate-id', file: 'input.json' }]);
  });

  test('a context without a status hangs it below the last ancestor, and says that this is inferred', async () => {
    const bare = {
      ancestors: [status('top'), status('above', { in_reply_to_id: 'top' })],
      descendants: [status('b', { in_reply_to_id: 'centre' })],
    };
    expect(await outline(bare)).toEqual(['top<', 'above<top', 'centre<above missing', 'b<centre']);
    expect((await thread(bare)).posts[2]?.inferred).toEqual(['parent']);
  });

  test('a context whose last ancestor is not public infers nothing', async () => {
    const bare = {
      ancestors: [status('above', { visibility: 'private' })],
      descendants: [status('b', { in_reply_to_id: 'centre' })],
    };
    expect(await outline(bare)).toEqual(['centre< missing', 'b<centre']);
  });

  test('several files are several threads, each with an id of its own', async () => {
    const files = new Map(
      ['1', '2', '3'].map((id) => [
        `${id}.json`,
        new Blob([JSON.stringify(status(id, { content: 'Good morning' }))]),
      ]),
    );
    const { threads } = await importAll(mastodon, files);
    expect(threads.map(({ id }) => id)).toEqual([
      'good-morning',
      expect.stringMatching(/^good-morning-[a-z2-7]{10}$/),
      expect.stringMatching(/^good-morning-[a-z2-7]{10}$/),
    ]);
    expect(new Set(threads.map(({ id }) => id)).size).toBe(3);
  });

  test('only the threads that are selected come, and progress counts the bytes', async () => {
    const files = new Map(['1', '2'].map((id) => [`${id}.json`, new Blob([JSON.stringify(status(id))])]));
    const read: number[] = [];
    const threads = await Array.fromAsync(
      mastodon.parse(files, {
        warn: () => undefined,
        progress: (bytes) => read.push(bytes),
        select: ({ title, posts }) => title === '2' && posts === 1,
      }),
    );
    expect(threads.map(({ title }) => title)).toEqual(['2']);
    expect(read.at(-1)).toBe([...files.values()].reduce((sum, { size }) => sum + size, 0));
  });

  test('an export with nothing public gives no thread, and says why', async () => {
    const { threads, warnings } = await importing(status('a', { visibility: 'private' }));
    expect(threads).toEqual([]);
    expect(warnings).toMatchObject([{ post: 'a', code: 'not-public' }]);
  });
});

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');

describe.skipIf(!existsSync(CORPUS))('real exports', () => {
  const files = existsSync(CORPUS)
    ? readdirSync(CORPUS, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : [];

  test('of Mastodon are claimed, of others not, and each is read or refused with a reason', async () => {
    for (const { name, parentPath } of files) {
      const export_ = new Map([[name, await openAsBlob(join(parentPath, name))]]);
      const ours = parentPath.endsWith('mastodon-api');
      expect({ name, claimed: await mastodon.detect(export_) }).toEqual({ name, claimed: ours });
      if (!ours) continue;
      const reading = importAll(mastodon, export_);
      if (name.includes('_history')) await expect(reading).rejects.toMatchObject({ code: 'edit-history' });
      else for (const thread of (await reading).threads) threadSchema.parse(thread);
    }
  });
});
