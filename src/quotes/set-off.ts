import type { Nodes } from 'mdast';
import { isQuote, type Leaf, type Projection } from '../bodies/text.ts';
import { LONGEST_MARKED, type Marked, markedStretches } from './quotation-marks.ts';
import type { PostReading } from './reading.ts';
import type { Stretch } from './stretches.ts';

/** A stretch of a post's own text that its author set off from the words around it. */
export interface SetOff extends Stretch {
  readonly by: 'marks' | 'italics' | 'link';
}

/** Each in the order of their beginnings. */
interface Found {
  readonly marked: readonly Marked[];
  /** Without overlap. */
  readonly phrases: readonly SetOff[];
}

/**
 * What a post's author set off within the own text: in quotation marks, in italics, as a link. In the order of their
 * beginnings, of equal ones the longest first. Offsets are UTF-16 code units into the own text; marks are left out.
 */
export function setOffIn(reading: PostReading): readonly SetOff[] {
  const { marked, phrases } = foundIn(reading);
  const inMarks = marked.map(({ start, end }): SetOff => ({ start, end, by: 'marks' }));
  if (phrases.length === 0) return inMarks;
  return [...inMarks, ...phrases].sort((one, other) => one.start - other.start || other.end - one.end);
}

/** By what a stretch of a post's own text is set off, alone or with words around it; a pair of marks is the nearest two. */
export function setOffBy(reading: PostReading, { start, end }: Stretch): readonly SetOff['by'][] {
  const { marked, phrases } = foundIn(reading);
  const phrase = phrases[lastFrom(phrases, start)];
  const by = phrase && end <= phrase.end ? [phrase.by] : [];
  for (let n = lastFrom(marked, start); n >= 0; n -= 1) {
    const marks = marked[n];
    if (!marks || marks.start < end - LONGEST_MARKED) break;
    if (marks.nearest && end <= marks.end) return [...by, 'marks'];
  }
  return by;
}

/** The place of the last stretch that begins there or before; -1 for none. */
function lastFrom(stretches: readonly Stretch[], at: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const known = new WeakMap<PostReading, Found>();

/** Worked out once for each reading. */
function foundIn(reading: PostReading): Found {
  const { root, own } = reading;
  const found = known.get(reading) ?? {
    marked: markedStretches(own.text),
    phrases: phrasesIn(root, own),
  };
  known.set(reading, found);
  return found;
}

function phrasesIn(root: Nodes, { leaves }: Projection): readonly SetOff[] {
  const phrases: Nodes[] = [];
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'emphasis' || node.type === 'link') phrases.push(node);
    else if ('children' in node && !isQuote(node) && node.type !== 'part')
      for (const child of node.children) waiting.push(child);
  }
  if (phrases.length === 0) return [];
  const places = new Map<Nodes, Leaf>(leaves.map((leaf) => [leaf.node, leaf]));
  return phrases
    .flatMap((node): SetOff[] => {
      const within = leavesOf(node).flatMap((leaf) => places.get(leaf) ?? []);
      const [first, last] = [within[0], within.at(-1)];
      if (!first || !last) return [];
      return [{ start: first.start, end: last.end, by: node.type === 'link' ? 'link' : 'italics' }];
    })
    .sort((one, other) => one.start - other.start);
}

/** In document order. */
function leavesOf(phrase: Nodes): readonly Nodes[] {
  const found: Nodes[] = [];
  const waiting: Nodes[] = [phrase];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child);
    else found.push(node);
  }
  return found;
}
