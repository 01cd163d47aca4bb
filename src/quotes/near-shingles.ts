import { allowedDiffering, type Tolerance } from './locate-near.ts';
import type { Sought } from './sought.ts';
import { SHINGLE, shingles } from './words.ts';

/** What tells cheaply that a text cannot hold a quote but for a few words. */
export interface NearShingles {
  /** In rising order, repeated ones as often as the quote says them. */
  readonly shingles: Uint32Array;
  /** So many of them stand in every text that holds the quote. */
  readonly least: number;
}

/** How often a text says each of its shingles. */
export type ShingleCounts = ReadonlyMap<number, number>;

/** `null` for a quote of which no word may differ. Each word that differs spoils three shingles, no more. */
export function nearShingles(sought: Sought, tolerance: Tolerance): NearShingles | null {
  const allowed = allowedDiffering(sought, tolerance);
  if (allowed === 0) return null;
  const found = Uint32Array.from(sought.pieces.flatMap(({ text }) => [...shingles(text)])).sort();
  return { shingles: found, least: Math.max(1, found.length - SHINGLE * allowed) };
}

/** Counts a text's shingles. */
export function countShingles(said: Uint32Array): ShingleCounts {
  const counts = new Map<number, number>();
  for (const hash of said) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return counts;
}

/** Whether enough of a quote's shingles are said for it to stand there. */
export function mayStandNear({ shingles: asked, least }: NearShingles, said: ShingleCounts): boolean {
  let [shared, run] = [0, 0];
  for (const [n, hash] of asked.entries()) {
    run = hash === asked[n - 1] ? run + 1 : 1;
    if (run <= (said.get(hash) ?? 0)) shared += 1;
  }
  return shared >= least;
}
