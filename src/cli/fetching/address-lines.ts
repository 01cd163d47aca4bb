import { fetchers } from '../../fetchers/index.ts';

/** The platforms whose threads can be fetched, each with an address as its readers see it. */
export function addressLines(): readonly (readonly [string, string])[] {
  return fetchers.map(({ label, example }) => [label, example] as const);
}
