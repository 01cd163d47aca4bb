import type { Fidelity } from '../quotes/quote.ts';
import type { DigestView } from './views.ts';

/** Years, the newest first, and for each of their twelve months how many digests it has. Dates are `2026-03-11`. */
export function monthsOf(
  digests: readonly Pick<DigestView, 'date'>[],
): readonly { readonly year: string; readonly months: readonly number[] }[] {
  const byYear = Map.groupBy(digests, ({ date }) => date.slice(0, 4));
  return [...byYear]
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .map(([year, ofYear]) => ({
      year,
      months: Array.from({ length: 12 }, (_, place) => {
        const month = `${year}-${String(place + 1).padStart(2, '0')}`;
        return ofYear.filter(({ date }) => date.startsWith(month)).length;
      }),
    }));
}

/** How many quotes of each fidelity all of them hold. */
export function sumOfQuotes(counted: readonly Pick<DigestView, 'quotes'>[]): DigestView['quotes'] {
  const sums = new Map<Fidelity, number>();
  for (const { quotes } of counted) {
    for (const [fidelity, amount] of Object.entries(quotes) as [Fidelity, number][])
      sums.set(fidelity, (sums.get(fidelity) ?? 0) + amount);
  }
  return Object.fromEntries(sums);
}
