import { copiedPosts } from '../copied-posts.ts';
import type { Grammar, Mark } from './grammar.ts';
import { markLines } from './mark-lines.ts';
import { speakerNamed } from './speaker.ts';

/**
 * `Name: words`, as in interviews and in messages copied from Zulip. The weakest form, since lists and settings look like
 * it: at least two people must speak, somebody more than once, nearly every line must begin so, and half of them must go on
 * in more than a word.
 */
export const transcript: Grammar = {
  name: 'transcript',
  label: 'Transcript (“Name: words”)',
  weak: true,
  strict: true,
  marks,
  read: (lines) => copiedPosts(lines, marks(lines)),
};

function marks(lines: readonly string[]): readonly Mark[] {
  const read = markLines(lines, headerIn);
  const heads = read.filter(({ letter }) => letter === 'h');
  const people = new Set(heads.map(({ speaker }) => speaker?.key));
  const filled = read.filter(({ letter }) => letter !== '.').length;
  const talk =
    people.size > 1 &&
    people.size <= heads.length * MOST_NEW &&
    heads.length >= filled * NEARLY_ALL &&
    heads.filter(isTalk).length * 2 >= heads.length;
  return talk ? read : read.map(({ letter }) => ({ letter: letter === '.' ? '.' : '?' }));
}

// `yes, soon`, `Yes.`: settings have one word for each
const TALK = /\S\s{1,8}\S|[.!?…]\s{0,8}$/u;

function isTalk({ text = '' }: Mark): boolean {
  return TALK.test(text.slice(0, BEGINNING));
}

/** Characters, as many as a few words need. */
const BEGINNING = 200;

/** Of the lines, how many may be by somebody who has not spoken: a list has a new word in each. */
const MOST_NEW = 0.7;
const NEARLY_ALL = 0.8;

// `Ines Kovar: words`; a name begins with a capital, or is written in a script without them
const NAME =
  /^([\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}.'’_-]{0,39}(?: [\p{L}\p{M}\p{N}.'’_()-]{1,40}){0,3}):\s{1,4}(?=\S)/u;
// What stands before a colon and is nobody's name.
const NO_NAME =
  /^(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Note|Notes|Warning|Error|Info|Debug|Fatal|Trace|Todo|Fixme|Edit|Update|PS|Tip|Example|Usage|Title|Author|Source|Version|Name|Status|Step|Question|Answer|Q|A|Hinweis|Achtung|Frage|Antwort|Content-\w{1,20}|X-\w{1,20})$/i;

function headerIn(line: string): Mark | null {
  const match = NAME.exec(line);
  if (!match || NO_NAME.test(match[1] ?? '')) return null;
  const speaker = speakerNamed(match[1] ?? '');
  return speaker && { letter: 'h', shape: 'name:', speaker, text: line.slice(match[0].length) };
}
