import type { QuoteMark } from '../body.ts';
import type { Claim, Page } from './convention.ts';
import { headerIn } from './header-names.ts';
import { nameIn } from './names.ts';

/** The headers of a mail, set as text above its words. */
export interface HeaderBlock {
  /** The line after the last header. */
  readonly end: number;
  /** Which headers there are, in English and lower case: `from`, `date`, `to`, `subject`. */
  readonly names: ReadonlySet<string>;
  /** Whether the date is called otherwise than `Date`, as in no patch: `Sent`, `Gesendet`. */
  readonly sent: boolean;
  readonly from: string | undefined;
  /** Whether they stand one mark deeper than what announces them, as Apple Mail sets them. */
  readonly marked: boolean;
}

/** The header block that begins at a line; `null` where none does, or only one header. */
export function headersAt(page: Page, at: number, depth: number): HeaderBlock | null {
  const own = page.lines[at]?.depth;
  if (own !== depth && own !== depth + 1) return null;
  const names = new Set<string>();
  let from: string | undefined;
  let sent = false;
  let end = at;
  const oneLine = headersOnOneLine(page.content(at, own).trim());
  if (oneLine) return { ...oneLine, end: at + 1, sent, marked: own > depth };
  while (end < at + MOST_LINES && page.lines[end]?.depth === own) {
    const text = page.content(end, own).trim();
    const header = headerIn(text);
    if (!header && (names.size === 0 || !goesOn(page, end, own))) break;
    if (header) names.add(header.name);
    if (header?.name === 'date' && !DATE.test(text)) sent = true;
    if (header?.name === 'from') from ??= header.value;
    end += 1;
  }
  return names.size < 2 ? null : { end, names, from, sent, marked: own > depth };
}

// "Date: 3 March 2026", "*Date:* 3 March 2026"
const DATE = /^[*_]{0,2}dat/i;

/** `Date: Tue, 3 Mar 2026 10:02 From: petra@quay.example To: Ines Subject: Lamp`: who, when, and one more. */
function headersOnOneLine(text: string): Pick<HeaderBlock, 'names' | 'from'> | null {
  if (text.length > LONGEST_LINE || !WITHIN_LINE.test(text)) return null;
  const headers = text.split(BEFORE_HEADER).map(headerIn);
  const names = new Set(headers.map((header) => header?.name ?? ''));
  if (names.size < 3 || names.has('') || !names.has('from') || !names.has('date')) return null;
  return { names, from: headers.find((header) => header?.name === 'from')?.value };
}

const LONGEST_LINE = 600;
// "Date: Tue, 3 Mar 2026 10:02 From: petra@quay.example"
const WITHIN_LINE = /^(?:Date|From|Sent): .{1,300} (?:Date|From|Sent): \S/;
const BEFORE_HEADER = / (?=(?:Date|From|Sent|To|Cc|Subject): )/;

/** A separator that no headers follow. */
export function separatorAt(at: number): HeaderBlock {
  return { end: at + 1, names: new Set(), from: undefined, sent: false, marked: false };
}

/** Whether a line without a header's name is the rest of one: it is set in, or further headers follow right below. */
function goesOn({ lines, content }: Page, at: number, depth: number): boolean {
  const text = content(at, depth);
  if (text.trim() === '') return false;
  if (/^\s/.test(text)) return true;
  for (let next = at + 1; next <= at + MOST_WRAPPED; next += 1) {
    if (lines[next]?.depth !== depth || lines[next]?.blank) return false;
    if (headerIn(content(next, depth).trim())) return true;
  }
  return false;
}

/** Lines of a header that was wrapped, without the first. */
const MOST_WRAPPED = 3;

/**
 * The claim of a header block and the line that announces it; what follows is the quote. Where nothing does, the mail
 * that they head was cut off.
 */
export function introduction(
  page: Page,
  at: number,
  depth: number,
  headers: HeaderBlock,
  kind: QuoteMark['kind'],
): Claim | null {
  const first = page.lines[page.filled(headers.end)];
  if (first && first.depth < depth) return null;
  const lines = page.lines.slice(at, headers.end).map((line) => line.content(line.depth).trim());
  const name = nameIn((headers.from ?? '').replaceAll('*', ''));
  return {
    count: headers.end - at,
    role: 'attribution',
    introduces: { kind, attribution: lines.filter(Boolean).join('\n'), ...(name && { name }) },
    ...(first?.depth === depth && { rest: 'quote' }),
  };
}

const MOST_LINES = 15;
