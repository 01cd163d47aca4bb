import { diffWordsWithSpace } from 'diff';
import search from 'approx-string-match';
import { declaresEdits, type Piece, piecesOf } from './declared.ts';
import { normalForm } from './normal.ts';
import type { Edit, Fidelity } from './quote.ts';
import { countWords, wordsOf } from './words.ts';

/** A quote's words in a source's text; offsets are into the source's normal form. */
export interface Location {
  readonly start: number;
  readonly end: number;
  readonly fidelity: Extract<Fidelity, 'verbatim' | 'abridged' | 'altered'>;
  /** For `altered`: from the source's words to the quote's. */
  readonly edits?: readonly Edit[];
  /** How many words differ without saying so. */
  readonly differing: number;
}

/** A quote made ready to be looked for in many texts. */
export interface Sought {
  readonly normal: string;
  readonly words: number;
  /** Between declared edits; one piece where none is declared. */
  readonly pieces: readonly Piece[];
  /** The same, but split at paragraphs too; absent for a quote of one paragraph. */
  readonly paragraphs?: readonly Piece[];
}

/** How near is near enough for `altered`. */
export interface Tolerance {
  /** The share of words that may differ. */
  readonly share: number;
  /** The number of differing words that is allowed however short the quote is. */
  readonly atLeast: number;
}

/** Prepares a quote, whose paragraphs are separated by blank lines. */
export function seek(text: string): Sought {
  const normal = normalForm(text).text;
  const blocks = text
    .split(/\n\n+/)
    .map((block) => normalForm(block).text)
    .filter(Boolean);
  const sought = { normal, words: countWords(normal), pieces: piecesOf(normal) };
  if (blocks.length < 2) return sought;
  const paragraphs = blocks.flatMap((block, n) =>
    piecesOf(block).map((piece, k): Piece => {
      return n > 0 && k === 0 && piece.join === 'close' ? { ...piece, join: 'undeclared' } : piece;
    }),
  );
  return { ...sought, paragraphs };
}

/** White space beside a mark of punctuation: `( lists.example )` */
const SPACE_AT_MARK = / (?=[^\p{L}\p{N}\p{M}])|(?<=[^\p{L}\p{N}\p{M}]) /gu;

/** Whether two stretches differ in nothing but white space beside punctuation, which mail clients put in and drop. */
function sameButForSpaces(one: string, other: string): boolean {
  return one.replace(SPACE_AT_MARK, '') === other.replace(SPACE_AT_MARK, '');
}

/** The same text, on the bounds of words: `verbatim`; `null` where it does not stand there. */
export function locateExact(source: string, { normal }: Sought): Location | null {
  const start = indexOfWords(source, normal, 0);
  return start < 0 ? null : { start, end: start + normal.length, fidelity: 'verbatim', differing: 0 };
}

/** The quote's pieces in their order, with nothing but declared edits between: `abridged`. */
export function locateDeclared(source: string, { normal, pieces }: Sought): Location | null {
  if (!declaresEdits(normal) || pieces.length === 0) return null;
  const spans = placePieces(source, pieces);
  return spans && { ...outerRange(source, spans), fidelity: 'abridged', differing: 0 };
}

/** Whole paragraphs in their order with text between them that the quote drops without saying so: `altered`. */
export function locateParagraphs(source: string, { paragraphs }: Sought): Location | null {
  if (!paragraphs) return null;
  const spans = placePieces(source, paragraphs);
  if (!spans) return null;
  const edits = spans.flatMap(([start, end], n): Edit[] => {
    const before = spans[n - 1]?.[1];
    const words: Edit = { kind: 'same', text: source.slice(start, end) };
    if (before === undefined) return [words];
    const between = source.slice(before, start);
    return [{ kind: paragraphs[n]?.join === 'undeclared' ? 'removed' : 'same', text: between }, words];
  });
  const differing = edits
    .filter((edit) => edit.kind === 'removed')
    .reduce((sum, edit) => sum + countWords(edit.text), 0);
  return { ...outerRange(source, spans), fidelity: 'altered', edits, differing };
}

/** An approximate match is not tried on shorter quotes: chance would find them anywhere. */
const LEAST_CHARACTERS = 24;
const LEAST_WORDS = 5;
/** Characters of source times characters of quote; beyond it, approximate search is not worth its time. */
const MOST_WORK = 4e9;
/** A differing word costs about this many characters, as a factor over the share of words. */
const CHARACTERS_PER_SHARE = 1.6;

/**
 * The best place where the quote stands but for a few words: `altered`, with the word diff. `null` where more
 * words differ than the tolerance allows, or the quote is too short to tell.
 */
export function locateNear(source: string, sought: Sought, tolerance: Tolerance): Location | null {
  const allowed = Math.max(tolerance.atLeast, Math.floor(sought.words * tolerance.share));
  if (sought.normal.length < LEAST_CHARACTERS || sought.words < LEAST_WORDS || allowed === 0) return null;
  if (source.length * sought.normal.length > MOST_WORK) return null;
  let [from, differing, start] = [0, 0, -1];
  const edits: Edit[] = [];
  for (const piece of sought.pieces) {
    const span = nearest(source, piece.text, from, allowed - differing);
    if (!span) return null;
    if (start >= 0) edits.push({ kind: 'same', text: ' […] ' });
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

/** The word diff of a stretch of source with a piece of quote; what only the source has at its ends is cut off. */
function compare(source: string, start: number, end: number, piece: string): NearSpan {
  const changes = diffWordsWithSpace(source.slice(start, end), piece);
  let [from, to] = [start, end];
  while (changes[0]?.removed && !changes[1]?.added) from += changes.shift()?.value.length ?? 0;
  while (changes.at(-1)?.removed && !changes.at(-2)?.added) to -= changes.pop()?.value.length ?? 0;
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

type Span = readonly [start: number, end: number];

/** A word put in may stand for at most this much of the source. */
const MOST_REPLACED = 80;
/** How many places of pieces are tried before the text is given up. */
const MOST_TRIES = 400;

function placePieces(source: string, pieces: readonly Piece[]): readonly Span[] | null {
  const spans: Span[] = [];
  let tries = 0;
  let at = 0;
  while (spans.length < pieces.length) {
    const piece = pieces[spans.length];
    if (!piece) return null;
    const before = spans.at(-1);
    const start = indexOfPiece(source, piece, at);
    if (start >= 0 && joins(source, piece, before, start)) {
      spans.push([start, start + piece.text.length]);
      at = start + piece.text.length;
      continue;
    }
    const last = spans.pop();
    tries += 1;
    if (!last || tries > MOST_TRIES) return null;
    at = last[0] + 1;
  }
  return tightened(source, pieces, spans);
}

/** Moves each piece as near to the one after it as it goes, so that a passage is no longer than it must be. */
function tightened(source: string, pieces: readonly Piece[], spans: readonly Span[]): readonly Span[] {
  const tight = [...spans];
  for (let n = spans.length - 2; n >= 0; n -= 1) {
    const [piece, next, after] = [pieces[n], pieces[n + 1], tight[n + 1]];
    const first = spans[n]?.[0] ?? 0;
    if (!piece || !next || !after) continue;
    const nearest = lastIndexOfPiece(source, piece, first, after[0]);
    const span: Span = [nearest, nearest + piece.text.length];
    if (joins(source, next, span, after[0])) tight[n] = span;
  }
  return tight;
}

function lastIndexOfPiece(source: string, piece: Piece, from: number, before: number): number {
  for (let at = source.lastIndexOf(piece.text, before - piece.text.length); at > from;) {
    if (stands(source, piece, at)) return at;
    at = source.lastIndexOf(piece.text, at - 1);
  }
  return from;
}

function joins(source: string, piece: Piece, before: Span | undefined, start: number): boolean {
  if (!before || piece.join === 'omission' || piece.join === 'undeclared') return true;
  const between = source.slice(before[1], start);
  return piece.join === 'close' ? between.trim() === '' : between.length <= MOST_REPLACED;
}

function indexOfPiece(source: string, piece: Piece, from: number): number {
  for (let at = source.indexOf(piece.text, from); at >= 0; at = source.indexOf(piece.text, at + 1)) {
    if (stands(source, piece, at)) return at;
  }
  return -1;
}

/** Whether the piece stands there on the bounds of words. */
function stands(source: string, { text, opensWord, closesWord }: Piece, at: number): boolean {
  return (opensWord || !insideWord(source, at)) && (closesWord || !insideWord(source, at + text.length));
}

/** Where the words stand in the text from an offset on, not inside longer words; -1 where they do not. */
export function indexOfWords(source: string, words: string, from: number): number {
  return indexOfPiece(source, { text: words, join: 'close', opensWord: false, closesWord: false }, from);
}

const JOINING = /[\p{L}\p{N}\p{M}_]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

function insideWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const before = characterBefore(text, at);
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  if (UNSPACED.test(before) || UNSPACED.test(after)) return false;
  return JOINING.test(before) && JOINING.test(after);
}

function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  const isPair = unit >= 0xdc00 && unit <= 0xdfff && at >= 2;
  return isPair ? text.slice(at - 2, at) : text.charAt(at - 1);
}

function toWordBounds(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from > 0 && insideWord(text, from)) from -= 1;
  while (to < text.length && insideWord(text, to)) to += 1;
  return [from, to];
}

function outerRange(source: string, spans: readonly Span[]): { start: number; end: number } {
  const [start, end] = toWordBounds(source, spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0);
  return { start, end };
}

/** Whether a quote is long enough for its words alone to tell where they come from. */
export function isTelling(sought: Sought, words: number): boolean {
  return sought.words >= words || longestPiece(sought).words >= words;
}

/** The piece with the most words: the one by which candidates are looked up. */
export function longestPiece({ paragraphs, pieces }: Sought): {
  readonly text: string;
  readonly words: number;
} {
  const counted = (paragraphs ?? pieces).map(({ text }) => ({ text, words: wordsOf(text).length }));
  return counted.reduce((one, other) => (other.words > one.words ? other : one), { text: '', words: 0 });
}
