import type { Nodes, Root, Text } from 'mdast';
import type { MarkedLines, MarkedPassage, PassageMark } from './body.ts';
import { bodyText, type Leaf } from './text.ts';

/** Offsets into a body's own text (`bodyText`), `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The tree with the given stretches of its own text marked: what they cover stands in `passage` nodes, whose
 * `data.marks` name, by place in `ranges`, every range that covers it. Text is split where a range begins or ends;
 * code, inline or block, is never split but marked whole (`data.widened`; for a block `data.lines` says which of its
 * lines the ranges touch). Own text stays the same. Returns a new
 * tree: the given one is not touched, unchanged branches are shared. A range without a character marks nothing.
 */
export function markPassages(root: Root, ranges: readonly TextRange[]): Root {
  const segments = segmentsOf(ranges);
  if (segments.length === 0) return root;
  const replacements = new Map<Nodes, readonly Nodes[]>();
  const seen: MarksSeen = new Map();
  let first = 0;
  for (const leaf of bodyText(root).leaves) {
    while ((segments[first]?.end ?? Number.POSITIVE_INFINITY) <= leaf.start) first += 1;
    const within = segmentsWithin(leaf, segments, first);
    if (within.length > 0) replacements.set(leaf.node, piecesOf(leaf, within, seen, ranges));
  }
  for (const mark of seen.values()) mark.ends = true;
  return replaceIn(root, replacements);
}

/** A stretch that the same ranges cover throughout. */
interface Segment extends TextRange {
  readonly covers: readonly number[];
}

/** For each range the last mark made for it. */
type MarksSeen = Map<number, { -readonly [Key in keyof PassageMark]: PassageMark[Key] }>;

function segmentsOf(ranges: readonly TextRange[]): readonly Segment[] {
  const bounds = ranges
    .flatMap(({ start, end }, index) =>
      start < end
        ? [
            { at: start, index },
            { at: end, index },
          ]
        : [],
    )
    .sort((one, other) => one.at - other.at);
  const segments: Segment[] = [];
  const open = new Set<number>();
  let start = 0;
  for (const { at, index } of bounds) {
    if (at > start && open.size > 0) segments.push({ start, end: at, covers: inOrder(open) });
    start = at;
    if (!open.delete(index)) open.add(index);
  }
  return segments;
}

function inOrder(indices: Iterable<number>): readonly number[] {
  return [...indices].sort((one, other) => one - other);
}

function segmentsWithin(leaf: Leaf, segments: readonly Segment[], first: number): readonly Segment[] {
  let end = first;
  while ((segments[end]?.start ?? Number.POSITIVE_INFINITY) < leaf.end) end += 1;
  return segments.slice(first, end);
}

function piecesOf(
  leaf: Leaf,
  within: readonly Segment[],
  seen: MarksSeen,
  ranges: readonly TextRange[],
): readonly Nodes[] {
  const { node } = leaf;
  if (node.type !== 'text') {
    const covers = inOrder(new Set(within.flatMap((segment) => segment.covers)));
    const whole =
      within.length === 1 && within.every((one) => one.start <= leaf.start && one.end >= leaf.end);
    const lines = node.type === 'code' ? { lines: linesOf(leaf, covers, ranges) } : {};
    const data = { marks: marksFor(covers, seen), ...(whole ? {} : { widened: true as const }), ...lines };
    return [{ type: 'passage', data, children: [node] } satisfies MarkedPassage];
  }
  const pieces: Nodes[] = [];
  let from = leaf.start;
  for (const segment of within) {
    const start = Math.max(segment.start, leaf.start);
    const end = Math.min(segment.end, leaf.end);
    if (start > from) pieces.push(part(leaf, node, from, start));
    const data = { marks: marksFor(segment.covers, seen) };
    pieces.push({ type: 'passage', data, children: [part(leaf, node, start, end)] } satisfies MarkedPassage);
    from = end;
  }
  if (from < leaf.end) pieces.push(part(leaf, node, from, leaf.end));
  return pieces;
}

/** The lines of a code block that the ranges touch. */
function linesOf(
  leaf: Leaf,
  covers: readonly number[],
  ranges: readonly TextRange[],
): readonly MarkedLines[] {
  const lineAt = lineCounter(leaf.node.value);
  const byLine = covers.map((index): TextRange => {
    const { start, end } = ranges[index] ?? leaf;
    const last = Math.min(end, leaf.end) - leaf.start - 1;
    return { start: lineAt(Math.max(0, start - leaf.start)), end: lineAt(last) + 1 };
  });
  return segmentsOf(byLine).map((segment) => ({
    first: segment.start,
    last: segment.end - 1,
    covers: segment.covers.flatMap((place) => covers[place] ?? []),
  }));
}

/** Tells the line, from 0, of an offset into a text. */
function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}

function part(leaf: Leaf, node: Text, start: number, end: number): Text {
  return { type: 'text', value: node.value.slice(start - leaf.start, end - leaf.start) };
}

function marksFor(covers: readonly number[], seen: MarksSeen): readonly PassageMark[] {
  return covers.map((index) => {
    const mark: PassageMark = seen.has(index) ? { index } : { index, begins: true };
    seen.set(index, mark);
    return mark;
  });
}

/** Children come after their parent in the order of visit, so that, taken backwards, each is ready before it. */
function replaceIn(root: Root, replacements: Map<Nodes, readonly Nodes[]>): Root {
  const order: Nodes[] = [];
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    order.push(node);
    if ('children' in node) for (const child of node.children) waiting.push(child);
  }
  for (const node of order.reverse()) {
    if (!('children' in node)) continue;
    const children: readonly Nodes[] = node.children;
    if (!children.some((child) => replacements.has(child))) continue;
    const replaced = children.flatMap((child) => replacements.get(child) ?? [child]);
    replacements.set(node, [{ ...node, children: replaced } as Nodes]);
  }
  const made = replacements.get(root)?.[0];
  return made?.type === 'root' ? made : root;
}
