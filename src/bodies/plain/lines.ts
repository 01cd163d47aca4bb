import type { Tag } from '../bbcode/tags.ts';
import type { MarkConvention } from './convention.ts';
import { partedLines } from './shared-lines.ts';
import { taggedLines, type TaggedLine } from './tagged-lines.ts';

/** Quotes nested deeper than this are flattened into this depth. */
export const DEEPEST_QUOTE = 50;

/** A line of a plain body; a quote tag of a forum and an attribution behind words are lines of their own. */
export interface Line {
  /** As it stands in the body, its line end included. */
  readonly raw: string;
  /** Without the line end. */
  readonly text: string;
  /** How many quote marks it carries and quote tags it stands between, at most `DEEPEST_QUOTE`. */
  readonly depth: number;
  /** How many of them are tags. */
  readonly within: number;
  /** The quote tag that the line is. */
  readonly tag?: Tag;
  /** Whether nothing but marks and white space stands on it. */
  readonly blank: boolean;
  /** Without `depth` marks; unless `tight`, also without the one space after them. */
  readonly content: (depth: number, tight?: boolean) => string;
}

/** The lines of a body, joined by their `raw` the body again. `stuffed` for format=flowed (RFC 3676, section 4.4). */
export function readLines(body: string, marks: readonly MarkConvention[], stuffed: boolean): readonly Line[] {
  const lines = partedLines(taggedLines(body, DEEPEST_QUOTE));
  const texts = lines.map(({ raw }) => raw.replace(LINE_END, ''));
  return lines.map((line, at) => readLine(line, texts, at, marks, stuffed));
}

const LINE_END = /(?:\r\n|\r|\n)$/;

function readLine(
  { raw, within, tag }: TaggedLine,
  texts: readonly string[],
  at: number,
  conventions: readonly MarkConvention[],
  stuffed: boolean,
): Line {
  const text = texts[at] ?? '';
  const { ends, start = 0 } = tag ? { ends: [] } : firstMarks(texts, at, conventions, stuffed);
  const depth = Math.min(within + ends.length, DEEPEST_QUOTE);
  const last = ends.at(-1) ?? start;

  const without = (wanted: number, tight: boolean): string => {
    if (wanted <= within) return stuffed ? withoutSpace(text) : text.slice(start);
    const marked = wanted >= depth ? last : (ends[wanted - within - 1] ?? last);
    return tight ? text.slice(marked) : withoutSpace(text.slice(marked));
  };
  const own = without(depth, false);
  const content = (wanted: number, tight = false): string =>
    wanted === depth && !tight ? own : without(wanted, tight);
  return { raw, text, depth, within, ...(tag ? { tag } : {}), blank: own.trim() === '', content };
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
