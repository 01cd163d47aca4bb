import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mastodon } from '../../../src/importers/mastodon.ts';
import { threadSchema } from '../../../src/thread/schema.ts';
import { exportFrom, importAll } from '../exports.ts';
import { importing, only, status } from './statuses.ts';

describe('a post', () => {
  test.each([
    ['2026-03-03T09:12:00+01:00', '2026-03-03T08:12:00.000Z'],
    ['2026-03-03 08:12:00.123456+00:00', '2026-03-03T08:12:00.123Z'],
    ['2026-03-03T08:12Z', '2026-03-03T08:12:00.000Z'],
    ['2026-03-03T08:12:00', undefined],
    ['2026-13-41T08:12:00Z', undefined],
    ['3 March 2026', undefined],
  ])('written at %s is published at %s', async (created_at, published) => {
    const { threads, warnings } = await importing(status('a', { created_at }));
    expect(threads[0]?.posts[0]?.published).toBe(published);
    expect(warnings.map(({ code }) => code)).toEqual(published ? [] : ['unreadable-field']);
  });

  test('keeps every digit of an id that was written as a number', async () => {
    const text = JSON.stringify(status('a')).replace('"id":"a"', '"id" : 115044073088181107');
    const { threads } = await importAll(mastodon, exportFrom(text));
    expect(threads[0]?.posts[0]?.id).toBe('115044073088181107');
  });

  test('keeps digits in its words as they are', async () => {
    const content = '{"id":115044073088181107,"id": 1}';
    expect((await only({ content }))?.body).toEqual({ html: content });
  });

  test('of 5 MB is read whole', async () => {
    const content = `<p>${'A word, and another. '.repeat(250_000)}</p>`;
    expect((await only({ content }))?.body).toEqual({ html: content });
  });

  test('with something nested 100,000 deep in a key that nobody reads is read', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = JSON.stringify(status('a', { unknown: 0 })).replace('"unknown":0', `"unknown":${deep}`);
    expect((await importAll(mastodon, exportFrom(text))).threads).toHaveLength(1);
  });

  test('has no card where the server found nothing', async () => {
    expect((await only({ card: { url: '', title: '' } }))?.cards).toBeUndefined();
  });

  test('takes the still picture of an emoji, and the moving one where there is no other', async () => {
    const emojis = [
      { shortcode: 'a', url: 'https://q.example/a.gif', static_url: 'https://q.example/a.png' },
      { shortcode: 'b', url: 'https://q.example/b.gif', static_url: null },
    ];
    expect((await only({ emojis }))?.emoji).toEqual({
      a: 'https://q.example/a.png',
      b: 'https://q.example/b.gif',
    });
  });

  test('that lets nobody quote it is told to the editor and marks nobody', async () => {
    const { threads, warnings } = await importing(
      status('a', { quote_approval: { automatic: [], manual: [] } }),
    );
    expect(warnings).toMatchObject([{ code: 'quotes-closed', message: expect.stringContaining('1 (a)') }]);
    expect(Object.values(threads[0]?.people ?? {})[0]?.wishes).toBeUndefined();
  });
});

test('whatever stands in a status, the thread is as the schema wants it', async () => {
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('__proto__', 'javascript:alert(1)', '', null),
  );
  const keys = [
    'account',
    'card',
    'content',
    'created_at',
    'edited_at',
    'emojis',
    'favourites_count',
    'in_reply_to_account_id',
    'in_reply_to_id',
    'language',
    'media_attachments',
    'poll',
    'quote',
    'reblog',
    'sensitive',
    'spoiler_text',
    'uri',
    'url',
  ];
  const statuses = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', '__proto__'), fc.dictionary(fc.constantFrom(...keys), anything)),
  );
  await fc.assert(
    fc.asyncProperty(statuses, async (some) => {
      const value = [status('first'), ...some.map(([id, extra]) => status(id, extra))];
      for (const thread of (await importing(value)).threads)
        expect(threadSchema.parse(JSON.parse(JSON.stringify(thread)))).toEqual(thread);
    }),
    { numRuns: 200 },
  );
});
