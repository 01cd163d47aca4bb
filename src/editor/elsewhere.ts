import type { Orphan } from '../cli/checking/check-digest.ts';
import { standingElsewhere } from '../cli/standing-elsewhere.ts';
import type { Passage } from '../quotes/quote.ts';
import { shingles } from '../quotes/words.ts';
import type { ThreadId } from '../thread/schema.ts';
import { keptByStamp } from './kept-by-stamp.ts';
import type { KeptThreads } from './kept-threads.ts';

/** Of the words of a quote, in threes, so much must stand in a thread's file for the thread to be read. */
const LEAST_SHARED = 0.5;
/** So many threads are read for a quote, those that share most. */
const MOST_READ = 3;
const MOST_KEPT = 1_000;
/** In milliseconds; whether any of a thousand threads changed is not asked at each key. */
const ASKED_EVERY = 1_000;

/** Where quotes without a source stand in threads that their digest does not name; looked for once for each text. */
export function openElsewhere(
  root: string,
  threads: KeptThreads,
): (orphans: readonly Orphan[], named: readonly ThreadId[], ids: readonly ThreadId[]) => (Passage | null)[] {
  const kept = keptByStamp<Passage | null>(MOST_KEPT);
  let asked = { at: Number.NEGATIVE_INFINITY, stamp: '' };
  return (orphans, named, ids) => {
    if (orphans.length === 0) return [];
    const now = performance.now();
    if (now - asked.at > ASKED_EVERY)
      asked = { at: now, stamp: ids.map((id) => threads.stamp(id)).join('; ') };
    const { stamp } = asked;
    return orphans.map(({ text }) =>
      kept.of(JSON.stringify([text, named]), stamp, () => {
        const [found] = standingElsewhere([{ text, threads: named }], mostAlike(text, ids, threads), root);
        return found ?? null;
      }),
    );
  };
}

/** The threads in whose files most of the words stand. */
function mostAlike(text: string, ids: readonly ThreadId[], threads: KeptThreads): readonly ThreadId[] {
  const sought = shingles(text);
  return ids
    .map((id) => ({ id, shared: sharedBy(sought, threads.shingles(id)) }))
    .filter(({ shared }) => shared > 0 && shared >= sought.length * LEAST_SHARED)
    .toSorted((one, other) => other.shared - one.shared)
    .slice(0, MOST_READ)
    .map(({ id }) => id);
}

function sharedBy(sought: Uint32Array, sorted: Uint32Array): number {
  return sought.reduce((count, hash) => count + (holds(sorted, hash) ? 1 : 0), 0);
}

function holds(sorted: Uint32Array, hash: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === hash;
}
