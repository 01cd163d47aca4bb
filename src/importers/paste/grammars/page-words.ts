import type { Mark } from './grammar.ts';

// `April 19, 2026`, `Tuesday, March 3rd`, `3 March 2026`, `Today`
const DAY =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?)$|^(?:Today|Yesterday)$/;

/** A line that chats set between two days, as a mark; `null` for any other. */
export function dayMark(line: string): Mark | null {
  const words = line.trim();
  return DAY.test(words) ? { letter: 'd', time: words } : null;
}

// `(edited)`, as chats write behind the words
export const EDITED = /\s{0,4}\(edited\)$/;

/** The mark of the page's own words. */
export const PAGE: Mark = { letter: 'n' };
