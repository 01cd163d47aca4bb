import type { Edit } from '../quotes/quote.ts';
import { counted } from './counted.ts';
import type { Drift, DriftedQuote, Drifts } from './drift.ts';
import { oneLine, shortened } from './printable.ts';
import type { Terminal } from './terminal.ts';

const SHOWN_WORDS = 40;

const SAID: Readonly<Record<Drift, string>> = {
  edited: 'its post was edited',
  deleted: 'its post was deleted',
  gone: 'the export no longer holds its post',
  moved: 'its post answers another one',
  wishes: 'its author asks for other things of those who quote',
};

/** The quotes that a newer export touches, with what became of each, and a conclusion. */
export function driftLines({ threads, quotes }: Drifts, style: Terminal['style']): readonly string[] {
  return [
    ...quotes.flatMap((quote) => [...linesOf(quote, style), '']),
    `${counted(threads.length, 'thread')} held against the export: ${quotes.length === 0 ? 'no quote is touched' : `${counted(quotes.length, 'quote')} touched`}.`,
  ];
}

function linesOf(quote: DriftedQuote, style: Terminal['style']): readonly string[] {
  const { file, line, thread, post, author, text, drift, was, is, stands, edits } = quote;
  const what = drift.map((one) => SAID[one]).join(', ') || 'its words are found elsewhere';
  const judged = stands ? `the quote still stands (${is})` : `the quote was ${was} and would be ${is}`;
  return [
    `${oneLine(file)}:${line}  ${thread}#${post}${author === null ? '' : `  ${oneLine(author)}`}  "${shortened(text, SHOWN_WORDS)}"`,
    style(stands ? 'yellow' : 'red', `  ${what}; ${judged}`),
    ...(edits ? [`  quoted   ${side(edits, 'added')}`, `  says now ${side(edits, 'removed')}`] : []),
  ];
}

/** `The timetable says half past {seven}.`: what differs in braces. */
function side(edits: readonly Edit[], changed: 'added' | 'removed'): string {
  return oneLine(
    edits
      .filter(({ kind }) => kind === 'same' || kind === changed)
      .map(({ kind, text }) => (kind === 'same' ? text : `{${text}}`))
      .join(''),
  );
}
