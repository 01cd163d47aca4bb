import type { QuoteFigure } from '../../markdown/quote-figure.ts';
import type { Words } from '../words/index.ts';

/** Whose words a quote gives; `null` where neither the thread nor the editor says. */
export function speakerIn({ speaker, attribution }: QuoteFigure): string | null {
  return speaker?.name ?? attribution ?? null;
}

/** What is to be said of a quote that is not simply somebody's words: `abridged`, `attributed to Bo`. */
export function verdictsOn({ fidelity, misattributed }: QuoteFigure, words: Words): readonly string[] {
  return [
    ...(fidelity === 'verbatim' ? [] : [words.fidelity[fidelity]]),
    ...(misattributed === undefined ? [] : [words.quote.misattributed(misattributed)]),
  ];
}

/** Where the words can be looked up: on this site, else where the editor says. */
export function addressOfWords({ passageHref, postHref, original }: QuoteFigure): string | undefined {
  return passageHref ?? postHref ?? original?.href;
}
