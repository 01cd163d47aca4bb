import { piecesOf } from '../../quotes/declared.ts';
import { type Normal, normalForm } from '../../quotes/normal.ts';
import { placePieces } from '../../quotes/place-pieces.ts';
import { withoutMarks } from '../../quotes/sought.ts';
import type { TextEdit } from './text-edits.ts';

/** One mark of those that count as the same: `“`, `'`, `—`, `--`, `...`. A backtick opens code, and is left alone. */
const MARK = /^(?:["“”„‟«»″〝〞'‘’‚‛‹›′´ʼ]|[-‐‑‒–—―−⸺⸻]{1,3}|[.…]{1,8})$/;
/** `[...]`, `[ … ]`: an omission, and not as it is usually written. */
const OMISSION = /\[ ?(?:\.{3}|…) ?\]/g;
const USUAL_OMISSION = '[…]';

/** What was said, and how a quote of it writes it. */
interface Quoted {
  readonly text: string;
  readonly fidelity: 'verbatim' | 'abridged';
  /** The passage as its author wrote it. */
  readonly passage: string;
}

/**
 * The edits by which a quote takes over its source's quotation marks, apostrophes, dashes and ellipses, and writes its
 * omissions as `[…]`. Offsets are into the quote's text. No word is changed, nor white space; applied, none are left.
 */
export function typographicEdits({ text, fidelity, passage }: Quoted): readonly TextEdit[] {
  const [quote, source] = [normalForm(text), normalForm(passage)];
  const differing = alignments(quote, source, fidelity).flatMap(({ quoted, said, length }) =>
    Array.from({ length }, (_, n) => ({
      start: quote.starts[quoted + n] ?? 0,
      end: quote.ends[quoted + n] ?? 0,
      from: passage.slice(source.starts[said + n], source.ends[said + n]),
    })).flatMap(({ start, end, from }): TextEdit[] => {
      const written = text.slice(start, end);
      return written !== from && MARK.test(written) && MARK.test(from) ? [{ start, end, text: from }] : [];
    }),
  );
  return [...differing, ...(fidelity === 'abridged' ? omissions(text, passage) : [])].filter(
    (edit) => !mayMark(edit, text.slice(0, edit.start)),
  );
}

/** Whether the edit puts a dash where a line begins: it may open a list or an attribution there. */
export function mayMark({ text }: TextEdit, before: string): boolean {
  return DASH.test(text) && LINE_BEGIN.test(before);
}

const DASH = /^[-‐‑‒–—―−⸺⸻]/;
/** Nothing, or the marks of a quote or a list. */
const LINE_BEGIN = /(?<![^\n])[ \t>]{0,99}$/;

function omissions(text: string, passage: string): readonly TextEdit[] {
  if (passage.search(OMISSION) >= 0) return [];
  return [...text.matchAll(OMISSION)]
    .filter(([mark]) => mark !== USUAL_OMISSION)
    .map(({ 0: mark, index }) => ({ start: index, end: index + mark.length, text: USUAL_OMISSION }));
}

/** Stretches of the same length and the same words in both normal forms. */
interface Alignment {
  readonly quoted: number;
  readonly said: number;
  readonly length: number;
}

function alignments(quote: Normal, source: Normal, fidelity: Quoted['fidelity']): readonly Alignment[] {
  const inner = withoutMarks(quote.text);
  const shift = quote.text.indexOf(inner);
  if (fidelity === 'verbatim')
    return inner === source.text ? [{ quoted: shift, said: 0, length: inner.length }] : [];
  const pieces = piecesOf(inner);
  const spans = placePieces(source.text, pieces) ?? [];
  let at = 0;
  return spans.flatMap(([said, end], n): Alignment[] => {
    const words = pieces[n]?.text ?? '';
    const quoted = inner.indexOf(words, at);
    at = quoted + words.length;
    return quoted < 0 || end - said !== words.length
      ? []
      : [{ quoted: quoted + shift, said, length: words.length }];
  });
}
