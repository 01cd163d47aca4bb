import type { DigestView, ThreadView } from '../views.ts';

/** Every year in which something was said or a digest appeared, the newest first: `2026`. */
export function yearsOf(
  threads: readonly Pick<ThreadView, 'from' | 'to'>[],
  digests: readonly Pick<DigestView, 'date'>[],
): readonly string[] {
  const years = new Set(digests.map(({ date }) => yearOf(date)));
  for (const { from, to } of threads) {
    if (!from || !to) continue;
    for (let year = yearOf(from); year <= yearOf(to); year += 1) years.add(year);
  }
  return [...years].toSorted((one, other) => other - one).map((year) => String(year).padStart(4, '0'));
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
