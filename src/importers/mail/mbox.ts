import { headEnd } from './split-message.ts';
import type { Range } from './source.ts';

/** A message in a file: where it lies, and what its index entry is made from. */
export interface FoundMessage extends Range {
  /** The header block, `LONGEST_HEAD` bytes of it at most. */
  readonly head: Uint8Array;
  /** The first bytes of the body, for messages that carry no id. */
  readonly bodyStart: Uint8Array;
  /** The header block is longer than what was read of it. */
  readonly cut: boolean;
}

/** What a mailbox showed of itself while it was read. */
export interface MboxTraits {
  /** Lines `>>From ` were seen, or the sign of public-inbox: then every `>From ` has one mark too many (mboxrd). */
  rd: boolean;
}

/** RFC 5322 sets no limit; what is longer holds nothing that an index needs. */
export const LONGEST_HEAD = 256 * 1024;
/** A line `From …` that is longer is no separator. */
const LONGEST_SEPARATOR = 1024;
const BODY_START = 512;

/**
 * The messages of an mbox, in order (RFC 4155 and the mboxrd and mboxo conventions): a message begins with a line
 * `From …` at the start of the file, or after a blank line where the line carries a clock time and a year, as all
 * writers write it; a sentence that begins with "From" does not. Reads in one pass and holds a piece and one
 * header block at most. `single` reads the whole as one message without a separator, as an `.eml` is;
 * `batch` reads one of news articles (`#! rnews 1234`, RFC 1036, 4.3), whose counts tell where a next one may begin.
 */
export async function* findMessages(
  pieces: AsyncIterable<Uint8Array>,
  how: How,
): AsyncGenerator<FoundMessage> {
  const scanner = new Scanner(how);
  for await (const piece of pieces) {
    scanner.add(piece);
    yield* scanner.take(false);
  }
  yield* scanner.take(true);
}

interface How {
  readonly single: boolean;
  readonly batch?: boolean;
  readonly traits: MboxTraits;
}

type Open = Omit<FoundMessage, 'end'>;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const LETTER_F = 70;
const QUOTE_MARK = 62;
const HASH = 35;

/** Keeps the bytes that are not decided upon; positions in it are relative to `offset` in the file. */
class Scanner {
  readonly #single: boolean;
  readonly #batch: boolean;
  readonly #traits: MboxTraits;
  #bytes: Uint8Array = new Uint8Array(0);
  #offset = 0;
  #position = 0;
  #open: Open | null = null;
  #headStart: number | null;
  #afterBlank = true;
  #inLongLine = false;
  /** Where the open article of a batch ends at the earliest. */
  #articleEnd = 0;

  constructor({ single, batch = false, traits }: How) {
    this.#single = single;
    this.#batch = batch;
    this.#traits = traits;
    this.#headStart = single ? 0 : null;
  }

  add(piece: Uint8Array): void {
    const keepFrom =
      this.#headStart === null ? this.#position : Math.min(this.#position, this.#headStart - this.#offset);
    const kept = this.#bytes.subarray(keepFrom);
    const joined = new Uint8Array(kept.length + piece.length);
    joined.set(kept);
    joined.set(piece, kept.length);
    this.#bytes = joined;
    this.#offset += keepFrom;
    this.#position -= keepFrom;
  }

  *take(final: boolean): Generator<FoundMessage> {
    for (;;) {
      if (this.#headStart !== null && !this.#readHead(final)) return;
      const closed = this.#readBody(final);
      if (closed) yield closed;
      if (this.#headStart === null) break;
    }
    if (final && this.#open) yield { ...this.#open, end: this.#offset + this.#bytes.length };
    if (final) this.#open = null;
  }

  /** Opens a message once its header block and the start of its body are there; false: more bytes are needed. */
  #readHead(final: boolean): boolean {
    const start = (this.#headStart ?? 0) - this.#offset;
    const end = headEnd(this.#bytes, start, Math.min(this.#bytes.length, start + LONGEST_HEAD));
    const long = this.#bytes.length - start > LONGEST_HEAD + BODY_START;
    if (!final && !long && (end === null || this.#bytes.length - end.body < BODY_START)) return false;
    const headStop = Math.min(end?.head ?? this.#bytes.length, start + LONGEST_HEAD);
    const body = end?.body ?? headStop;
    this.#open = {
      start: this.#offset + start,
      head: this.#bytes.slice(start, headStop),
      bodyStart: this.#bytes.slice(body, body + BODY_START),
      cut: headStop - start >= LONGEST_HEAD || (end === null && !final),
    };
    this.#headStart = null;
    this.#position = body;
    this.#afterBlank = end !== null;
    return true;
  }

  /** Walks the lines to the next separator; what it closes is returned, and the next head is awaited. */
  #readBody(final: boolean): FoundMessage | null {
    if (this.#single) {
      this.#position = this.#bytes.length;
      return null;
    }
    const bytes = this.#bytes;
    while (this.#position < bytes.length) {
      const start = this.#position;
      const feed = bytes.indexOf(LINE_FEED, start);
      if (feed < 0 && !final && !this.#inLongLine && bytes.length - start < LONGEST_SEPARATOR) return null;
      const next = feed < 0 ? bytes.length : feed + 1;
      const whole = !this.#inLongLine;
      this.#inLongLine = feed < 0;
      this.#position = next;
      const first = whole ? bytes[start] : undefined;
      if (
        this.#batch
          ? first === HASH && this.#beginsArticle(start, next)
          : first === LETTER_F && this.#afterBlank && this.#separates(start, next)
      )
        return this.#close(start, next);
      if (first === QUOTE_MARK) this.#lookAtMarks(start, next);
      this.#afterBlank = whole && isBlank(bytes, start, next);
    }
    return null;
  }

  #separates(start: number, next: number): boolean {
    if (next - start > LONGEST_SEPARATOR) return false;
    const line = ascii(this.#bytes, start, next);
    if (!line.startsWith('From ')) return false;
    if (line.startsWith('From mboxrd@z ')) this.#traits.rd = true;
    return (this.#offset + start === 0 && this.#open === null) || SEPARATOR.test(line) || NUMBERED.test(line);
  }

  /** A count takes a line end for one byte (RFC 1036, 4.3): where it is two, an article is longer than it says. */
  #beginsArticle(start: number, next: number): boolean {
    const count = RNEWS.exec(ascii(this.#bytes, start, next))?.[1];
    if (count === undefined || this.#offset + start < this.#articleEnd) return false;
    this.#articleEnd = this.#offset + next + Number(count);
    return true;
  }

  #close(start: number, next: number): FoundMessage | null {
    const open = this.#open;
    this.#open = null;
    this.#headStart = this.#offset + next;
    return open ? { ...open, end: this.#offset + start } : null;
  }

  #lookAtMarks(start: number, next: number): void {
    if (this.#traits.rd || this.#bytes[start + 1] !== QUOTE_MARK) return;
    if (MARKED_TWICE.test(ascii(this.#bytes, start, Math.min(next, start + LONGEST_SEPARATOR))))
      this.#traits.rd = true;
  }
}

/** `From ada@quay.example Fri Apr  6 22:43:55 2007`: a clock time, and a year before or after it. */
const SEPARATOR = /^From (?=.*\b\d{1,2}:\d{2})(?=.*\b(?:19|20)\d{2}\b)/;
/** `From -1234567890123456789`, as Google Groups and archives made of it write. */
const NUMBERED = /^From -?\d{8,20}\s{0,2}$/;
/** `#! rnews 1234` */
const RNEWS = /^#! rnews (\d{1,9})\s{0,4}$/;
/** `>>From the quay` */
const MARKED_TWICE = /^>>+From /;

function isBlank(bytes: Uint8Array, start: number, next: number): boolean {
  const length = next - start;
  if (length === 1) return bytes[start] === LINE_FEED;
  return length === 2 && bytes[start] === CARRIAGE_RETURN && bytes[start + 1] === LINE_FEED;
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, Math.min(end, start + LONGEST_SEPARATOR)));
}

/**
 * The message's bytes as they were before they were put into the mailbox. In an mboxrd file every `>From ` loses
 * one mark; in another only `>From ` does, and only where the lines beside it carry no mark: there it would be a
 * line that somebody quoted.
 */
export function unescapeFrom(bytes: Uint8Array, { rd }: MboxTraits): Uint8Array {
  const marks = marksToDrop(bytes, rd);
  if (marks.length === 0) return bytes;
  const plain = new Uint8Array(bytes.length - marks.length);
  let from = 0;
  for (const [index, mark] of marks.entries()) {
    plain.set(bytes.subarray(from, mark), from - index);
    from = mark + 1;
  }
  plain.set(bytes.subarray(from), from - marks.length);
  return plain;
}

function marksToDrop(bytes: Uint8Array, rd: boolean): readonly number[] {
  const marks: number[] = [];
  let previousMarked = false;
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const next = feed < 0 ? bytes.length : feed + 1;
    const marked = bytes[start] === QUOTE_MARK;
    if (marked && isEscaped(bytes, start, rd) && (rd || !(previousMarked || bytes[next] === QUOTE_MARK)))
      marks.push(start);
    previousMarked = marked;
    start = next;
  }
  return marks;
}

function isEscaped(bytes: Uint8Array, start: number, rd: boolean): boolean {
  let at = start;
  while (bytes[at] === QUOTE_MARK) at++;
  if (!rd && at > start + 1) return false;
  return bytes[at] === LETTER_F && ascii(bytes, at, at + 5) === 'From ';
}
