import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { close } from 'pagefind';
import type { Manifest, ShardEntry } from '../../browser/search/manifest.ts';
import { cacheFolder } from '../cache-files.ts';
import { hashOf, threadIds } from '../content-files.ts';
import { newestFirst } from '../newest-first.ts';
import { keptDigests } from '../prepare.ts';
import type { PrepareOptions } from '../prepare-options.ts';
import { readRecord, readSearch, type ThreadRecord } from '../thread-record.ts';
import { indexShard, PEOPLE_FILE } from './index-shard.ts';
import { searchUnit } from './search-unit.ts';
import type { SearchRecord } from './search-record.ts';
import { type Shard, shardsOf } from './shards.ts';

/** How many can be chosen from lists; of the others the name can be typed, or taken from a result. */
const MOST_PEOPLE = 1000;
const MOST_THREADS = 1000;

/** A change of this makes every shard anew: what is indexed, and how. */
const FORM = 1;

/** What Pagefind's first index needs beside its own part. */
const RUNTIME = /^(?:pagefind\.js|pagefind-worker\.js|wasm\..*)$/;

/** What was done: how many shards the index has, and the names of those that were made anew. */
export interface SearchBuilt {
  readonly shards: number;
  readonly made: readonly string[];
}

/**
 * Writes the search index of a site that has been prepared into `<dist>/pagefind/`. Shards are kept in the cache by
 * their content and made anew only when it has changed.
 */
export async function buildSearch(options: PrepareOptions, dist: string): Promise<SearchBuilt> {
  const threads = threadIds(options.root).flatMap((id) => readRecord(id, options) ?? []);
  const plans = planned(threads, options);
  const made = await makeMissing(plans, options);
  const folder = join(dist, 'pagefind');
  mkdirSync(folder, { recursive: true });
  for (const [number, plan] of plans.entries()) publish(plan, join(folder, plan.entry.folder), number === 0);
  const manifest: Manifest = {
    shards: plans.map(({ entry }) => entry),
    people: peopleOf(plans),
    threads: newestFirst(
      threads.filter(({ search }) => search.some(({ records }) => records > 0)).map(({ view }) => view),
    )
      .slice(0, MOST_THREADS)
      .map(({ id, title }) => ({ id, title })),
  };
  writeFileSync(join(folder, 'shards.json'), JSON.stringify(manifest));
  return { shards: plans.length, made };
}

interface Plan {
  readonly entry: ShardEntry;
  /** Where it is kept. */
  readonly folder: string;
  readonly shard: Shard;
  readonly read: () => Iterable<readonly SearchRecord[]>;
}

/** Digests before threads, the newest first. */
function planned(threads: readonly ThreadRecord[], options: PrepareOptions): readonly Plan[] {
  const digests = new Map(
    keptDigests(options).flatMap(({ view, search }) => (view.draft ? [] : [[view.slug, search] as const])),
  );
  const units = [...digests].map(([slug, record]) => searchUnit(slug, 1, record.meta.date, [record]));
  return [
    ...shardsOf('digests', units)
      .map((shard) =>
        plan('digest', shard, options, () =>
          shard.units.map(({ id }) => [digests.get(id)].filter((one) => !!one)),
        ),
      )
      .toReversed(),
    ...shardsOf(
      'threads',
      threads.flatMap(({ search }) => search),
    )
      .map((shard) => plan('post', shard, options, () => recordsOf(shard, options)))
      .toReversed(),
  ];
}

function plan(
  kind: ShardEntry['kind'],
  shard: Shard,
  { cache, settings }: PrepareOptions,
  read: Plan['read'],
): Plan {
  const { name, units } = shard;
  const lang = settings.lang;
  const key = hashOf(String(FORM), lang, ...units.map(({ hash }) => hash)).slice(0, 12);
  const years = units.flatMap((unit) => unit.years ?? []).toSorted();
  const [first, last] = [years[0], years.at(-1)];
  return {
    shard,
    read,
    folder: join(cacheFolder(cache), 'search', `${name}.${key}`),
    entry: {
      folder: name,
      key,
      kind,
      records: units.reduce((sum, { records }) => sum + records, 0),
      ...(first && last ? { years: [first, last] } : {}),
    },
  };
}

/** One thread in memory at a time. */
function* recordsOf({ units }: Shard, options: PrepareOptions): Iterable<readonly SearchRecord[]> {
  for (const [id, pages] of Map.groupBy(units, (unit) => unit.id)) {
    const records = readSearch(id, options);
    for (const { page } of pages) yield records[page - 1] ?? [];
  }
}

async function makeMissing(plans: readonly Plan[], options: PrepareOptions): Promise<readonly string[]> {
  const missing = plans.filter(({ folder }) => !existsSync(folder));
  const lang = options.settings.lang.split('-')[0] ?? 'en';
  try {
    for (const { folder, entry, read } of missing) await indexShard(folder, lang, entry.records, read());
  } finally {
    if (missing.length > 0) await close();
  }
  removeOthers(plans, options);
  return missing.map(({ entry }) => entry.folder);
}

function removeOthers(plans: readonly Plan[], { cache }: PrepareOptions): void {
  const kept = join(cacheFolder(cache), 'search');
  if (!existsSync(kept)) return;
  const known = new Set(plans.map(({ folder }) => basename(folder)));
  for (const name of readdirSync(kept)) if (!known.has(name)) rmSync(join(kept, name), { recursive: true });
}

function publish({ folder }: Plan, target: string, withRuntime: boolean): void {
  for (const name of readdirSync(folder)) {
    if (name === PEOPLE_FILE || (RUNTIME.test(name) && !withRuntime)) continue;
    cpSync(join(folder, name), join(target, name), { recursive: true });
  }
}

function peopleOf(plans: readonly Plan[]): readonly string[] {
  const posts = new Map<string, number>();
  for (const { folder } of plans) {
    const people = JSON.parse(readFileSync(join(folder, PEOPLE_FILE), 'utf8')) as [string, number][];
    for (const [name, count] of people) posts.set(name, (posts.get(name) ?? 0) + count);
  }
  return [...posts]
    .toSorted(([one, few], [other, many]) => many - few || (one < other ? -1 : 1))
    .slice(0, MOST_PEOPLE)
    .map(([name]) => name);
}
