import { decodeWords } from 'postal-mime';

/** A message's header fields: name in lower case → values, unfolded, in their order. */
export type Headers = ReadonlyMap<string, readonly string[]>;

/**
 * The header fields of a block (RFC 5322, 2.2). Bytes that are not UTF-8 are read as windows-1252, as most of
 * the mail is that carries raw bytes there. A line that is neither a field nor a continuation is passed over.
 */
export function readHeaders(block: Uint8Array): Headers {
  const headers = new Map<string, string[]>();
  let current: string[] | null = null;
  let unfolded: string[] = [];
  const close = () => current?.push(unfolded.join(' ').trim());
  for (const line of decodeText(block).split(/\r?\n/)) {
    if (current && /^[ \t]/.test(line)) {
      unfolded.push(line.trim());
      continue;
    }
    const field = FIELD.exec(line);
    if (!field) continue;
    close();
    const name = (field[1] ?? '').toLowerCase();
    current = headers.get(name) ?? [];
    headers.set(name, current);
    unfolded = [line.slice(field[0].length)];
  }
  close();
  return headers;
}

/** `Subject: `; RFC 5322, 2.2: printable ASCII but the colon. */
const FIELD = /^([!-9;-~]{1,100})[ \t]{0,20}:/;

/** The first value of a field, its encoded words (RFC 2047) read; `undefined` where it is absent or empty. */
export function field(headers: Headers, name: string): string | undefined {
  const value = headers.get(name)?.[0]?.slice(0, LONGEST_VALUE);
  return value ? decodeWords(value).replace(CONTROL, ' ').trim() : undefined;
}

/** A value that a person reads is never longer; what is longer is an attack or an accident. */
const LONGEST_VALUE = 4000;
const CONTROL = /\p{Cc}+/gu;

/** The end of `References:` and the like: the nearest ancestors stand last. */
export function lastPart(headers: Headers, name: string, length: number): string {
  return (headers.get(name) ?? []).join(' ').slice(-length);
}

/** UTF-8 where the bytes are that, else windows-1252, in which every byte is something. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return WINDOWS_1252.decode(bytes);
  }
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });
const WINDOWS_1252 = new TextDecoder('windows-1252');
