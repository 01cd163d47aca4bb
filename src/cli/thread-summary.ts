import type { Fidelity, Quote } from '../quotes/quote.ts';
import { wordsFor } from '../site/words/index.ts';
import { counted } from './counted.ts';
import type { Thread } from '../thread/schema.ts';

const FIDELITIES: readonly Fidelity[] = ['verbatim', 'abridged', 'altered', 'unsourced', 'external'];

/** `47 posts · 19 people · 3–5 March 2026` */
export function extentInWords(thread: Thread): string {
  return [
    counted(thread.posts.length, 'post'),
    counted(Object.keys(thread.people).length, 'person', 'people'),
    datesInWords(thread),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** `11 verbatim · 2 abridged`; empty where nobody quotes. */
export function countsInWords(counts: Readonly<Partial<Record<Fidelity, number>>>): string {
  return Object.entries(counts)
    .map(([fidelity, count]) => `${count} ${fidelity}`)
    .join(' · ');
}

/** How many quotes there are of each fidelity that occurs. */
export function quoteCounts(quotes: readonly Quote[]): Partial<Record<Fidelity, number>> {
  const counts = FIDELITIES.map(
    (fidelity) => [fidelity, quotes.filter((quote) => quote.fidelity === fidelity).length] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** What the people of the thread ask of those who republish it, a sentence each. */
export function wishesInWords(thread: Thread): string[] {
  const people = Object.values(thread.people);
  return WISHES.map(
    ([wish, words]) => [people.filter((person) => person.wishes?.includes(wish)).length, words] as const,
  )
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${counted(count, 'person asks', 'people ask')} ${words}`);
}

const WISHES = [
  ['noindex', 'not to be found by search engines'],
  ['no-quote', 'not to be quoted'],
  ['no-archive', 'not to be archived'],
] as const;

function datesInWords({ posts }: Thread): string {
  const dates = posts.flatMap(({ published }) => published ?? []).toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  return first && last ? wordsFor('en').dates.period(first, last) : 'no dates';
}
