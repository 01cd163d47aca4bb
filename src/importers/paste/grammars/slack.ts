import { copiedPosts } from '../copied-posts.ts';
import { publicityUnknown } from '../publicity.ts';
import type { Grammar, Mark, Speaker } from './grammar.ts';
import { isBlank, markLines, withoutEnding, withoutPageWords } from './mark-lines.ts';
import { dayMark, EDITED, PAGE } from './page-words.ts';
import { speakerNamed } from './speaker.ts';

/**
 * What Slack gives to the clipboard: `Name  [10:32 AM]`, `Name  10:32 AM`, or the name and the time in two lines; the
 * words below; `[10:33 AM]` or `10:33` before what the same person said next. Other chats (Zulip's page, Teams) copy
 * name and time in two lines too.
 */
export const slack: Grammar = {
  name: 'slack',
  label: 'Slack copy, or another with the time behind or below the name',
  marks,
  read(lines) {
    const copied = copiedPosts(lines, marks(lines));
    return { ...copied, warnings: [publicityUnknown('Slack or a chat like it'), ...copied.warnings] };
  },
};

function marks(lines: readonly string[]): readonly Mark[] {
  const known = namesApart(lines);
  let speaker: Speaker | null = null;
  const named = markLines(lines, (line, n) => {
    const header = headerIn(line) ?? twoLines(lines, n, known);
    if (header) {
      speaker = header.speaker ?? null;
      return header;
    }
    if (twoLines(lines, n + 1, known) || isApp(lines, n, known)) return { letter: 'p' };
    return speaker && followUp(line, speaker);
  });
  const bare = withoutPageWords(lines, named, (line, n) => pageMark(line, lines[n + 1], lines[n - 1]));
  return withoutEnding(lines, bare, EDITED);
}

// ` [10:38 AM]`, `  10:38 AM`, behind a name
const BEHIND =
  /(?:\s{1,4}\[(\d{1,2}:\d{2}(?:[ \u202F]?[AP]M)?)\]|\s{2,4}(\d{1,2}:\d{2}(?:[ \u202F]?[AP]M)?))$/i;
// `2 repliesTomas Lind  [10:38 AM]`: a browser joins what the page sets apart
const REPLIES_BEFORE = /^\d{1,4} repl(?:y|ies)(?=\p{Lu})/u;
const LONGEST_HEADER = 120;

function headerIn(line: string): Mark | null {
  const words = line.trim();
  if (words.length > LONGEST_HEADER) return null;
  const match = BEHIND.exec(words);
  if (!match) return null;
  const written = words.slice(0, match.index).replace(REPLIES_BEFORE, '');
  if (!isName(written)) return null;
  const speaker = speakerNamed(written);
  return speaker && { letter: 'h', shape: 'name [time]', speaker, time: match[1] ?? match[2] ?? '' };
}

const MOST_WORDS = 6;
// `so I said:`, `It began at.`
const SENTENCE_END = /[.:;,!?]$/;

function isName(words: string): boolean {
  const name = words.trim();
  if (name === '' || name.length > 80 || !LETTER.test(name) || name.startsWith('@')) return false;
  return name.split(' ').length <= MOST_WORDS && !SENTENCE_END.test(name.replace(INITIAL, ''));
}

const LETTER = /\p{L}/u;
// `Petra H.`
const INITIAL = /(?<=\s\p{Lu})\.$/u;

// `10:32 AM`, `10:32`
const TIME = /^\s{0,8}(\d{1,2}:\d{2}(?:[ \u202F]?[AP]M)?)\s{0,8}$/i;

/** Names that stand apart from words above, right above a time: those may also stand right below words. */
function namesApart(lines: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [n, line] of lines.entries()) {
    const at = TIME.test(line) ? nameLine(lines, n) : n;
    const above = lines[at - 1];
    if (at < n && (isBlank(above) || dayMark(above ?? '') !== null)) names.add((lines[at] ?? '').trim());
  }
  return names;
}

/** The line of the name above a time: the one above, or the one above `APP`. */
function nameLine(lines: readonly string[], time: number): number {
  return APP.test(lines[time - 1] ?? '') ? time - 2 : time - 1;
}

const APP = /^\s{0,8}APP\s{0,8}$/;

function twoLines(lines: readonly string[], n: number, known: ReadonlySet<string>): Mark | null {
  const time = TIME.exec(lines[n] ?? '')?.[1];
  if (time === undefined) return null;
  const at = nameLine(lines, n);
  const written = (lines[at] ?? '').trim();
  if (!known.has(written) || !isName(written)) return null;
  const speaker = speakerNamed(written);
  if (!speaker) return null;
  const bot = at === n - 2;
  return { letter: 'h', shape: 'name, time below', speaker: bot ? { ...speaker, bot } : speaker, time };
}

function isApp(lines: readonly string[], n: number, known: ReadonlySet<string>): boolean {
  return APP.test(lines[n + 1] ?? '') && twoLines(lines, n + 2, known) !== null;
}

// `[8:11 PM]`, with the words behind it or below
const BRACKETED = /^\[(\d{1,2}:\d{2}(?:[ \u202F]?[AP]M)?)\]\s{0,4}/i;

function followUp(line: string, speaker: Speaker): Mark | null {
  const match = BRACKETED.exec(line) ?? TIME.exec(line);
  if (!match) return null;
  return { letter: 'h', shape: 'time', speaker, time: match[1] ?? '', text: line.slice(match[0].length) };
}

// `2 replies`, `Last reply 2 days ago`, `View thread`, `Also sent to the channel`
const PAGE_WORDS =
  /^(?:\d{1,4} repl(?:y|ies)|Last reply .{1,40}|View (?:thread|newer replies)|Also sent to the channel|Image from \w{1,12}|New)$/;
// `:+1:`, `:white_check_mark::skin-tone-3:`
const EMOJI = /^(?::[\w+'-]{1,60}:){1,2}$/;
const COUNT = /^\d{1,4}$/;
// `:+1:3`
const EMOJI_COUNT = /^(?::[\w+'-]{1,60}:){1,2}\d{1,4}$/;
// `image.png`
const IMAGE = /^\S{1,100}\.(?:png|jpe?g|gif|webp)\s{0,4}$/i;

function pageMark(line: string, below = '', above = ''): Mark | null {
  const words = line.trim();
  if (words === 'Image') return { letter: 'n', attachment: { type: 'image' } };
  if (IMAGE.test(words)) return { letter: 'n', attachment: { type: 'image', name: words } };
  if (PAGE_WORDS.test(words) || EMOJI_COUNT.test(words)) return PAGE;
  if (EMOJI.test(words) && COUNT.test(below.trim())) return PAGE;
  if (COUNT.test(words) && EMOJI.test(above.trim())) return PAGE;
  return dayMark(line);
}
