import type { ShardEntry } from './manifest.ts';
import type { Query } from './query.ts';

/** The first answer comes from so many records at most: each costs about eight bytes before anything is found. */
const NEAR = 40_000;

/** The shards that can hold what is searched for, in the manifest's order: digests, and threads from the newest on. */
export function neededShards(shards: readonly ShardEntry[], { filters }: Query): readonly ShardEntry[] {
  const kind = filters.tag ? 'digest' : filters.kind;
  return shards.filter((shard) => {
    if (kind && shard.kind !== kind) return false;
    const { year } = filters;
    if (!year) return true;
    return shard.years !== undefined && shard.years[0] <= year && year <= shard.years[1];
  });
}

/** Those of them to begin with: as many as are near, and at least one. */
export function nearShards(needed: readonly ShardEntry[]): readonly ShardEntry[] {
  let records = 0;
  return needed.filter((shard, index) => {
    records += shard.records;
    return index === 0 || records <= NEAR;
  });
}
