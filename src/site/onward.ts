import type { QuoteFigure } from '../markdown/quote-figure.ts';
import type { Words } from './words/index.ts';

/** A quote or whole post at which those who go from quote to quote stop. */
export interface Stop {
  readonly anchor: string;
  /** Whose words they are; `null` where that is not known. */
  readonly name: string | null;
}

type Onward = NonNullable<QuoteFigure['onward']>;

/** From each stop, by its anchor: to the next, and where the same person goes on there, to the next of another. */
export function onwardLinks(stops: readonly Stop[], { quote: words }: Words): ReadonlyMap<string, Onward> {
  return new Map(
    stops.flatMap((stop, n): (readonly [string, Onward])[] => {
      const next = stops[n + 1];
      if (!next) return [];
      const links = [{ href: `#${next.anchor}`, label: words.next(next.name) }];
      if (next.name === stop.name) {
        const other = stops.slice(n + 1).find(({ name }) => name !== null && name !== stop.name);
        if (other?.name) links.push({ href: `#${other.anchor}`, label: words.nextSpeaker(other.name) });
      }
      return [[stop.anchor, links]];
    }),
  );
}
