import { copiedPosts } from '../copied-posts.ts';
import type { Grammar, Mark } from './grammar.ts';
import { isBlank, markLines, withoutPageWords } from './mark-lines.ts';
import { PAGE } from './page-words.ts';
import { speakerNamed } from './speaker.ts';

/**
 * The page of a thread on Reddit: `[–]name 12 points 3 hours ago` with `permalink … reply` (old), `name • 3h ago` in one line
 * or three (new). How far a comment is indented is lost in the copy, so nobody can know what it answers.
 */
export const reddit: Grammar = {
  name: 'reddit',
  label: 'Reddit page',
  marks,
  read: (lines) => copiedPosts(lines, marks(lines)),
};

function marks(lines: readonly string[]): readonly Mark[] {
  const named = markLines(lines, (line, n) => {
    const header = headerIn(line) ?? threeLines(lines, n);
    if (header) return header;
    return isPart(lines, n) ? { letter: 'p' } : null;
  });
  return withoutPageWords(lines, named, (line) => (PAGE_WORDS.test(line.trim()) ? PAGE : null));
}

// `[–]tide_table[S] 12 points 3 hours ago* (1 child)`
const OLD =
  /^\s{0,12}\[[–+-]\]\s?(?:\/?u\/)?([A-Za-z0-9_-]{2,24})(?:\s?\[[A-Z,]{1,9}\])?(?: .{1,40}?)? (?:-?\d{1,6}(?:\.\d)?k? points?|\[score hidden\]) ((?:\d{1,3}|an?) (?:minute|hour|day|week|month|year)s? ago|just now)\*?(?: \(.{1,40}\))?\s{0,4}$/;
// `tide_table • 3h ago`, `u/tide_table · 3 hr. ago`, `tide_table OP • 2d ago • Edited 1d ago`
const NEW =
  /^\s{0,8}(?:\/?u\/)?([A-Za-z0-9_-]{3,24})(?: (?:avatar|OP|MOD))?\s{0,2}[•·]\s{0,2}(\d{1,3} ?(?:m|min|h|hr|d|day|mo|y|yr)s?\.? ago)(?:\s{0,2}[•·]\s{0,2}Edited.{0,40})?\s{0,4}$/;
// `tide_table`
const NAME = /^\s{0,8}(?:\/?u\/)?([A-Za-z0-9_-]{3,24})\s{0,4}$/;
const DOT = /^\s{0,4}[•·]\s{0,4}$/;
// `3h ago`
const AGO = /^\s{0,8}(\d{1,3} ?(?:m|min|h|hr|d|day|mo|y|yr)s?\.? ago)\s{0,4}$/;
// Below the words of a comment.
const PAGE_WORDS =
  /^(?:Upvote|Downvote|Vote|Reply|Award|Share|Report|Save|Follow|\d{1,6}(?:\.\d)?k?|permalink( \w{1,12}(?: \w{1,12})?){0,10}|level \d{1,3}|\d{1,4} more repl(?:y|ies)|Track me|Archived post\..{0,120})$/;
const MARKS_OF_WRITER = /^(?:OP|MOD|Top 1% (?:Commenter|Poster)|Edited \d{1,3} ?\w{1,4} ago)$/;
const LONGEST_HEADER = 240;

function headerIn(line: string): Mark | null {
  if (line.length > LONGEST_HEADER) return null;
  const old = OLD.exec(line);
  if (old) return header(old[1], old[2], '[–]name points ago');
  const match = NEW.exec(line);
  return match && header(match[1], match[2], 'name • ago');
}

/** The name, a dot and the age in three lines; the age is the header. */
function threeLines(lines: readonly string[], n: number): Mark | null {
  const ago = AGO.exec(lines[n] ?? '')?.[1];
  if (ago === undefined) return null;
  const dot = filledAbove(lines, n);
  if (!DOT.test(lines[dot] ?? '')) return null;
  const at = nameAbove(lines, dot);
  return at === null ? null : header(NAME.exec(lines[at] ?? '')?.[1], ago, 'name / • / ago');
}

function isPart(lines: readonly string[], n: number): boolean {
  const line = lines[n] ?? '';
  if (!DOT.test(line) && !NAME.test(line) && !MARKS_OF_WRITER.test(line.trim())) return false;
  for (let at = n + 1; at <= n + MOST_APART && at < lines.length; at += 1) {
    if (threeLines(lines, at)) return n >= (nameAbove(lines, filledAbove(lines, at)) ?? n + 1);
    if (!isBlank(lines[at]) && !DOT.test(lines[at] ?? '') && !MARKS_OF_WRITER.test((lines[at] ?? '').trim()))
      return false;
  }
  return false;
}

const MOST_APART = 6;

function filledAbove(lines: readonly string[], n: number): number {
  let at = n - 1;
  while (at > n - MOST_APART && at >= 0 && isBlank(lines[at])) at -= 1;
  return at;
}

function nameAbove(lines: readonly string[], dot: number): number | null {
  let at = filledAbove(lines, dot);
  while (at > dot - MOST_APART && MARKS_OF_WRITER.test((lines[at] ?? '').trim())) at = filledAbove(lines, at);
  return NAME.test(lines[at] ?? '') ? at : null;
}

function header(name: string | undefined, time: string | undefined, shape: string): Mark | null {
  const speaker = speakerNamed(name ?? '');
  return speaker && { letter: 'h', shape, speaker, time: time ?? '', text: '' };
}
