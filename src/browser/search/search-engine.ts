import type { Manifest, ShardEntry } from './manifest.ts';
import { nearShards, neededShards } from './needed-shards.ts';
import type { Found, InstanceOptions, Pagefind, PagefindInstance } from './pagefind.ts';
import { isEmpty, type Query } from './query.ts';
import { spacedWords } from './spaced-words.ts';

/** What was found, the best first. */
export interface Findings {
  readonly hits: readonly { data(): Promise<Found> }[];
  /** Whether shards that may hold more were left for later. */
  readonly isPartial: boolean;
}

export interface SearchEngine {
  manifest(): Promise<Manifest>;
  /** `near` looks into the digests and the newest threads only, where there are many. */
  find(query: Query, reach: 'near' | 'all'): Promise<Findings>;
}

/** A search in the index that stands in this folder, an address with a slash at its end. Nothing is loaded before it is needed. */
export function searchEngine(folder: string): SearchEngine {
  let manifest: Promise<Manifest> | undefined;
  let instance: Promise<PagefindInstance> | undefined;
  const merged = new Map<ShardEntry, Promise<void>>();
  const loadManifest = () => {
    manifest ??= loadJson<Manifest>(`${folder}shards.json`).catch((error: unknown) => {
      manifest = undefined;
      throw error;
    });
    return manifest;
  };
  const reachShard = async (shard: ShardEntry, primary: ShardEntry) => {
    instance ??= openInstance(folder, primary);
    const opened = await instance;
    if (shard === primary) return;
    const merging = merged.get(shard) ?? opened.mergeIndex(`${folder}${shard.folder}/`, optionsOf(shard));
    merged.set(shard, merging);
    await merging;
  };
  return {
    manifest: loadManifest,
    find: async (query, reach) => {
      const { shards } = await loadManifest();
      const needed = neededShards(shards, query);
      const [primary] = shards;
      if (!primary || needed.length === 0 || isEmpty(query)) return { hits: [], isPartial: false };
      const near = reach === 'all' ? needed : nearShards(needed);
      await Promise.all(near.map((shard) => reachShard(shard, primary)));
      const opened = await instance;
      if (!opened) return { hits: [], isPartial: false };
      const { results } = await opened.search(query.q === '' ? null : spacedWords(query.q), {
        filters: query.filters,
      });
      return {
        // A score of nothing: the words stand only in what is shown beside the text.
        hits: query.q === '' ? results : results.filter(({ score }) => score > 0),
        isPartial: needed.some((shard) => shard !== primary && !merged.has(shard)),
      };
    },
  };
}

/** A digest is an answer, a post a piece of one. */
const WEIGHTS = { digest: 1.5, post: 1 } as const;
/** What is shown with a result and is not searched. */
const UNSEARCHED = { thread: 0, date: 0, day: 0, voice: 0, lang: 0, warned: 0 };
const EXCERPT_WORDS = 36;

function optionsOf({ kind, key }: ShardEntry): InstanceOptions {
  return {
    baseUrl: '/',
    indexWeight: WEIGHTS[kind],
    metaCacheTag: key,
    excerptLength: EXCERPT_WORDS,
    excerptEllipsis: '…',
    ranking: { metaWeights: UNSEARCHED },
  };
}

async function openInstance(folder: string, primary: ShardEntry): Promise<PagefindInstance> {
  const basePath = `${folder}${primary.folder}/`;
  const pagefind = (await import(/* @vite-ignore */ `${basePath}pagefind.js`)) as Pagefind;
  const instance = pagefind.createInstance({ basePath, ...optionsOf(primary) });
  await instance.init();
  return instance;
}

async function loadJson<Value>(address: string): Promise<Value> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as Value;
}
