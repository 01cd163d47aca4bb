import type { MarkConvention } from './convention.ts';

/** Quotes nested deeper than this are flattened into this depth. */
export const DEEPEST_QUOTE = 50;

/** A line of a plain body. */
export interface Line {
  /** As it stands in the body, its line end included. */
  readonly raw: string;
  /** Without the line end. */
  readonly text: string;
  /** How many quote marks it carries, at most `DEEPEST_QUOTE`. */
  readonly depth: number;
  /** Whether nothing but marks and white space stands on it. */
  readonly blank: boolean;
  /** Without `depth` marks; unless `tight`, also without the one space after them. */
  readonly content: (depth: number, tight?: boolean) => string;
}

/** The lines of a body, joined by their `raw` the body again. `stuffed` for format=flowed (RFC 3676, section 4.4). */
export function readLines(body: string, marks: readonly MarkConvention[], stuffed: boolean): readonly Line[] {
  const raws = body.match(LINE) ?? [];
  const texts = raws.map((raw) => raw.replace(LINE_END, ''));
  return raws.map((raw, at) => readLine(raw, texts, at, marks, stuffed));
}

// "one\r\n", "two\n", "three"
const LINE = /[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+/g;
const LINE_END = /(?:\r\n|\r|\n)$/;

function readLine(
  raw: string,
  texts: readonly string[],
  at: number,
  conventions: readonly MarkConvention[],
  stuffed: boolean,
): Line {
  const text = texts[at] ?? '';
  const { ends, start = 0 } = firstMarks(texts, at, conventions, stuffed);
  const depth = Math.min(ends.length, DEEPEST_QUOTE);
  const last = ends.at(-1) ?? start;

  const without = (wanted: number, tight: boolean): string => {
    if (wanted === 0) return stuffed ? withoutSpace(text) : text.slice(start);
    const marked = wanted >= depth ? last : (ends[wanted - 1] ?? last);
    return tight ? text.slice(marked) : withoutSpace(text.slice(marked));
  };
  const own = without(depth, false);
  const content = (wanted: number, tight = false): string =>
    wanted === depth && !tight ? own : without(wanted, tight);
  return { raw, text, depth, blank: own.trim() === '', content };
}

function firstMarks(
  texts: readonly string[],
  at: number,
  conventions: readonly MarkConvention[],
  stuffed: boolean,
) {
  for (const convention of conventions) {
    const marks = convention.read(texts, at, stuffed);
    if (marks) return marks;
  }
  return { ends: [] };
}

function withoutSpace(text: string): string {
  return text.startsWith(' ') ? text.slice(1) : text;
}
