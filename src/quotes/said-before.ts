import type { EvidencePost } from './evidence.ts';

/** Negative where the first was said before the second: by date, else by place in the export. */
export function saidBefore(one: EvidencePost, other: EvidencePost): number {
  const [first, second] = [one.reading.post.published, other.reading.post.published];
  if (first !== undefined && second !== undefined && first !== second) return first < second ? -1 : 1;
  return one.number - other.number;
}
