import type { Page } from './convention.ts';

/** An attribution's lines, joined. */
export interface Gathered {
  readonly text: string;
  /** The line after the last. */
  readonly end: number;
}

/** The lines from `at` to the first that ends as an attribution does, at most four; `null` where none does. */
export function gather(page: Page, at: number, depth: number): Gathered | null {
  let text = '';
  for (let end = at; end < at + MOST_LINES; end += 1) {
    const line = page.lines[end];
    if (!line || line.blank || !belongs(text, line.depth - depth)) return null;
    const words = line.content(depth).trim();
    if (words.length > LONGEST_LINE) return null;
    text = text === '' ? words : joined(text, words);
    if (ENDING.test(words) || BARE.test(text) || DATED.test(text)) return { text, end: end + 1 };
  }
  return null;
}

const MOST_LINES = 4;
const LONGEST_LINE = 300;
// "Petra Holm wrote:", "---- On Tue, 3 Mar 2026 Petra Holm wrote ----", "… wrote-----", "wrote:‬"
const ENDING = /[:：][\s\u200E\u200F\u202A-\u202E\u2066-\u2069]*$|[^\s-]\s?-{3,10}\s*$/;
// Without a colon: "On Tue, 3 Mar 2026 10:02 Petra Holm <petra@quay.example> wrote"
const BARE = /^\D{0,40}\d.*[>›)] wrote$/;
// Gmail's older form: "2026/3/3 Petra Holm <petra@quay.example>", "2026-03-03 10:02 GMT+01:00 Petra Holm";
// Discourse's: "Posted by Petra Holm on 03/03/2026"
const DATED =
  /^Posted by \S.{0,80} on \d{1,2}\/\d{1,2}\/\d{4}$|^20\d\d[/-]\d{1,2}[/-]\d{1,2} (?:\S.{0,120}<[^<>\s]{3,80}>|\d{1,2}:\d\d GMT[+-]\d\d:\d\d \p{L}[^<>:]{0,60})$/u;

/**
 * A mark may have been set before the rest of a wrapped line: `Petra Holm <petra@quay.example` / `> wrote:`; and
 * quoted-printable that nobody decoded ends a line that goes on with `=`.
 */
function joined(text: string, words: string): string {
  if (text.endsWith('=')) return `${text.slice(0, -1)}${words}`;
  return words.startsWith('>') ? `${text}${words}` : `${text} ${words}`;
}

/** Lines of one attribution have one depth, but for one cut within angle brackets before the closing one. */
function belongs(before: string, deeper: number): boolean {
  return deeper === 0 || (deeper === 1 && before.lastIndexOf('<') > before.lastIndexOf('>'));
}
