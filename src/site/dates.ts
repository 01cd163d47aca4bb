/*
 * Dates in words. The language is given and the time zone is UTC, so that a page is the same wherever it was
 * built. A date is ISO 8601, `2026-03-03T08:12:00Z` or `2026-03-03`.
 */

/** `3 March 2026` */
export function dayInWords(date: string, lang: string): string {
  return format(date, lang, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** `3 March 2026, 08:12 UTC` */
export function momentInWords(date: string, lang: string): string {
  const time = format(date, lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${dayInWords(date, lang)}, ${time} UTC`;
}

/** `March` */
export function monthInWords(date: string, lang: string): string {
  return format(date, lang, { month: 'long' });
}

/** The days from one date to the other, said once where they are alike: `3–5 March 2026`. */
export function periodInWords(from: string, to: string, lang: string): string {
  return formatterFor(lang, { dateStyle: 'long' }).formatRange(new Date(from), new Date(to));
}

function format(date: string, lang: string, options: Intl.DateTimeFormatOptions): string {
  return formatterFor(lang, options).format(new Date(date));
}

/** A formatter is dear to make and holds memory outside the heap, so that there is one for each kind of date. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const kind = `${lang} ${JSON.stringify(options)}`;
  const formatter =
    formatters.get(kind) ?? new Intl.DateTimeFormat(regional(lang), { ...options, timeZone: 'UTC' });
  formatters.set(kind, formatter);
  return formatter;
}

/** Plain `en` would be read as American. */
function regional(lang: string): string {
  return lang === 'en' ? 'en-GB' : lang;
}
