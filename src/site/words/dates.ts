/**
 * Dates in words. The language is given and the time zone is UTC, so that a page is the same wherever it was
 * built. A date is ISO 8601, `2026-03-03T08:12:00Z` or `2026-03-03`.
 */
export interface Dates {
  /** `3 March 2026` */
  readonly day: (date: string) => string;
  /** `3 March 2026, 08:12 UTC` */
  readonly moment: (date: string) => string;
  /** `March`, with a capital: it stands as a heading. */
  readonly month: (date: string) => string;
  /** `Mar`, where there is no room for more. */
  readonly monthShort: (date: string) => string;
  /** `3 March 2026, 06:00–09:00 UTC`: hours of one day. */
  readonly hours: (from: string, to: string) => string;
  /** The days from one date to the other, said once where they are alike: `3–5 March 2026`. */
  readonly period: (from: string, to: string) => string;
}

/** What a language says of dates that no library knows. */
export interface DateTexts {
  /** The first day of a month: `1`, or as the French write it, `1er`. */
  readonly first: string;
  /** Day and time as one, with the time zone, which is UTC. */
  readonly moment: (day: string, time: string) => string;
}

/** The dates of a BCP 47 tag. A formatter is dear to make and holds memory outside the heap: make these once. */
export function datesOf(locale: string, { first, moment }: DateTexts): Dates {
  const formatter = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const days = formatter({ dateStyle: 'long' });
  const times = formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const months = formatter({ month: 'long' });
  const shortMonths = formatter({ month: 'short' });
  const withFirst = (text: string) => text.replaceAll(FIRST, first);
  const day = (date: string) => withFirst(days.format(new Date(date)));
  return {
    day,
    moment: (date) => moment(day(date), times.format(new Date(date))),
    month: (date) => capitalized(months.format(new Date(date)), locale),
    monthShort: (date) => shortMonths.format(new Date(date)),
    hours: (from, to) => moment(day(from), `${times.format(new Date(from))}–${times.format(new Date(to))}`),
    period: (from, to) => withFirst(days.formatRange(new Date(from), new Date(to))),
  };
}

/** `1` in `1 mars 2026` and in `1–5 mars 2026`, and in no other number. */
const FIRST = /\b1\b/g;

function capitalized(text: string, locale: string): string {
  const [first = ''] = text;
  return `${first.toLocaleUpperCase(locale)}${text.slice(first.length)}`;
}
