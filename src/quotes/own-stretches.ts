import type { Blockquote, Nodes } from 'mdast';
import { isQuote } from '../bodies/text.ts';
import type { PostReading } from './reading.ts';

/** Own words of a post that stand together, and the quotes between them and the own words before. */
export interface OwnStretch {
  /** UTF-16 offsets into the post's own words, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly above: readonly Blockquote[];
  /** The first of its blocks. */
  readonly begins: Nodes;
}

/** The stretches of own words between a post's quotes, in order. */
export function ownStretches({ root, own }: PostReading): readonly OwnStretch[] {
  const places = new Map<Nodes, Place>(own.leaves.map((leaf) => [leaf.node, leaf]));
  const stretches: { start: number; end: number; above: readonly Blockquote[]; begins: Nodes }[] = [];
  let above: Blockquote[] = [];
  let open: (typeof stretches)[number] | undefined;
  for (const block of root.children) {
    if (isQuote(block)) {
      above.push(block);
      open = undefined;
      continue;
    }
    const place = placeOf(block, places);
    if (!place) continue;
    if (open) {
      open.end = place.end;
      continue;
    }
    open = { ...place, above, begins: block };
    stretches.push(open);
    above = [];
  }
  return stretches.map((stretch) => ({ ...stretch, text: own.text.slice(stretch.start, stretch.end) }));
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function placeOf(block: Nodes, places: ReadonlyMap<Nodes, Place>): Place | null {
  let found: { start: number; end: number } | null = null;
  const waiting: Nodes[] = [block];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const place = places.get(node);
    if (place) found = found ? spanning(found, place) : { start: place.start, end: place.end };
    if ('children' in node) for (const child of node.children) waiting.push(child);
  }
  return found;
}

function spanning(one: Place, other: Place): { start: number; end: number } {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}
