import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchUnit } from '../../../src/site/search/search-record.ts';
import { shardsOf } from '../../../src/site/search/shards.ts';

const LARGEST = 1000;
/** What a record counts beside its characters. */
const RECORD = 100;

const unit = fc.record({
  id: fc.stringMatching(/^[a-z]{1,6}$/),
  page: fc.integer({ min: 1, max: 3 }),
  day: fc.constantFrom('1999-12-31', '2026-03-01', '2026-03-02', '2026-11-23'),
  records: fc.integer({ min: 1, max: 3 }),
  characters: fc.integer({ min: 0, max: 600 }),
  hash: fc.constant('h'),
});
const units = fc.uniqueArray(unit, { selector: ({ id, page }) => `${id}/${page}`, maxLength: 60 });

const weight = (some: readonly SearchUnit[]) =>
  some.reduce((sum, { characters, records }) => sum + characters + RECORD * records, 0);
const placed = (some: readonly SearchUnit[]) =>
  new Map(
    shardsOf('threads', some, LARGEST).flatMap((shard) =>
      shard.units.map(({ id, page }) => [`${id}/${page}`, shard] as const),
    ),
  );

describe('shards', () => {
  test('hold every unit once, and are no larger than allowed unless one unit is', () => {
    fc.assert(
      fc.property(units, (some) => {
        const shards = shardsOf('threads', some, LARGEST);
        const held = shards.flatMap((shard) => shard.units.map(({ id, page }) => `${id}/${page}`));
        expect(held.toSorted()).toEqual(some.map(({ id, page }) => `${id}/${page}`).toSorted());
        expect(new Set(shards.map(({ name }) => name)).size).toBe(shards.length);
        for (const shard of shards)
          expect(shard.units.length === 1 || weight(shard.units) <= LARGEST).toBe(true);
      }),
    );
  });

  test('do not depend on the order in which units come', () => {
    fc.assert(
      fc.property(units, (some) => {
        expect(shardsOf('threads', some.toReversed(), LARGEST)).toEqual(shardsOf('threads', some, LARGEST));
      }),
    );
  });

  test('stay as they are when a unit comes into another', () => {
    fc.assert(
      fc.property(units, unit, (some, added) => {
        const before = some.filter(({ id, page }) => id !== added.id || page !== added.page);
        const [was, is] = [placed(before), placed([...before, added])];
        const home = is.get(`${added.id}/${added.page}`);
        for (const [key, shard] of was) {
          const now = is.get(key);
          if (now?.name === shard.name && now.name !== home?.name) expect(now).toEqual(shard);
          // Whatever was moved was in the one shard that became too large.
          if (now?.name !== shard.name) expect(weight([...shard.units, added])).toBeGreaterThan(LARGEST);
        }
        const divided = new Set(
          [...was].filter(([key, { name }]) => is.get(key)?.name !== name).map(([, { name }]) => name),
        );
        expect(divided.size).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('go by day before anything else, so that a period lies together', () => {
    const days = ['2019-05-01', '2020-05-01', '2021-05-01', '2022-05-01'];
    const some = days.map((day, n) => ({ id: `t${n}`, page: 1, day, records: 1, characters: 400, hash: '' }));
    const shards = shardsOf('threads', some, LARGEST).map((shard) => shard.units.map(({ day }) => day));
    expect(shards.flat()).toEqual(days);
    expect(shards.length).toBeGreaterThan(1);
  });

  test('of ten thousand threads of one day are at most twenty', () => {
    const some = Array.from({ length: 10_000 }, (_, n) => {
      return { id: `generated-${n}`, page: 1, day: '2026-03-01', records: 30, characters: 14_300, hash: '' };
    });
    expect(shardsOf('threads', some).length).toBeLessThanOrEqual(20);
  });
});
