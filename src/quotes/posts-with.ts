import type { Evidence, EvidencePost } from './evidence.ts';
import { shingles } from './words.ts';

/** A shingle that more posts hold tells nothing. */
const COMMON = 50;
/** How many of the words' shingles are asked for. */
const PROBES = 3;

/**
 * The few posts in which the words may stand, told by some of their shingles: at most 50, none where fewer than two
 * say one of them (the words are asked for by a post that says them) or all are common. Whether they do must be looked at.
 */
export function postsWith(words: string, { index, posts }: Evidence): readonly EvidencePost[] {
  const hashes = shingles(words);
  const step = Math.max(1, Math.floor(hashes.length / PROBES));
  let fewest: readonly number[] | undefined;
  for (let n = 0; n < hashes.length; n += step) {
    const numbers = index.textsWith(hashes[n] ?? 0, COMMON);
    if (numbers.length === 1) return [];
    if (numbers.length > 1 && numbers.length < (fewest?.length ?? COMMON)) fewest = numbers;
  }
  return (fewest ?? []).flatMap((number) => posts[number] ?? []);
}
