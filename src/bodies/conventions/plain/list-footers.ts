import type { Convention, Page } from '../../plain/convention.ts';
import { endsWithin } from '../../plain/level.ts';

/**
 * What a mailing list adds below every mail: a row of underscores (or the like), then the list's name and address;
 * the `-- ` block of Google Groups; and a last line `Unsubscribe: https://…`.
 */
export const listFooters: Convention = {
  name: 'list-footers',
  begin: (page) => (at) => {
    const depth = page.lines[at]?.depth ?? 0;
    const text = page.content(at, depth);
    if (UNSUBSCRIBE.test(text))
      return endsWithin(page, at, depth, 1) ? { count: 1, role: 'footer', rest: 'same' } : null;
    const kind = ROWS.find(({ row, says }) => row.test(text) && opensWith(page, at, depth, says));
    if (!kind || !endsWithin(page, at, depth, MOST_LINES)) return null;
    return { count: 1, role: 'footer', delimiters: { before: 1, after: 0 }, rest: 'same' };
  },
};

/** How far below the row a footer says what it is. */
const OPENING_LINES = 3;
const MOST_LINES = 20;
const LONGEST = 300;

// "Unsubscribe: https://quay.example/leave or mail <leave@quay.example>", the last line but one at most
const UNSUBSCRIBE = /^(?:List-)?Unsubscribe: <?(?:https?:\/\/|mailto:)\S/i;

const ROWS: readonly { readonly row: RegExp; readonly says: RegExp }[] = [
  {
    // "_______________________________________________" above "quay-dev mailing list"
    row: /^_{10,}\s?$/,
    says: /\bmailing[ -]?list\b|\bunsubscribe\b|\/listinfo\b|\/mailman3?\/|^To (?:post|reply)\b/i,
  },
  {
    // "---------------------------------------------------------------------" above "To unsubscribe, e-mail: …"
    row: /^(?:-{10,}|={10,}|\*{10,}|#{10,}|(?:-=){5,}-?)\s?$/,
    says: /\bunsubscribe\b|\/listinfo\b|^Groups\.io Links/i,
  },
  // "-- " above "You received this message because you are subscribed to the Google Groups …"
  { row: /^-- ?$/, says: /^You received this message because you are subscribed/ },
  // "--" above "To unsubscribe from this list: send the line …"
  { row: /^-- ?$/, says: /^(?:To )?unsubscribe\b.{0,40}\blist\b/i },
];

function opensWith({ lines, content, filled }: Page, at: number, depth: number, pattern: RegExp): boolean {
  let next = filled(at + 1);
  for (let count = 0; count < OPENING_LINES; count += 1) {
    if (lines[next]?.depth !== depth) return false;
    if (pattern.test(content(next, depth).slice(0, LONGEST))) return true;
    next = filled(next + 1);
  }
  return false;
}
