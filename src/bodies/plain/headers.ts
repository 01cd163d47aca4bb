import type { QuoteMark } from '../body.ts';
import type { Claim, Page } from './convention.ts';
import { nameIn } from './names.ts';

/** The headers of a mail, set as text above its words. */
export interface HeaderBlock {
  /** The line after the last header. */
  readonly end: number;
  /** Which headers there are, in English and lower case: `from`, `date`, `to`, `subject`. */
  readonly names: ReadonlySet<string>;
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
  let end = at;
  while (end < at + MOST_LINES && page.lines[end]?.depth === own) {
    const text = page.content(end, own).trim();
    const header = HEADER.exec(text.slice(0, LONGEST));
    const name = header && NAMES.get((header[1] ?? '').toLowerCase());
    if (!name && (names.size === 0 || text === '')) break;
    if (name) names.add(name);
    if (name === 'from') from ??= header?.[2];
    end += 1;
  }
  return names.size < 2 ? null : { end, names, from, marked: own > depth };
}

/** The claim of a header block and the line that announces it; what follows is the quote. */
export function introduction(
  page: Page,
  at: number,
  depth: number,
  headers: HeaderBlock,
  kind: QuoteMark['kind'],
): Claim | null {
  const first = page.lines[page.filled(headers.end)];
  if (!first || first.depth < depth) return null;
  const lines = page.lines.slice(at, headers.end).map((line) => line.content(line.depth).trim());
  const name = nameIn((headers.from ?? '').replaceAll('*', ''));
  return {
    count: headers.end - at,
    role: 'attribution',
    introduces: { kind, attribution: lines.filter(Boolean).join('\n'), ...(name && { name }) },
    ...(first.depth === depth && { rest: 'quote' }),
  };
}

const MOST_LINES = 15;
const LONGEST = 300;
// "From: Ada Lovelace", "*Sent:* Monday", "Reply-To: quay-dev"
const HEADER = /^\*?([A-Z][A-Za-z-]{1,15}) ?:\*?\s+(\S.*)$/;
const NAMES: ReadonlyMap<string, string> = new Map([
  ['from', 'from'],
  ['date', 'date'],
  ['sent', 'date'],
  ['to', 'to'],
  ['cc', 'cc'],
  ['subject', 'subject'],
  ['reply-to', 'reply-to'],
  ['newsgroups', 'to'],
  ['organization', 'organization'],
  ['importance', 'importance'],
  ['attachments', 'attachments'],
]);
