import { blockTags } from '../bbcode/block-tags.ts';
import type { Tag } from '../bbcode/tags.ts';

/** A line as it stands in the body, its line end included, or a quote tag with what ends its line. */
export interface TaggedLine {
  readonly raw: string;
  /** How many quote tags it stands between. */
  readonly within: number;
  readonly tag?: Tag;
}

/**
 * The lines of a body, joined the body again, and between how many `[quote]` tags of a forum each stands; a tag is a
 * line of its own, which stands outside of what it holds. Tags without a partner are words.
 */
export function taggedLines(body: string, deepest: number): readonly TaggedLine[] {
  const tags = CLOSING.test(body) ? blockTags(body, QUOTE) : [];
  const lines: TaggedLine[] = [];
  let depth = 0;
  let behind = 0;
  const addLines = (end: number) => {
    const within = Math.min(depth, deepest);
    for (const raw of body.slice(behind, end).match(LINE) ?? []) lines.push({ raw, within });
  };
  for (const tag of tags) {
    addLines(tag.start);
    if (tag.closing) depth -= 1;
    REST_OF_LINE.lastIndex = tag.end;
    behind = tag.end + (REST_OF_LINE.exec(body)?.[0].length ?? 0);
    lines.push({ raw: body.slice(tag.start, behind), within: Math.min(depth, deepest), tag });
    if (!tag.closing) depth += 1;
  }
  addLines(body.length);
  return lines;
}

const QUOTE: ReadonlySet<string> = new Set(['quote']);
const CLOSING = /\[\/quote\]/i;
// "one\r\n", "two\n", "three"
const LINE = /[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+/g;
const REST_OF_LINE = /[ \t]*(?:\r\n|\r|\n)/y;
