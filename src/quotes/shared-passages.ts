import type { Passage } from './quote.ts';
import { meets, type Stretch } from './stretches.ts';

/**
 * The quotes that share their words with others, in groups: in each, every quote has most of its words, or of another's,
 * in common with that other. Groups and their quotes come in the order given; a quote that shares nothing is left out.
 */
export function sharedPassages<Quoting extends Passage>(
  quotes: readonly Quoting[],
): readonly (readonly Quoting[])[] {
  const numbered = quotes.map((quote, number) => ({ quote, number }));
  const byPost = Map.groupBy(numbered, ({ quote }) => `${quote.thread}#${quote.post}`);
  return [...byPost.values()]
    .flatMap(groupsOfPost)
    .filter((group) => group.length > 1)
    .map((group) => group.toSorted((one, other) => one.number - other.number))
    .toSorted((one, other) => (one[0]?.number ?? 0) - (other[0]?.number ?? 0))
    .map((group) => group.map(({ quote }) => quote));
}

interface Numbered<Quoting> {
  readonly quote: Quoting;
  readonly number: number;
}

/** A quote joins all the groups that it shares words with, and makes them one. */
function groupsOfPost<Quoting extends Passage>(
  quotes: readonly Numbered<Quoting>[],
): readonly (readonly Numbered<Quoting>[])[] {
  let groups: readonly (readonly Numbered<Quoting>[])[] = [];
  for (const one of quotes) {
    const { true: joined = [], false: others = [] } = Object.groupBy(groups, (group) =>
      group.some((other) => shareMost(one.quote, other.quote)) ? 'true' : 'false',
    );
    groups = [...others, [...joined.flat(), one]];
  }
  return groups;
}

/** Whether two stretches of a text have more than half of the shorter one in common. */
export function shareMost(one: Stretch, other: Stretch): boolean {
  if (!meets([one], other)) return false;
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return shared * 2 > Math.min(one.end - one.start, other.end - other.start);
}
