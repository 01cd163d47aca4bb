import { type Piece, piecesOf } from './declared.ts';
import { normalForm } from './normal.ts';
import { countWords } from './words.ts';

/** A quote made ready to be looked for in many texts. */
export interface Sought {
  readonly normal: string;
  readonly words: number;
  /** Between declared edits; one piece where none is declared. */
  readonly pieces: readonly Piece[];
  /** The same, but split at paragraphs too; absent for a quote of one paragraph. */
  readonly paragraphs?: readonly Piece[];
}

/** `"a whole quote"`, in normal form: the marks around it say that it is one, and are none of its words. */
const IN_MARKS = /^"([^"]+)"$/;

/** Prepares a quote, whose paragraphs are separated by blank lines. */
export function seek(text: string): Sought {
  const whole = normalForm(text).text;
  const normal = withoutMarks(whole);
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

/** Whether a quote is long enough for its words alone to tell where they come from. */
export function isTelling(sought: Sought, words: number): boolean {
  return sought.words >= words || longestPiece(sought).words >= words;
}

/** The piece with the most words: the one by which candidates are looked up. */
export function longestPiece({ paragraphs, pieces }: Sought): {
  readonly text: string;
  readonly words: number;
} {
  const counted = (paragraphs ?? pieces).map(({ text }) => ({ text, words: countWords(text) }));
  return counted.reduce((one, other) => (other.words > one.words ? other : one), { text: '', words: 0 });
}

/** A quote in normal form without the quotation marks around the whole of it. */
export function withoutMarks(normal: string): string {
  return IN_MARKS.exec(normal)?.[1]?.trim() ?? normal;
}
