import type { Hit, WayStation } from './best-hit.ts';
import { isNamed } from './hit-of.ts';
import type { Orphan } from './orphans.ts';
import { meets } from './stretches.ts';

/** What an orphan came from, in another thread. */
export interface Found extends Pick<Hit, 'source' | 'fidelity' | 'edits' | 'misattributed'> {
  /** Posts through which the words came, nearest first: of the quote's own thread, then of the source's. */
  readonly way: readonly WayStation[];
}

/**
 * What was found of orphans, by their place, with the way of the words: posts that the orphan's answers and that quote
 * the same passage, and a post of the source's thread by whom the orphan names. Who handed words on may be named for them.
 */
export function withWays(
  orphans: readonly Orphan[],
  hits: readonly (Hit | undefined)[],
): ReadonlyMap<number, Found> {
  const byPost = Map.groupBy(
    orphans.flatMap((orphan, number): Traced[] => {
      const hit = hits[number];
      return hit ? [{ orphan, hit, number }] : [];
    }),
    ({ orphan }) => `${orphan.thread}#${orphan.post}`,
  );
  return new Map(
    [...byPost.values()].flat().map((traced) => [traced.number, foundOf(traced, byPost)] as const),
  );
}

interface Traced {
  readonly orphan: Orphan;
  readonly hit: Hit;
  readonly number: number;
}

function foundOf({ orphan, hit }: Traced, byPost: ReadonlyMap<string, readonly Traced[]>): Found {
  const { source, fidelity, edits, misattributed } = hit;
  const before = (orphan.answers ?? []).flatMap(
    (post) => byPost.get(`${orphan.thread}#${post}`)?.find((other) => isSamePassage(other.hit, hit)) ?? [],
  );
  const handing = [hit, ...before.map((other) => other.hit)].find(({ handedOn }) => handedOn)?.handedOn;
  const way = [...before.map(stationOf), ...(handing ? [handing] : [])];
  const isHandedOn = way.some(({ author }) => isNamed(orphan, author));
  return {
    source,
    fidelity,
    way,
    ...(edits ? { edits } : {}),
    ...(misattributed !== undefined && !isHandedOn ? { misattributed } : {}),
  };
}

function isSamePassage({ source: one }: Hit, { source: other }: Hit): boolean {
  return one.thread === other.thread && one.post === other.post && meets([one], other);
}

function stationOf({ orphan, hit }: Traced): WayStation {
  return {
    thread: orphan.thread,
    post: orphan.post ?? '',
    author: orphan.author ?? null,
    fidelity: hit.fidelity,
  };
}
