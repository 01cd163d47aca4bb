import type { Warning } from '../importer.ts';

/**
 * What is told of notices that a platform put between the posts: `Notices of the platform were left out:
 * channel_join (8), bot_add (3).` `kinds` holds one word for each notice; empty where there was none.
 */
export function leftOut(kinds: readonly string[]): readonly Warning[] {
  if (kinds.length === 0) return [];
  const counts = [...Map.groupBy(kinds, (kind) => kind)]
    .map(([kind, all]) => ({ kind: kind.slice(0, LONGEST_KIND), count: all.length }))
    .toSorted((one, other) => other.count - one.count || (one.kind < other.kind ? -1 : 1));
  const listed = counts.slice(0, MOST_KINDS).map(({ kind, count }) => `${kind} (${count})`);
  const more = counts.length > MOST_KINDS ? ', …' : '';
  return [{ code: 'notice', message: `Notices of the platform were left out: ${listed.join(', ')}${more}.` }];
}

const MOST_KINDS = 12;
const LONGEST_KIND = 60;
