import { normalForm } from './normal.ts';

/** A word as this search compares it, with its place in the text. */
interface Placed {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** A stretch of a text, by where it begins. */
export interface SharedRun {
  readonly start: number;
  readonly text: string;
}

const WORD = /[\p{L}\p{N}\p{M}_]+(?:['’][\p{L}\p{N}]+)*/gu;

/** The stretches of a text of at least so many words that stand in one of the others too, punctuation left aside. */
export function sharedRuns(text: string, others: readonly string[], least: number): readonly SharedRun[] {
  const known = new Set(others.flatMap((other) => grams(placed(other), least)));
  if (known.size === 0) return [];
  const words = placed(text);
  const runs: { start: number; end: number }[] = [];
  for (const [n, gram] of grams(words, least).entries()) {
    if (!known.has(gram)) continue;
    const [first, last] = [words[n], words[n + least - 1]];
    if (!first || !last) continue;
    const open = runs.at(-1);
    if (open && open.end >= first.start) open.end = last.end;
    else runs.push({ start: first.start, end: last.end });
  }
  return runs.map(({ start, end }) => ({ start, text: text.slice(start, end) }));
}

function placed(text: string): readonly Placed[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    return { word: normalForm(word).text.toLowerCase(), start: index, end: index + word.length };
  });
}

function grams(words: readonly Placed[], size: number): readonly string[] {
  return Array.from({ length: Math.max(0, words.length - size + 1) }, (_, n) =>
    words
      .slice(n, n + size)
      .map(({ word }) => word)
      .join(' '),
  );
}
