import { copiedPosts } from '../copied-posts.ts';
import { publicityUnknown } from '../publicity.ts';
import type { Grammar, Mark } from './grammar.ts';
import { markLines, withoutEnding, withoutPageWords } from './mark-lines.ts';
import { dayMark, EDITED } from './page-words.ts';
import { speakerNamed } from './speaker.ts';

/** `Name, 10:32` in a line of its own (Zulip), `Name, [03.03.26 10:32]` (Telegram), the words below. */
export const commaTime: Grammar = {
  name: 'comma-time',
  label: 'Chat with lines such as “Name, 10:32” (Zulip, Telegram)',
  marks,
  read(lines) {
    const copied = copiedPosts(lines, marks(lines));
    return { ...copied, warnings: [publicityUnknown('a chat'), ...copied.warnings] };
  },
};

function marks(lines: readonly string[]): readonly Mark[] {
  const named = markLines(lines, (line) => headerIn(line.trim()));
  return withoutEnding(lines, withoutPageWords(lines, named, dayMark), EDITED);
}

// `, 10:32`, `, 10:32 AM`, `, 3 Mar 2026, 10:32`, `, [03.03.26 10:32]`, behind a name; maybe with a colon
const BEHIND =
  /,\s{1,3}(?:((?:(?:Today|Yesterday|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|(?:\d{1,2} )?\p{Lu}\p{L}{2,9}\.?(?: \d{1,2})?(?:,? \d{4})?)(?:,| at)? )?\d{1,2}:\d{2}(?::\d{2})?(?:[ \u202F]?[AP]M)?)|\[([\d./-]{6,10},? \d{1,2}:\d{2}(?::\d{2})?(?:[ \u202F]?[AP]M)?)\]):?$/iu;
const LONGEST_HEADER = 140;
const MOST_WORDS = 6;
// A name: no sentence before the comma.
const NAME = /^[\p{L}\p{N}@_~][^,;:!?[\]—]{0,79}$/u;

function headerIn(line: string): Mark | null {
  if (line.length > LONGEST_HEADER) return null;
  const match = BEHIND.exec(line);
  if (!match) return null;
  const name = line.slice(0, match.index).trim();
  if (!NAME.test(name) || name.split(' ').length > MOST_WORDS) return null;
  const speaker = speakerNamed(name);
  return speaker && { letter: 'h', shape: 'name, time', speaker, time: match[1] ?? match[2] ?? '' };
}
