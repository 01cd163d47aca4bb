import { longestPiece, type Sought } from './sought.ts';
import { shingles } from './words.ts';

/** A few shingles of each of many quotes, to be watched for in whatever is read. */
export interface Probes {
  /** Whether any of these shingles is watched for. */
  meet(said: Uint32Array): boolean;
  /** The numbers of the quotes that any of these shingles may belong to, rising, each once. */
  quotesIn(said: Uint32Array): readonly number[];
}

/** Shorter quotes are found in other threads by chance. */
const LEAST_WORDS = 5;
const LEAST_CHARACTERS = 24;
/** How many shingles of a quote are watched for: so many that no tenth of its words spoils them all. */
const PROBES = 6;
/** The size of a table that tells at once that most shingles are not watched for. */
const SIEVE = 2 ** 20;

/** Chooses the shingles by which quotes are known; a quote that is too short to be told from chance has none. */
export function probesOf(quotes: readonly Sought[]): Probes {
  const numbersOf = new Map<number, number[]>();
  for (const [number, quote] of quotes.entries()) {
    for (const hash of probesOfQuote(quote)) {
      const known = numbersOf.get(hash);
      if (known) known.push(number);
      else numbersOf.set(hash, [number]);
    }
  }
  const sieve = new Uint8Array(SIEVE);
  for (const hash of numbersOf.keys()) sieve[hash % SIEVE] = 1;
  const isWatched = (hash: number) => sieve[hash % SIEVE] === 1 && numbersOf.has(hash);
  return {
    meet: (said) => said.some(isWatched),
    quotesIn: (said) => {
      const found = new Set<number>();
      for (const hash of said)
        if (isWatched(hash)) for (const number of numbersOf.get(hash) ?? []) found.add(number);
      return [...found].sort((one, other) => one - other);
    },
  };
}

function probesOfQuote(quote: Sought): readonly number[] {
  const { text, words } = longestPiece(quote);
  if (words < LEAST_WORDS || text.length < LEAST_CHARACTERS) return [];
  const hashes = shingles(text);
  const step = Math.max(1, Math.floor(hashes.length / PROBES));
  return [...new Set(hashes.filter((_, n) => n % step === 0))];
}
