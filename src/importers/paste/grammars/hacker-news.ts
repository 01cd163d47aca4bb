import { copiedPosts } from '../copied-posts.ts';
import type { Grammar, Mark } from './grammar.ts';
import { markLines, withoutPageWords } from './mark-lines.ts';
import { PAGE } from './page-words.ts';
import { speakerNamed } from './speaker.ts';

/**
 * The page of a thread on Hacker News: `name 3 hours ago | parent | next [–]`, the words below, `reply`. How far a comment
 * is indented is lost in the copy, so nobody can know what it answers.
 */
export const hackerNews: Grammar = {
  name: 'hacker-news',
  label: 'Hacker News page',
  marks,
  read: (lines) => copiedPosts(lines, marks(lines)),
};

function marks(lines: readonly string[]): readonly Mark[] {
  return withoutPageWords(lines, markLines(lines, headerIn), (line) =>
    PAGE_WORDS.test(line.trim()) ? PAGE : null,
  );
}

// `drift 2 hours ago | parent | next [–]`, `3 points by drift on March 3, 2026 | root | parent | prev [–]`
const HEADER =
  /^\s{0,12}(?:\d{1,5} points? by )?([A-Za-z0-9_-]{2,24}) ((?:\d{1,3}|an?) (?:minute|hour|day|week|month|year)s? ago|on [A-Z][a-z]{2,8} \d{1,2}, \d{4})((?: \| (?:root|parent|prev|next|edit|delete|favorite|context|on: [^|]{1,100}))*) \[(?:[–-]|\d{1,4} more)\]\s{0,4}$/;
const PAGE_WORDS = /^(?:reply|\*|Help|Guidelines \| FAQ.{0,120}|Search:)$/;
const LONGEST_HEADER = 300;

function headerIn(line: string): Mark | null {
  const match = line.length > LONGEST_HEADER ? null : HEADER.exec(line);
  const speaker = match && speakerNamed(match[1] ?? '');
  return speaker && { letter: 'h', shape: 'name ago [–]', speaker, time: match[2] ?? '', text: '' };
}
