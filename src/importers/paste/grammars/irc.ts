import { copiedPosts } from '../copied-posts.ts';
import { publicityUnknown } from '../publicity.ts';
import type { Grammar, Mark } from './grammar.ts';
import { isBlank } from './mark-lines.ts';
import { speakerNamed } from './speaker.ts';

/**
 * A log of IRC: `[10:32] <nick> words`, `10:32 <nick> words` (irssi), `<nick> words`, date, nick and words between tabs
 * (weechat, HexChat), `[10:32 AM] nick: words`; `* nick acts`. What servers say (`-!-`, `-->`, `***`) is the page's. Each
 * line stands for itself.
 */
export const irc: Grammar = {
  name: 'irc',
  label: 'IRC log',
  marks,
  read(lines) {
    const copied = copiedPosts(lines, marks(lines));
    return { ...copied, warnings: [publicityUnknown('IRC'), ...copied.warnings] };
  },
};

function marks(lines: readonly string[]): readonly Mark[] {
  const markUp = lines.some((line) => line.includes('</'));
  const met = lines.map((line) => markOf(line, markUp));
  const counts = new Map<string, number>();
  for (const { shape } of met) if (shape !== undefined) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  const timed = most?.[0] !== BARE;
  return met.map((mark) => {
    if (mark.letter !== 'h') return mark;
    const alike = mark.shape === undefined ? timed === (mark.time !== undefined) : mark.shape === most?.[0];
    return alike ? mark : { letter: '?' };
  });
}

const BARE = '<nick>';

// `[10:32]`, `10:32:11`, `[2026-03-03 10:32:11]`, `2026-03-03T10:32:11`, `Mar 03 10:32:11`, `(10:32 AM)`
const TIME =
  /^\s{0,4}([[(]?)((?:\d{4}-\d{2}-\d{2}[T ]|\d{1,2}[./]\d{1,2}[./]\d{2,4},? |[A-Z][a-z]{2} {1,2}\d{1,2} )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?)([\])]?)(?:\s{1,4}|\t|$)/i;
// `<nick>`, `<@nick>`, `< nick>`
const NICK = /^<([ @+%&~!]?)([^\s<>/!"'=][^\s<>"'=]{0,39})>(?:\s|$)/;
// `* ines sighs`
const ACTION = /^\*\s{1,2}([^\s*]{1,40})\s/;
// `ines<tab>words`, `@ines<tab>`
const TABBED = /^([ @+%&~!]?)([^\s<>*-][^\s<>]{0,39})\t/;
// `ines: words`, only behind a time
const COLON = /^([@+%&~!]?)([^\s<>*:,-][^\s<>:]{0,39}):\s/;
// `-!- ines [~i@quay.example] has joined #quay`, `--> ines`, `<-- ines`, `*** ines is now known as`, `=-= Topic`
const SERVER = /^(?:-!-|-->|<--|--\s|---|\*\*\*|=-=|→|←|⇐|⇒)/;
// `* ines has joined #quay`, `* ines (~i@quay.example) has quit (Ping timeout)`
const CAME_AND_WENT =
  /^\*\s{1,2}\S{1,60}(?: \([^)]{0,200}\))? (?:has (?:joined|left|quit|changed the topic)|is now known as|sets mode|gives (?:voice|channel))/i;
// `--- Day changed Mon Mar 02 2026`, `--- Log opened Tue Mar 03 10:30:00 2026`, `**** BEGIN LOGGING AT Tue Mar  3`
const DAY =
  /^\s{0,4}(?:---\s{0,4}(?:Day changed|Log opened|Log closed)\s{1,4}(.{1,60})|\*{4} (?:BEGIN|ENDING) LOGGING AT (.{1,60}))$/i;

function markOf(line: string, markUp: boolean): Mark {
  if (isBlank(line)) return { letter: '.' };
  const day = DAY.exec(line);
  if (day) return { letter: 'd', time: (day[1] ?? day[2] ?? '').trim() };
  const match = TIME.exec(line);
  const time = match?.[2];
  const rest = match ? line.slice(match[0].length) : line.trimStart();
  const form = match ? `${match[1]}time${match[3]} ` : '';
  if (form === '' && markUp) return { letter: '?' };
  return spoken(rest, form, time) ?? (SERVER.test(rest) ? { letter: 'n' } : { letter: '?' });
}

function spoken(rest: string, form: string, time: string | undefined): Mark | null {
  if (CAME_AND_WENT.test(rest)) return { letter: 'n' };
  const action = ACTION.exec(rest);
  if (action) return said(action[1], rest.slice(action[0].indexOf(action[1] ?? '')), undefined, time);
  const nick = NICK.exec(rest);
  if (nick) return said(nick[2], rest.slice(nick[0].length), `${form}${BARE}`, time);
  const other = form === '' ? null : (TABBED.exec(rest) ?? COLON.exec(rest));
  const shape = rest.includes('\t') ? `${form}nick, tab` : `${form}nick:`;
  return other && said(other[2], rest.slice(other[0].length), shape, time);
}

function said(
  nick: string | undefined,
  text: string,
  shape: string | undefined,
  time: string | undefined,
): Mark {
  const speaker = speakerNamed(nick ?? '');
  return {
    letter: 'h',
    ...(shape !== undefined && { shape }),
    speaker: speaker && { ...speaker, key: speaker.key.toLowerCase() },
    ...(time !== undefined && { time }),
    text,
  };
}
