/** What stands where a mail address stood. */
const MASK = '‹address›';

/**
 * The text without mail addresses: `Ada Lovelace <ada@quay.example>` → `Ada Lovelace ‹address›`. The written-out
 * form `ada at quay.example` goes only where it can be nothing else: in pointed brackets, in a header line, in an
 * attribution. The path of a web address stays, for a message id in it is no mail address; its query does not.
 * `@ada@quay.example` is a handle and stays. Masking twice changes nothing; lines and quote marks stay as they are.
 */
export function maskMailAddresses(text: string): string {
  if (!MAY_HOLD_ADDRESS.test(text)) return text;
  return text.split('\n').map(maskLine).join('\n');
}

/** `@` itself, `ada%40quay.example`, `ada at quay.example`, `ada (at) quay.example`. */
const MAY_HOLD_ADDRESS = /@|%40|[\s([{]at[\s)\]}]/i;

/** `https://lore.example/r/2024.1-a@b/?q=f:ada@quay.example`: the part before the query, and the query. */
const WEB_ADDRESS = /https?:\/\/([^\s<>"'`?@/]*(?:[/#][^\s<>"'`?]*)?)(\?[^\s<>"'`]*)?/gi;

function maskLine(line: string): string {
  if (!MAY_HOLD_ADDRESS.test(line)) return line;
  const masked: string[] = [];
  let from = 0;
  for (const match of line.matchAll(WEB_ADDRESS)) {
    const [whole, , query = ''] = match;
    const start = match.index;
    const queryStart = start + whole.length - query.length;
    // `https://ada@quay.example/`: what stands before the sign is masked as text.
    if (line[start + whole.length] === '@') continue;
    masked.push(maskStretch(line.slice(from, start)), line.slice(start, queryStart), maskStretch(query));
    from = start + whole.length;
  }
  masked.push(maskStretch(line.slice(from)));
  return maskWrittenOut(masked.join(''));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Every `@` looks at no more than `LONGEST_LOCAL` characters before it and `LONGEST_HOST` after it. */
function maskStretch(text: string): string {
  const masked: string[] = [];
  let from = 0;
  for (const sign of text.matchAll(/@|%40/gi)) {
    const span = sign.index < from ? null : addressAround(text, sign.index, sign[0].length, from);
    if (!span) continue;
    masked.push(text.slice(from, span.start), MASK);
    from = span.end;
  }
  masked.push(text.slice(from));
  return masked.join('');
}

/** RFC 5321, 4.5.3.1: an address has at most 64 characters before the sign and 255 after it. */
const LONGEST_LOCAL = 64;
const LONGEST_HOST = 255;
const LOCAL = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}._%+~-]/u;
const HOST = /[\p{L}\p{N}.-]/u;
/** `quay.example`, `mail.quay.example.`: at least two labels, the last of letters (or `xn--…`). */
const HOST_NAME = /^(?:[\p{L}\p{N}-]+\.)+(?:xn--[a-z0-9-]+|\p{L}{2,})/iu;
/** `@[192.0.2.1]` */
const HOST_LITERAL = /^\[[\da-f.:]{2,45}\]/i;
const LETTER = /[\p{L}\p{N}]/u;

function addressAround(text: string, sign: number, length: number, from: number): Span | null {
  const start = localStart(text, sign, from);
  if (start === sign) return null;
  const scheme = text.slice(Math.max(from, start - 'mailto:'.length), start).toLowerCase() === 'mailto:';
  const opening = start - (scheme ? 'mailto:'.length : 0);
  if (text[start - 1] === '@') return null;
  const pointed = opening > from && text[opening - 1] === '<';
  const end = hostEnd(text, sign + length, pointed);
  if (end === null) return null;
  const closed = pointed && text[end] === '>';
  return closed ? { start: opening - 1, end: end + 1 } : { start: opening, end };
}

function localStart(text: string, sign: number, from: number): number {
  if (text[sign - 1] === '"') return quotedStart(text, sign, from);
  const limit = Math.max(from, sign - LONGEST_LOCAL);
  let start = sign;
  while (start > limit && continuesLocal(text, start - 1, limit)) start--;
  // `...ada@quay.example`: an address does not begin with a full stop.
  while (start < sign && text[start] === '.') start++;
  return start;
}

/** `o'brien@quay.example`: an apostrophe belongs to the name only between letters. */
function continuesLocal(text: string, at: number, limit: number): boolean {
  const character = text[at] ?? '';
  if (character === "'")
    return at > limit && LETTER.test(text[at - 1] ?? '') && LETTER.test(text[at + 1] ?? '');
  return LOCAL.test(character);
}

/** `"Ada L"@quay.example` */
function quotedStart(text: string, sign: number, from: number): number {
  const start = text.slice(Math.max(from, sign - 1 - LONGEST_LOCAL), sign - 1).lastIndexOf('"');
  return start < 0 ? sign : Math.max(from, sign - 1 - LONGEST_LOCAL) + start;
}

/** Inside pointed brackets any host will do: `<root@localhost>`. */
function hostEnd(text: string, at: number, pointed: boolean): number | null {
  const after = text.slice(at, at + LONGEST_HOST);
  const literal = HOST_LITERAL.exec(after)?.[0];
  if (literal) return at + literal.length;
  let length = 0;
  while (length < after.length && HOST.test(after[length] ?? '')) length++;
  const host = after.slice(0, length);
  const name = HOST_NAME.exec(host)?.[0];
  if (name) return at + name.length;
  return pointed && length > 0 && text[at + length] === '>' ? at + length : null;
}

/** `<ada at quay.example>`, `<ada at quay dot example>` */
const POINTED = /<[\w.+-]{1,64} at [\w-]{1,63}(?:(?:\.| dot )[\w-]{1,63}){1,8}>/gi;
/** `ada (at) quay.example`, `ada [at] quay [dot] example`: nobody brackets the word for anything else. */
const BRACKETED =
  /(?<![\w.+-])[\w.+-]{1,64} ?[([{] ?at ?[)\]}] ?[\w-]{1,63}(?:(?:\.| ?[([{] ?dot ?[)\]}] ?)[\w-]{1,63}){1,8}/gi;
/** `ada at quay.example` */
const SPACED = /(?<![\w.+-])[\w.+-]{1,64} at (?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?![\w-])/gi;
/** `> From: ada at quay.example (Ada)`, `From ada at quay.example  Fri Apr 6 22:43:55 2007` */
const HEADER_LINE =
  /^[\s>|]{0,80}(?:From [\w.+-]{1,64} at \S{1,255}\s{1,3}[a-z]{3} [a-z]{3} |(?:From|To|Cc|Sender|Reply-To|[a-z]{1,20}(?:-[a-z]{1,20}){0,3}-by):\s)/i;
/** `On Apr 6, 2007, ada at quay.example (Ada) wrote:` */
const ATTRIBUTION =
  /(?<![\w.+-])[\w.+-]{1,64} at (?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?=[>)]?(?: \([^()]{0,100}\))? (?:wrote|writes)\b)/gi;

function maskWrittenOut(line: string): string {
  const certain = line.replace(POINTED, MASK).replace(BRACKETED, MASK).replace(ATTRIBUTION, MASK);
  return HEADER_LINE.test(certain) ? certain.replace(SPACED, MASK) : certain;
}
