import { mailDate } from '../../mail/mail-date.ts';
import { copiedPosts } from '../copied-posts.ts';
import type { Grammar, Mark } from './grammar.ts';
import { isBlank, markLines, withoutPageWords } from './mark-lines.ts';
import { PAGE } from './page-words.ts';
import { speakerNamed } from './speaker.ts';

/**
 * Pages of forums: `#7 Posted by: Name Posted at: 2026-03-03T10:32:00Z Reads: 78` (archives), `Posted by Name on March 3,
 * 2026`, `Posted by: Name`, `Name wrote on March 3, 2026:`, also with the number or the date in a line of its own.
 */
export const forum: Grammar = {
  name: 'forum',
  label: 'Forum page',
  marks,
  read: (lines) => copiedPosts(lines, marks(lines)),
};

function marks(lines: readonly string[]): readonly Mark[] {
  const numbers = new Map<string, number>();
  let number: string | undefined;
  const named = markLines(lines, (line, n) => {
    const lone = LONE_NUMBER.exec(line.trim())?.[1];
    if (lone !== undefined && headerIn(lines, nextFilled(lines, n))) {
      number = lone;
      return { letter: 'p' };
    }
    const header = headerIn(lines, n);
    if (!header) return isDateBelow(lines, n) ? { letter: 'p' } : null;
    const own = NUMBERED.exec(line)?.[1] ?? number;
    number = undefined;
    if (own !== undefined && !numbers.has(own)) numbers.set(own, n);
    const answers = numbers.get(ANSWERS.exec(line.slice(-LONGEST_HEADER))?.[1] ?? '');
    return answers === undefined || answers === n ? header : { ...header, answers };
  });
  return withoutPageWords(lines, unfenced(lines, named), (line) =>
    PAGE_WORDS.test(line.trim()) ? PAGE : null,
  );
}

// `#7`, `## \#7`, `Post #7`
const LONE_NUMBER = /^#{0,6} {0,2}(?:Post )?\\?#(\d{1,7})$/;
// `## \#7 Posted by …`
const NUMBERED = /^\s{0,4}#{0,6} {0,2}(?:Post )?\\?#(\d{1,7})\s/;
// `… in reply to #3`
const ANSWERS = /in reply to (?:post )?#(\d{1,7})\s{0,4}$/i;
const LONGEST_HEADER = 300;

// `## \#7 Posted by: Ines Posted at: 2026-03-03T10:32:00.023Z Reads: 78`
const ARCHIVED =
  /^\s{0,4}#{0,6} {0,2}(?:\\?#\d{1,7} {1,4})?Posted by: {0,4}(\S.{0,79}?) {1,4}Posted at: {0,4}(\S{1,40})(?: {1,4}\S.{0,100})?$/i;
// `Posted by Ines Kovar on March 3, 2026 at 10:32`, `#7 Posted by: Ines » Tue Mar 03, 2026 10:32 am`
const POSTED_ON =
  /^\s{0,4}#{0,6} {0,2}(?:\\?#\d{1,7} {1,4})?(?:Re: .{1,120} )?(?:Posted )?by:? {1,4}(\S.{0,79}?) (?:on|»|at|-|–|,) {0,2}((?:\S{1,20} ){0,5}\d\S{0,20}(?: \S{1,20}){0,6})$/i;
// `Posted by: Ines`
const POSTED_BY = /^\s{0,4}#{0,6} {0,2}(?:\\?#\d{1,7} {1,4})?Posted by:? {1,4}(\S.{0,79})$/i;
// `Ines wrote on March 3, 2026:`, `Ines wrote (2026-03-03 10:32):`, `On March 3, 2026, Ines wrote:`
const WROTE = /^\s{0,4}(\S.{0,79}?) wrote(?: on| at|,)? \(?((?:\S{1,20} ){0,5}\d[^()]{0,40}?)\)?:$/i;
// `Posted at: March 3, 2026 10:32`, below `Posted by: Ines`
const POSTED_AT = /^\s{0,4}(?:Posted(?: (?:at|on))?|Date): {0,4}(\S.{0,60})$/i;
// `Reply`, `Quote`, `Report`, `Like`, `3 Likes`, `3 replies`, `Edited`, `Reads: 78`, `---`
const PAGE_WORDS =
  /^(?:Reply|Quote|Report|Like|Share|Edited|Top|Back to top|\d{1,5} (?:likes?|replies|reply)|(?:Reads|Likes|Views): \d{1,7}|-{3,10}|_{3,40})$/i;

function headerIn(lines: readonly string[], n: number): Mark | null {
  const line = lines[n] ?? '';
  if (line.length > LONGEST_HEADER) return null;
  const dated = ARCHIVED.exec(line) ?? POSTED_ON.exec(line.replace(ANSWER_WORDS, ''));
  if (dated) return header(dated[1], dated[2], 'Posted by');
  const wrote = WROTE.exec(line);
  if (wrote) return header(wrote[1], wrote[2], 'wrote');
  const posted = POSTED_BY.exec(line.replace(ANSWER_WORDS, ''));
  return posted && header(posted[1], POSTED_AT.exec(lines[n + 1] ?? '')?.[1], 'Posted by');
}

// ` in reply to #3`
const ANSWER_WORDS = / in reply to (?:post )?#\d{1,7}\s{0,4}$/i;

function header(name: string | undefined, time: string | undefined, shape: string): Mark {
  const published = time === undefined ? null : mailDate(time);
  return {
    letter: 'h',
    shape,
    speaker: speakerNamed(name ?? ''),
    text: '',
    ...(time !== undefined && { time }),
    ...(published !== null && { published }),
  };
}

function isDateBelow(lines: readonly string[], n: number): boolean {
  return POSTED_AT.test(lines[n] ?? '') && POSTED_BY.test((lines[n - 1] ?? '').slice(0, LONGEST_HEADER));
}

function nextFilled(lines: readonly string[], n: number): number {
  return isBlank(lines[n + 1]) ? n + 2 : n + 1;
}

// Archives set each post into a fence.
const FENCE = /^```\s{0,4}$/;

/** The marks without the fence that encloses all of a post. */
function unfenced(lines: readonly string[], marks: readonly Mark[]): readonly Mark[] {
  const result = [...marks];
  let first: number | null = null;
  let last: number | null = null;
  const close = () => {
    if (first === null || last === null || first === last) return;
    if (FENCE.test(lines[first] ?? '') && FENCE.test(lines[last] ?? ''))
      for (const at of [first, last]) result[at] = PAGE;
  };
  for (const [n, { letter }] of marks.entries()) {
    if (letter === 'h') {
      close();
      [first, last] = [null, null];
    }
    if (letter !== 't' || RULE.test(lines[n] ?? '')) continue;
    first ??= n;
    last = n;
  }
  close();
  return result;
}

// `---`, between two posts
const RULE = /^-{3,10}\s{0,4}$/;
