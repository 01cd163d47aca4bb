import { fenceAfter } from '../markdown/pieces.ts';
import { NONE, partnersOf } from '../nested.ts';
import { type Tag, tagsIn } from './tags.ts';

/**
 * The tags of these names that hold lines of a text and not words of a sentence: the opening tag begins a line or
 * follows another, its partner stands anywhere after it, and something is between them. Tags in code are none. Linear.
 */
export function blockTags(text: string, names: ReadonlySet<string>): readonly Tag[] {
  const tags = inFront(text, outsideCode(text, tagsIn(text, names)));
  const partners = partnersOf(
    tags.map(({ name, closing }) => (closing ? { closes: name } : { opens: name })),
  );
  const holds = (at: number): boolean => {
    const one = tags[at];
    const other = tags[partners[at] ?? NONE];
    if (!one || !other) return false;
    return text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start)).trim() !== '';
  };
  return tags.filter((_, at) => (partners[at] ?? NONE) !== NONE && holds(at));
}

function outsideCode(text: string, tags: readonly Tag[]): readonly Tag[] {
  if (tags.length === 0) return tags;
  const fenced = fencedStretches(text);
  let next = 0;
  return tags.filter(({ start, end }) => {
    while ((fenced[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const inFence = (fenced[next]?.start ?? Number.POSITIVE_INFINITY) <= start;
    return !inFence && text[start - 1] !== '`' && text[end] !== '`';
  });
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where code between fences stands; a fence that is never closed reaches to the end. */
function fencedStretches(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let fence: string | undefined;
  let start = 0;
  let at = 0;
  for (const line of text.split('\n')) {
    const after = fenceAfter(line.endsWith('\r') ? line.slice(0, -1) : line, fence);
    const end = at + line.length;
    if (fence === undefined && after !== undefined) start = at;
    if (fence !== undefined && after === undefined) stretches.push({ start, end });
    fence = after;
    at = end + 1;
  }
  return fence === undefined ? stretches : [...stretches, { start, end: text.length }];
}

/** Without opening tags in the middle of a line of words. */
function inFront(text: string, tags: readonly Tag[]): readonly Tag[] {
  let behind = 0;
  let follows = true;
  return tags.filter((tag) => {
    const between = text.slice(behind, tag.start);
    const lineEnd = Math.max(between.lastIndexOf('\n'), between.lastIndexOf('\r'));
    const front = between.slice(lineEnd + 1).trim() === '' && (lineEnd >= 0 || follows);
    behind = tag.end;
    follows = front || tag.closing;
    return follows;
  });
}
