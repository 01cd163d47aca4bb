import type { ContentFinding, Place } from '../cli/checking/finding.ts';
import { oneLine } from '../cli/printable.ts';
import { safeAddress } from '../thread/address.ts';
import type { DigestChecks } from './digest-checks.ts';

/** What an editor shows under some words. Offsets are UTF-16 code units of the file. */
interface Message {
  readonly reason: string;
  readonly start: number;
  readonly end: number;
  /** How to go on. */
  readonly note: string;
  /** Where the source stands on the web. */
  readonly url?: string;
  readonly actual: string;
  /** What may stand there instead. */
  readonly expected?: readonly string[];
}

/** A finding as messages, one for each place of it; all of it on its line where no place is known. */
export function messagesOf(
  finding: ContentFinding,
  text: string,
  checks: Pick<DigestChecks, 'addressOf'>,
): readonly Message[] {
  const { misquote } = finding;
  const url = misquote && safeAddress(checks.addressOf(misquote.thread, misquote.post));
  const note = oneLine(finding.hint);
  const source = misquote ? `\n${oneLine(sourceLine(misquote))}` : '';
  return placesOf(finding, text).map((place) => ({
    reason: oneLine(reasonAt(place, finding, text)),
    start: place.start,
    end: place.end,
    note: note + source,
    actual: text.slice(place.start, place.end),
    ...(url === undefined ? {} : { url }),
    ...(place.suggestion === undefined ? {} : { expected: [place.suggestion] }),
  }));
}

/** `There it says: “The ferry says otherwise.” (Ines Kovar, ferry#11)` */
function sourceLine({ said, by, thread, post }: NonNullable<ContentFinding['misquote']>): string {
  return `The source: “${said}” (${by === null ? '' : `${by}, `}${thread}#${post})`;
}

function reasonAt({ said, start, end }: Place, { message, misquote }: ContentFinding, text: string): string {
  if (said === undefined || !misquote) return message;
  const by = misquote.by ?? 'The author';
  return said.trim() === ''
    ? `${message} ${by} did not say “${text.slice(start, end).trim()}” here.`
    : `${message} ${by} said “${said.trim()}”.`;
}

function placesOf(finding: ContentFinding, text: string): readonly Place[] {
  const { places = [], fix = [] } = finding;
  if (places.length === 1 && fix.length === 1) return fix.map(suggested);
  if (places.length > 0) return places;
  if (fix.length > 0) return fix.map(suggested);
  return [lineOf(finding.line ?? 1, text)];
}

function suggested({ start, end, text }: { start: number; end: number; text: string }): Place {
  return { start, end, suggestion: text };
}

/** A line without what opens it and without white space at its end. */
function lineOf(line: number, text: string): Place {
  let start = 0;
  for (let n = 1; n < line; n += 1) {
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  const whole = text.slice(start, end < 0 ? text.length : end);
  const opening = /^[ \t>]*/.exec(whole)?.[0].length ?? 0;
  const content = whole.trimEnd();
  return { start: start + Math.min(opening, content.length), end: start + content.length };
}
