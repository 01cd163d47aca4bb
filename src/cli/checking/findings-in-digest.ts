import { unsourcedFinding } from '../../markdown/findings.ts';
import type { Passage } from '../../quotes/quote.ts';
import type { Settings } from '../../site/settings.ts';
import { type Destinations, findBrokenLinks } from '../check-links.ts';
import type { CheckedDigest } from './check-digest.ts';
import type { ContentFinding } from './finding.ts';

/**
 * All that is wrong with a digest, in the order of lines; what no line is known of first. `elsewhere` says where its
 * quotes without a source stand, one for each.
 */
export function findingsInDigest(
  file: string,
  { findings, links, orphans }: CheckedDigest,
  elsewhere: readonly (Passage | null)[],
  destinations: Destinations,
  { quotes: { unsourced } }: Settings,
): readonly ContentFinding[] {
  const said = orphans.flatMap((orphan, n) => {
    const finding = unsourcedFinding(orphan, unsourced, elsewhere[n] ?? undefined);
    return finding ? [{ ...finding, places: orphan.places }] : [];
  });
  const beside = [...findBrokenLinks(links, destinations), ...said].map((finding) => ({ ...finding, file }));
  return [...findings, ...beside].toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
}
