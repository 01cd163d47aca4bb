import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from '../../../src/importers/csv.ts';
import { csvOf, lostInCsv } from '../../../src/importers/generic/write-csv.ts';
import { ndjsonOf } from '../../../src/importers/generic/write-ndjson.ts';
import { detect } from '../../../src/importers/index.ts';
import { ndjson } from '../../../src/importers/ndjson.ts';
import { type Post, type Thread, threadSchema } from '../../../src/thread/schema.ts';
import { exportFrom, importAll } from '../exports.ts';
import { anyThread } from './threads.ts';

const RUNS = { numRuns: 100 };

test('a thread written as NDJSON and read again is the same thread', async () => {
  await fc.assert(
    fc.asyncProperty(anyThread, async (thread) => {
      const { threads, warnings } = await importAll(ndjson, exportFrom(ndjsonOf(thread)));
      expect(threads).toEqual([threadSchema.parse(thread)]);
      expect(warnings).toEqual([]);
    }),
    RUNS,
  );
});

test('several threads in one file of NDJSON stay apart', async () => {
  await fc.assert(
    fc.asyncProperty(anyThread, anyThread, async (one, other) => {
      fc.pre(one.id !== other.id);
      const { threads } = await importAll(ndjson, exportFrom(ndjsonOf(one) + ndjsonOf(other)));
      expect(threads).toEqual([one, other]);
    }),
    { numRuns: 20 },
  );
});

test('a thread written as CSV and read again is the same but for what CSV does not hold', async () => {
  await fc.assert(
    fc.asyncProperty(anyThread, async (thread) => {
      const { threads, warnings } = await importAll(csv, exportFrom(csvOf(thread)));
      expect(threads).toEqual([flat(thread)]);
      expect(warnings).toEqual([]);
    }),
    RUNS,
  );
});

test('what CSV does not hold is named, and nothing is where all of it is held', async () => {
  await fc.assert(
    fc.asyncProperty(anyThread, (thread) => {
      const same = isDeepStrictEqual(flat(thread), {
        ...thread,
        origin: { ...thread.origin, importer: 'csv' },
      });
      expect(lostInCsv(thread).length === 0).toBe(same);
      return Promise.resolve();
    }),
    RUNS,
  );
  expect(
    lostInCsv(flat({ format: 1, id: 'a', title: 'A', origin: FLAT_ORIGIN, people: {}, posts: [] })),
  ).toEqual([]);
});

test('what is written is recognised, whatever is in it', async () => {
  await fc.assert(
    fc.asyncProperty(anyThread, async (thread) => {
      expect((await detect(exportFrom(ndjsonOf(thread), 'a.txt')))?.name).toBe('ndjson');
      expect((await detect(exportFrom(csvOf(thread), 'a.txt')))?.name).toBe('csv');
    }),
    { numRuns: 30 },
  );
});

const FLAT_ORIGIN = { platform: 'file', importer: 'csv' };

/** What CSV holds of a thread. */
function flat(thread: Thread): Thread {
  const wrote = [...new Set(thread.posts.flatMap(({ author }) => author ?? []))];
  const people = wrote.map((id) => {
    const { handle = '', name, wishes } = thread.people[id] ?? {};
    return [id, { handle, ...(name && { name }), ...(wishes && { wishes }) }] as const;
  });
  return {
    ...thread,
    origin: FLAT_ORIGIN,
    people: Object.fromEntries(people),
    posts: thread.posts.map(flatPost),
  };
}

function flatPost({ cards: _, poll: __, reactions: ___, emoji: ____, quoted: _____, ...post }: Post): Post {
  const { attachments, ...rest } = post;
  if (!attachments) return rest;
  return {
    ...rest,
    attachments: attachments.map(({ type, url, description = '' }) => {
      const line = description.replace(/\s+/g, ' ').trim();
      return { type, ...(url && { url }), ...(line && { description: line }) };
    }),
  };
}
