import { shingles } from './words.ts';

/** Which of many texts hold a shingle. Texts are known by their number, from 0. */
export interface ShingleIndex {
  /** The numbers of the texts that hold it, rising, each once; none where it is common: in more than `most` texts. */
  textsWith(shingle: number, most: number): readonly number[];
}

/** Room for two million texts beside 32 bits of shingle in one double. */
const TEXTS = 2 ** 21;

/** An index over the texts, in memory of eight bytes a word. */
export function indexShingles(texts: readonly string[]): ShingleIndex {
  const entries = sortedEntries(texts);
  return {
    textsWith(shingle, most) {
      const from = firstAtLeast(entries, shingle * TEXTS);
      const end = (shingle + 1) * TEXTS;
      if ((entries[from + most] ?? end) < end) return [];
      const found: number[] = [];
      for (let n = from; (entries[n] ?? end) < end; n += 1) found.push((entries[n] ?? 0) % TEXTS);
      return found;
    },
  };
}

function sortedEntries(texts: readonly string[]): Float64Array {
  const byText = texts.map(shingles);
  const entries = new Float64Array(byText.reduce((sum, found) => sum + found.length, 0));
  let n = 0;
  for (const [text, found] of byText.entries()) {
    for (const shingle of found) {
      entries[n] = shingle * TEXTS + text;
      n += 1;
    }
  }
  return withoutRepeats(entries.sort());
}

/** A text that repeats a shingle holds it once. */
function withoutRepeats(sorted: Float64Array): Float64Array {
  let length = 0;
  for (const entry of sorted) {
    if (length > 0 && sorted[length - 1] === entry) continue;
    sorted[length] = entry;
    length += 1;
  }
  return sorted.subarray(0, length);
}

function firstAtLeast(entries: Float64Array, value: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
