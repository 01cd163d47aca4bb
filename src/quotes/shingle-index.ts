import { shingles } from './words.ts';

/** Which of many texts hold a shingle. Texts are known by their number, from 0. */
export interface ShingleIndex {
  /** The numbers of the texts that hold it, rising, each once. */
  textsWith(shingle: number): readonly number[];
}

/** Room for two million texts beside 32 bits of shingle in one double. */
const TEXTS = 2 ** 21;

/** An index over the texts, in memory of eight bytes a word. */
export function indexShingles(texts: readonly string[]): ShingleIndex {
  const entries = sortedEntries(texts);
  return {
    textsWith(shingle) {
      const found: number[] = [];
      for (let n = firstAtLeast(entries, shingle * TEXTS); n < entries.length; n += 1) {
        const entry = entries[n] ?? 0;
        if (Math.floor(entry / TEXTS) !== shingle) break;
        const text = entry % TEXTS;
        if (found.at(-1) !== text) found.push(text);
      }
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
  return entries.sort();
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
