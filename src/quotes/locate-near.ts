import search from 'approx-string-match';
import { diffWordsWithSpace } from 'diff';
import { DECLARED, type Location } from './locate.ts';
import { indexOfWords } from './place-pieces.ts';
import type { Edit } from './quote.ts';
import type { Sought } from './sought.ts';
import { insideWord, toWordBounds } from './word-bounds.ts';
import { countWords } from './words.ts';

/** How near is near enough for `altered`. */
export interface Tolerance {
  /** The share of words that may differ. */
  readonly share: number;
  /** The number of differing words that is allowed however short the quote is. */
  readonly atLeast: number;
}

/** Between participants a wrong attribution is worse than none: one word in ten may differ, no more. */
export const BETWEEN_PARTICIPANTS: Tolerance = { share: 0.1, atLeast: 0 };

/** An approximate match is not tried on shorter quotes: chance would find them anywhere. */
const LEAST_CHARACTERS = 24;
const LEAST_WORDS = 5;
/** Characters of source times characters of quote; beyond it, approximate search is not worth its time. */
const MOST_WORK = 1e9;
/** A differing word costs about this many characters, as a factor over the share of words. */
const CHARACTERS_PER_SHARE = 1.6;

/**
 * The best place where the quote stands but for a few words: `altered`, with the word diff. `null` where more
 * words differ than the tolerance allows, or the quote is too short to tell.
 */
export function locateNear(source: string, sought: Sought, tolerance: Tolerance): Location | null {
  const allowed = allowedDiffering(sought, tolerance);
  if (allowed === 0) return null;
  if (source.length * sought.normal.length > MOST_WORK) return null;
  let [from, differing, start] = [0, 0, -1];
  const edits: Edit[] = [];
  for (const piece of sought.pieces) {
    const span = nearest(source, piece.text, from, allowed - differing);
    if (!span) return null;
    if (start >= 0) edits.push({ kind: 'same', text: DECLARED });
    if (start < 0) start = span.start;
    edits.push(...span.edits);
    differing += span.differing;
    from = span.end;
    if (differing > allowed) return null;
  }
  if (start < 0) return null;
  if (differing === 0 && sameButForSpaces(source.slice(start, from), sought.normal)) {
    return { start, end: from, fidelity: 'verbatim', differing };
  }
  return { start, end: from, fidelity: 'altered', edits, differing };
}

/** How many of a quote's words may differ for it to be called altered; 0 for one that is too short to tell. */
export function allowedDiffering({ normal, words }: Sought, { share, atLeast }: Tolerance): number {
  if (normal.length < LEAST_CHARACTERS || words < LEAST_WORDS) return 0;
  return Math.max(atLeast, Math.floor(words * share));
}

interface NearSpan {
  readonly start: number;
  readonly end: number;
  readonly edits: readonly Edit[];
  readonly differing: number;
}

function nearest(source: string, piece: string, from: number, allowed: number): NearSpan | null {
  const exact = indexOfWords(source, piece, from);
  if (exact >= 0) {
    const end = exact + piece.length;
    return { start: exact, end, edits: [{ kind: 'same', text: piece }], differing: 0 };
  }
  const share = allowed / Math.max(1, countWords(piece));
  const errors = Math.ceil(Math.min(0.5, Math.max(share, 0.05) * CHARACTERS_PER_SHARE) * piece.length) + 1;
  const [best] = search(source.slice(from), piece, Math.min(errors, piece.length - 1));
  if (!best) return null;
  const [start, end] = toWordBounds(source, from + best.start, from + best.end);
  return compare(source, start, end, piece);
}

/** The word diff of a stretch of source with a piece of quote; whole words that only the source has at its ends are cut off. */
function compare(source: string, start: number, end: number, piece: string): NearSpan {
  const changes = diffWordsWithSpace(source.slice(start, end), piece);
  const cuts = (at: number) => !insideWord(source, at);
  let [from, to] = [start, end];
  while (changes[0]?.removed && !changes[1]?.added && cuts(from + changes[0].value.length))
    from += changes.shift()?.value.length ?? 0;
  while (changes.at(-1)?.removed && !changes.at(-2)?.added && cuts(to - (changes.at(-1)?.value.length ?? 0)))
    to -= changes.pop()?.value.length ?? 0;
  const edits = changes.map(({ value, added, removed }): Edit => {
    return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value };
  });
  return { start: from, end: to, edits, differing: countDiffering(edits) };
}

/** A word for a word counts once, in each run of changes. */
function countDiffering(edits: readonly Edit[]): number {
  let [total, removed, added] = [0, 0, 0];
  for (const { kind, text } of [...edits, { kind: 'same', text: 'end' } as const]) {
    const words = countWords(text);
    if (kind === 'removed') removed += words;
    if (kind === 'added') added += words;
    if (kind !== 'same' || words === 0) continue;
    total += Math.max(removed, added);
    [removed, added] = [0, 0];
  }
  return total;
}

/** White space before a closing mark or behind an opening one: `( lists.example ) ,`; not in `/ tmp`, `- 5`, `1. 5`. */
const SPACE_AT_MARK = / (?=[)\]},;:!?.…"'](?![\p{L}\p{N}\p{M}]))|(?<=(?<![\p{L}\p{N}\p{M}])[([{"']) /gu;

/** Whether two stretches differ in nothing but white space inside punctuation, which mail clients put in and drop. */
function sameButForSpaces(one: string, other: string): boolean {
  return one.replace(SPACE_AT_MARK, '') === other.replace(SPACE_AT_MARK, '');
}
