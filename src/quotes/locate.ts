import { declaresEdits } from './declared.ts';
import { indexOfWords, placePieces } from './place-pieces.ts';
import type { Edit, Fidelity } from './quote.ts';
import type { Sought } from './sought.ts';
import { type Span, toWordBounds } from './word-bounds.ts';
import { countWords } from './words.ts';

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

/** How a word diff shows what a quote says it left out. */
export const DECLARED = ' […] ';

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
    const between: Edit =
      paragraphs[n]?.join === 'undeclared'
        ? { kind: 'removed', text: source.slice(before, start) }
        : { kind: 'same', text: DECLARED };
    return [between, words];
  });
  const differing = edits
    .filter((edit) => edit.kind === 'removed')
    .reduce((sum, edit) => sum + countWords(edit.text), 0);
  return { ...outerRange(source, spans), fidelity: 'altered', edits, differing };
}

function outerRange(source: string, spans: readonly Span[]): { start: number; end: number } {
  const [start, end] = toWordBounds(source, spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0);
  return { start, end };
}
