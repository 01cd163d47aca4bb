// `From: Ines Kovar <ines@quay.example>`; RFC 5322, 2.2
const FIELD = /^([A-Za-z][A-Za-z-]{0,40}):(?:\s|$)/;
// A field goes on in a line that begins so.
const FOLDED = /^[ \t]+\S/;
const MOST_LINES = 60;
const AUTHOR = 'from';
const TIMES: ReadonlySet<string> = new Set(['date', 'sent']);
const KNOWN: ReadonlySet<string> = new Set([
  AUTHOR,
  ...TIMES,
  'subject',
  'to',
  'cc',
  'bcc',
  'reply-to',
  'organization',
  'newsgroups',
  'importance',
  'attachments',
]);
const MACHINES: ReadonlySet<string> = new Set([
  'message-id',
  'received',
  'return-path',
  'mime-version',
  'content-type',
  'dkim-signature',
]);
// `---------- Forwarded message ---------`, `-----Original Message-----`, `Begin forwarded message:`
const FORWARDED = /forwarded|original message|weitergeleitete|message transféré|ursprüngliche/i;

/** Where the header of a mail stands among the lines of a text: from `start` up to `end`, the line after it. */
export interface CopiedHeader {
  readonly start: number;
  readonly end: number;
  /** Whether it holds fields that only machines write and mail programs do not show. */
  readonly raw: boolean;
}

/**
 * The headers of at least two messages that stand one below the other in a text, as somebody copies them by hand; empty
 * where there are fewer. A header has `From:` and a date, stands at the beginning or below a blank line, and not below the
 * words by which programs announce a forwarded message, which belongs to the message that forwards it. So does a header
 * without `Message-ID` and the like in a message that has them. Linear in the lines.
 */
export function copiedHeaders(lines: readonly string[]): readonly CopiedHeader[] {
  const found = headersIn(lines);
  const raw = found.filter((header) => header.raw).length;
  const alike = raw === 0 || raw === found.length;
  return found.length > 1 && alike ? found : [];
}

function headersIn(lines: readonly string[]): readonly CopiedHeader[] {
  const found: CopiedHeader[] = [];
  let above = '';
  let blank = true;
  for (let n = 0; n < lines.length; n += 1) {
    const line = lines[n] ?? '';
    const header = blank && FIELD.test(line) ? headerAt(lines, n) : null;
    if (header && !FORWARDED.test(above.slice(0, 200))) found.push(header);
    if (header) n = header.end - 1;
    blank = line.trim() === '';
    if (!blank) above = lines[n] ?? '';
  }
  return found;
}

function headerAt(lines: readonly string[], start: number): CopiedHeader | null {
  const names = new Set<string>();
  let end = start;
  while (end < lines.length && end - start < MOST_LINES) {
    const line = lines[end] ?? '';
    const name = FIELD.exec(line)?.[1]?.toLowerCase();
    if (name !== undefined && isField(name)) names.add(name);
    else if (end === start || !FOLDED.test(line)) break;
    end += 1;
  }
  const dated = [...TIMES].some((name) => names.has(name));
  const raw = [...MACHINES].some((name) => names.has(name));
  return names.has(AUTHOR) && dated ? { start, end, raw } : null;
}

function isField(name: string): boolean {
  return KNOWN.has(name) || MACHINES.has(name) || name.includes('-');
}
