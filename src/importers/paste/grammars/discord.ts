import { publicityUnknown } from '../publicity.ts';
import { copiedPosts } from '../copied-posts.ts';
import type { Grammar, Mark, Speaker } from './grammar.ts';
import { markLines, withoutEnding, withoutPageWords } from './mark-lines.ts';
import { dayMark, EDITED, PAGE } from './page-words.ts';
import { linkReplies } from './discord-replies.ts';
import { speakerNamed } from './speaker.ts';

/**
 * What Discord gives to the clipboard: `Name — Today at 10:32`, the words below, `[10:33 AM]` before what the same
 * person said next. An answer has `@Name` and the words that it answers above its header.
 */
export const discord: Grammar = {
  name: 'discord',
  label: 'Discord copy',
  marks,
  read(lines) {
    const copied = copiedPosts(lines, marks(lines));
    return { ...copied, warnings: [publicityUnknown('Discord'), ...copied.warnings] };
  },
};

function marks(lines: readonly string[]): readonly Mark[] {
  let speaker: Speaker | null | undefined;
  const named = markLines(lines, (line, n) => {
    const header = headerAt(lines, n);
    if (header) {
      speaker = header.speaker ?? null;
      return header;
    }
    if (isLead(lines, n)) return { letter: 'p' };
    return speaker === undefined ? null : followUp(line, speaker);
  });
  const page = (line: string, n: number) => pageMark(line, lines[n + 1]);
  const linked = linkReplies(lines, named, (line, n) => page(line, n) !== null);
  const bare = withoutPageWords(lines, linked, page);
  return withoutEnding(lines, bare, EDITED);
}

// `Today at 10:32 AM`, `04/18/2026 8:11 PM`, `heute um 10:32 Uhr`, `10:32`, `3/4/26, 10:32 AM`
const WHEN =
  /^(?:\p{L}[\p{L}’']{1,12}(?: [\p{L}’']{1,10}){0,3},? |\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? )?\d{1,2}[:.]\d{2}(?:[ \u202F]?[AP]M)?(?: Uhr)?$/iu;
const DASH = '— ';
const LONGEST_HEADER = 160;

function headerAt(lines: readonly string[], n: number): Mark | null {
  const line = (lines[n] ?? '').trim();
  const dash = line.lastIndexOf(DASH);
  if (dash === -1 || line.length > LONGEST_HEADER) return null;
  const time = line.slice(dash + DASH.length).trim();
  if (!WHEN.test(time)) return null;
  const own = line.slice(0, dash).trim();
  const name = (own || nameAbove(lines, n)).replace(HEADING, '');
  if (name === '') return null;
  const speaker = speakerNamed(name);
  const bot = own === '' && APP.test((lines[n - 1] ?? '').trim());
  return {
    letter: 'h',
    shape: 'name — time',
    speaker: speaker && { ...speaker, ...(bot && { bot }) },
    time,
  };
}

// `### Ines — Today at 10:32`, as notes in Markdown have it
const HEADING = /^#{1,6} /;
// What stands behind the name of a program.
const APP = /^(?:APP|BOT)$/;

/** A program's name stands in a line of its own: name, `APP`, ` — Today at 10:32`. */
function nameAbove(lines: readonly string[], n: number): string {
  const above = (lines[n - 1] ?? '').trim();
  return (APP.test(above) ? (lines[n - 2] ?? '') : above).trim();
}

function isLead(lines: readonly string[], n: number): boolean {
  const below = (lines[n + 1] ?? '').trim();
  if (startsHeader(below)) return headerAt(lines, n + 1) !== null;
  return APP.test(below) && startsHeader((lines[n + 2] ?? '').trim()) && headerAt(lines, n + 2) !== null;
}

function startsHeader(line: string): boolean {
  return line.startsWith(DASH);
}

// `[8:11 PM]`, with the words behind it or below
const FOLLOW_UP = /^\[(\d{1,2}:\d{2}(?:[ \u202F]?[AP]M)?)\]\s{0,4}/i;

function followUp(line: string, speaker: Speaker | null): Mark | null {
  const match = FOLLOW_UP.exec(line);
  if (!match) return null;
  return { letter: 'h', shape: 'time', speaker, time: match[1] ?? '', text: line.slice(match[0].length) };
}

// `12.5 KB`, below the name of a file
const SIZE = /^\d{1,4}(?:\.\d{1,2})? (?:bytes|KB|MB|GB)$/;
// `message.txt`
const FILE_NAME = /^\S{1,100}\.[A-Za-z0-9]{1,8}$/;

function pageMark(line: string, below = ''): Mark | null {
  const words = line.trim();
  if (words === 'Image') return { letter: 'n', attachment: { type: 'image' } };
  if (words === 'Video') return { letter: 'n', attachment: { type: 'video' } };
  if (SIZE.test(words) || words === 'Expand' || words === 'NEW') return PAGE;
  if (FILE_NAME.test(words) && SIZE.test(below.trim()))
    return { letter: 'n', attachment: { type: 'file', name: words } };
  return dayMark(line);
}
