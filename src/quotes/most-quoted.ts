import type { PostId } from '../thread/schema.ts';

/** A stretch of a post's own text, quoted somewhere. */
export interface QuotedStretch {
  readonly post: PostId;
  readonly start: number;
  readonly end: number;
}

/** The core of what several quotes share: the stretch that the most of them cover. */
export interface MostQuoted extends QuotedStretch {
  /** How many quotes cover all of it. */
  readonly count: number;
}

/**
 * The passages that are quoted most, at most one a post, those with more quotes first, longer ones before shorter, then
 * by place; none that is quoted less than `least` times. Offsets are UTF-16 code units into the post's own text.
 */
export function mostQuoted(quoted: readonly QuotedStretch[], least: number): readonly MostQuoted[] {
  const cores = [...Map.groupBy(quoted, ({ post }) => post)].map(([post, stretches]) =>
    coreOf(post, stretches),
  );
  return cores
    .filter(({ count }) => count >= least)
    .sort(
      (one, other) =>
        other.count - one.count || lengthOf(other) - lengthOf(one) || (one.post < other.post ? -1 : 1),
    );
}

function lengthOf({ start, end }: QuotedStretch): number {
  return end - start;
}

/** Sweeps over the bounds of the stretches, counting how many are open. */
function coreOf(post: PostId, stretches: readonly QuotedStretch[]): MostQuoted {
  const bounds = stretches
    .flatMap(({ start, end }) => [
      { at: start, step: 1 },
      { at: end, step: -1 },
    ])
    .sort((one, other) => one.at - other.at || one.step - other.step);
  let best: MostQuoted = { post, start: 0, end: 0, count: 0 };
  let open = 0;
  for (const [n, { at, step }] of bounds.entries()) {
    open += step;
    const end = bounds[n + 1]?.at ?? at;
    if (end > at && (open > best.count || (open === best.count && end - at > lengthOf(best)))) {
      best = { post, start: at, end, count: open };
    }
  }
  return best;
}
