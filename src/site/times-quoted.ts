import type { Passage, QuoteGraph } from '../quotes/quote.ts';
import { meets } from '../quotes/stretches.ts';

/** How many quotes in its own thread repeat some of a passage. */
export function timesQuoted(passage: Passage, { quotedBy }: QuoteGraph): number {
  return (quotedBy.get(passage.post) ?? []).filter((quote) => meets([quote.passage], passage)).length;
}
