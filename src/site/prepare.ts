import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withAlsoQuoted } from './also-quoted.ts';
import { cacheFolder, readKept, threadFolder, writeChanged } from './cache-files.ts';
import { threadIds } from './content-files.ts';
import { type DigestRecord, digestRecords } from './digest-records.ts';
import { prepareIssues } from './issues/prepare-issues.ts';
import { linksAcross } from './links-across.ts';
import { withMostQuoted } from './most-quoted-here.ts';
import { preparePeople } from './people/prepare-people.ts';
import { hashOfOptions, type PrepareOptions } from './prepare-options.ts';
import { noMemory, type PrepareMemory } from './prepare-memory.ts';
import type { ThreadHashes } from './thread-hashes.ts';
import { hashOfThread, keyOf, NO_LINKS, readRecord, type ThreadRecord } from './thread-record.ts';
import { type Job, prepareThreads } from './thread-workers.ts';
import type { ThreadView } from './views.ts';

export interface PreparedThread {
  readonly view: ThreadView;
  /** Changes whenever anything that the thread's pages show does. */
  readonly key: string;
}

export interface PreparedSite {
  readonly threads: readonly PreparedThread[];
  readonly digests: readonly DigestRecord[];
}

/**
 * Makes every thread's pages ready in the cache, and finds out who quotes whom across threads and digests. Only
 * what changed is done again. A few threads are in memory at a time; of the others what `ThreadRecord` holds.
 */
export async function prepareSite(
  options: PrepareOptions,
  memory: PrepareMemory = noMemory(options),
): Promise<PreparedSite> {
  const hashes = memory.hashes();
  const ids = threadIds(options.root);
  mkdirSync(join(cacheFolder(options.cache), 'threads'), { recursive: true });
  removeOthers(ids, options);
  const sizes = new Map<string, number>();
  const records = await freshRecords(ids, sizes, options, memory.records, hashes);
  const library = memory.library(options);
  const read = withAlsoQuoted(digestRecords(options, library, keptDigests(options), hashes));
  const links = linksAcross(records, read, options);
  const digests = withMostQuoted(read, links);
  writeChanged(digestsFile(options.cache), JSON.stringify(digests));
  await prepareIssues(digests, library, options);
  preparePeople(
    [...records.values()].map(({ view }) => view),
    digests,
    options,
  );
  const moved = ids.flatMap((id): Job[] => {
    const record = records.get(id);
    const linksNow = links.get(id) ?? NO_LINKS;
    if (!record || JSON.stringify(record.links) === JSON.stringify(linksNow)) return [];
    return [{ id, links: linksNow, bytes: sizes.get(id) ?? 0 }];
  });
  await prepareInto(records, moved, options);
  memory.records = records;
  const threads = [...records.values()].map(({ view, hash, links: known }) => ({
    view,
    key: keyOf(hash, known),
  }));
  return { threads, digests };
}

/** The record of each thread as its files are, in the order of the ids; the links may still be the last build's. */
async function freshRecords(
  ids: readonly string[],
  sizes: Map<string, number>,
  options: PrepareOptions,
  remembered: PrepareMemory['records'],
  hashes: ThreadHashes,
): Promise<Map<string, ThreadRecord>> {
  const ofOptions = hashOfOptions(options);
  const records = new Map<string, ThreadRecord>();
  const stale: Job[] = [];
  for (const id of ids) {
    const known = remembered.get(id) ?? readRecord(id, options);
    const { hash, bytes } = hashOfThread(hashes(id), ofOptions);
    if (known?.hash !== hash) stale.push({ id, links: known?.links ?? NO_LINKS, bytes });
    sizes.set(id, bytes);
    if (known) records.set(id, known);
  }
  await prepareInto(records, stale, options);
  return new Map([...records].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

async function prepareInto(
  records: Map<string, ThreadRecord>,
  jobs: readonly Job[],
  options: PrepareOptions,
): Promise<void> {
  const prepared = await prepareThreads(jobs, options);
  for (const record of prepared) records.set(record.view.id, record);
}

/** The digests since the site was last prepared. */
export function keptDigests({ cache }: PrepareOptions): readonly DigestRecord[] {
  return readKept<readonly DigestRecord[]>(digestsFile(cache)) ?? [];
}

function digestsFile(cache: string): string {
  return join(cacheFolder(cache), 'digests.json');
}

/** Removes what is kept of threads that are gone. */
function removeOthers(ids: readonly string[], { cache }: PrepareOptions): void {
  const folder = join(cacheFolder(cache), 'threads');
  const known = new Set(ids);
  for (const name of readdirSync(folder))
    if (!known.has(name)) rmSync(threadFolder(cache, name), { recursive: true });
}
