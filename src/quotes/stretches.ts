/** A stretch [start, end) of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The same stretches in order, those that overlap or touch made one: `meets` needs them so. */
export function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of stretches.toSorted((one, other) => one.start - other.start)) {
    const last = found.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}

/** Whether a stretch overlaps any of those that `joined` gave. Takes time with the logarithm of their number. */
export function meets(stretches: readonly Stretch[], { start, end }: Stretch): boolean {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (stretches[low]?.start ?? end) < end;
}
