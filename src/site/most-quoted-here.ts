import { meets } from '../quotes/stretches.ts';
import type { DigestRecord } from './digest-records.ts';
import type { Links } from './links-across.ts';
import type { PassageView } from './views.ts';

/** A passage that one post quotes is not worth a place of its own. */
const LEAST_QUOTES = 2;
const MOST_PASSAGES = 3;

/** The digests, with how often posts of other threads quote their passages, and which are quoted most. */
export function withMostQuoted(records: readonly DigestRecord[], links: Links): readonly DigestRecord[] {
  return records.map((record) => {
    const sources = record.sources.map(({ timesElsewhere: _, ...source }) => {
      const quotes = links.get(source.thread)?.quotedBy ?? [];
      const elsewhere = quotes.filter(
        (quote) => !quote.isDigest && quote.post === source.post && meets([quote], source),
      ).length;
      return elsewhere > 0 ? { ...source, timesElsewhere: elsewhere } : source;
    });
    return { ...record, sources, view: { ...record.view, mostQuoted: mostQuotedOf(sources) } };
  });
}

/** How many posts of the site quote some of the passage. */
export function timesOf({ times, timesElsewhere = 0 }: DigestRecord['sources'][number]): number {
  return times + timesElsewhere;
}

function mostQuotedOf(sources: DigestRecord['sources']): readonly PassageView[] {
  const firsts = sources.filter(
    (source, index) =>
      !sources.slice(0, index).some((other) => other.post === source.post && meets([other], source)),
  );
  return firsts
    .filter((source) => timesOf(source) >= LEAST_QUOTES)
    .toSorted((one, other) => timesOf(other) - timesOf(one))
    .slice(0, MOST_PASSAGES)
    .map((source) => ({ ...source.passage, count: timesOf(source) }));
}
