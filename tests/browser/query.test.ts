import { expect, test } from 'vitest';
import { neededShards, nearShards } from '../../src/browser/search/needed-shards.ts';
import type { ShardEntry } from '../../src/browser/search/manifest.ts';
import { isEmpty, queryAddress, readQuery } from '../../src/browser/search/query.ts';

test('an address gives back the query that it was made from', () => {
  const query = {
    q: '"the weir" & more',
    filters: { person: 'Ines Kovar (@ines@quay.example)', year: '2026' },
  };
  const address = queryAddress('/notes/search/', query);
  expect(address).toBe(
    '/notes/search/?q=%22the+weir%22+%26+more&person=Ines+Kovar+%28%40ines%40quay.example%29&year=2026',
  );
  expect(readQuery(new URL(address, 'https://quay.example').search)).toEqual(query);
});

test('an address without a query has no question mark, and one with unknown keys asks nothing', () => {
  expect(queryAddress('/search/', readQuery('?utm=1'))).toBe('/search/');
  expect(isEmpty(readQuery('?q=+&__proto__=x'))).toBe(true);
});

const shard = (folder: string, kind: ShardEntry['kind'], records: number, ...years: string[]): ShardEntry => {
  const [first, last = first] = years;
  return { folder, key: folder, kind, records, ...(first && last ? { years: [first, last] } : {}) };
};
const SHARDS = [
  shard('digests', 'digest', 50, '2020', '2026'),
  shard('new', 'post', 20_000, '2025', '2026'),
  shard('middle', 'post', 20_000, '2022', '2025'),
  shard('old', 'post', 20_000, '2019', '2022'),
  shard('undated', 'post', 10),
];
const named = (shards: readonly ShardEntry[]) => shards.map(({ folder }) => folder);

test.each([
  ['?q=ferry', ['digests', 'new', 'middle', 'old', 'undated']],
  ['?q=ferry&kind=post', ['new', 'middle', 'old', 'undated']],
  ['?q=ferry&tag=floods', ['digests']],
  ['?q=ferry&year=2022&kind=post', ['middle', 'old']],
  ['?q=ferry&year=1970', []],
])('%s can be answered by %s', (search, shards) => {
  expect(named(neededShards(SHARDS, readQuery(search)))).toEqual(shards);
});

test('a first answer looks into the digests and the newest threads, and into one shard at least', () => {
  expect(named(nearShards(SHARDS))).toEqual(['digests', 'new']);
  expect(named(nearShards([shard('vast', 'post', 90_000, '2026')]))).toEqual(['vast']);
});
