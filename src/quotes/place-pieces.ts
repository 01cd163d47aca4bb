import type { Piece } from './declared.ts';
import { insideWord, type Span } from './word-bounds.ts';

/** A word put in may stand for at most this much of the source. */
const MOST_REPLACED = 80;
/** How many places of pieces are tried before the text is given up. */
const MOST_TRIES = 400;

/**
 * Where the pieces stand in a text in their order, on the bounds of words, as near together as they go; `null` where
 * they do not. Gives up after a bounded number of tries.
 */
export function placePieces(source: string, pieces: readonly Piece[]): readonly Span[] | null {
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
