import type { Leaf } from '../../bodies/text.ts';
import { type SourceOffsets, sourceOffsets } from './source-offsets.ts';

/** Where a stretch of a text that was read off nodes stands in the Markdown, and whether it lies within one node of text. */
export function placeInMarkdown(
  markdown: string,
  leaves: readonly Leaf[],
  start: number,
  end: number,
): { readonly start: number; readonly end: number; readonly isText: boolean } | null {
  const first = leaves.find((leaf) => leaf.start <= start && start < leaf.end);
  const last = leaves.find((leaf) => leaf.start < end && end <= leaf.end);
  const [from, to] = [first && startsAt(markdown, first, start), last && endsAt(markdown, last, end)];
  if (from === undefined || to === undefined) return null;
  return { start: from, end: to, isText: first === last && first?.node.type === 'text' };
}

function startsAt(markdown: string, leaf: Leaf, offset: number): number | undefined {
  const from = leaf.node.position?.start.offset;
  if (from === undefined) return undefined;
  return from + (offsetsOf(markdown, leaf)?.starts[offset - leaf.start] ?? 0);
}

function endsAt(markdown: string, leaf: Leaf, offset: number): number | undefined {
  const { start, end } = leaf.node.position ?? {};
  if (start?.offset === undefined) return undefined;
  const ends = offsetsOf(markdown, leaf)?.ends[offset - leaf.start - 1];
  return ends === undefined ? end?.offset : start.offset + ends;
}

function offsetsOf(markdown: string, { node }: Leaf): SourceOffsets | null {
  const { start, end } = node.position ?? {};
  return node.type === 'text' ? sourceOffsets(node.value, markdown.slice(start?.offset, end?.offset)) : null;
}
