import type { Blockquote, Nodes } from 'mdast';
import { type DiffLine, type DiffPlace, readDiff } from '../bodies/diff.ts';
import { isQuote } from '../bodies/text.ts';

/** A block of a quote: a piece of a diff, or words. */
export interface QuotedBlock {
  /** The quote that it stands in itself. */
  readonly quote: Blockquote;
  /** For a piece of a diff. */
  readonly lines?: readonly DiffLine[];
  /** The piece goes on right where the one before it at its depth ended. */
  readonly joins?: true;
}

/** Reads the quotes of one body, from its first to its last, keeping where in a diff each depth stands. */
export function quoteReader(): (quote: Blockquote) => readonly QuotedBlock[] {
  const places = new Map<number, Standing>();
  return (quote) => blocksOf(quote).flatMap((block) => readBlock(block, places) ?? []);
}

interface Standing {
  readonly place: DiffPlace;
  /** Something was left out since, so that lines can no longer be counted. */
  readonly cut: boolean;
}

interface Block {
  readonly quote: Blockquote;
  readonly node: Nodes;
  readonly depth: number;
}

function blocksOf(top: Blockquote): readonly Block[] {
  const blocks: Block[] = [];
  const waiting: Block[] = [{ quote: top, node: top, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (!isQuote(node)) {
      blocks.push(next);
      continue;
    }
    for (const child of node.children.toReversed())
      waiting.push({ quote: isQuote(child) ? child : node, node: child, depth: depth + 1 });
  }
  return blocks;
}

/** Signatures, and marks that say that something was left out, are no blocks. */
function readBlock({ quote, node, depth }: Block, places: Map<number, Standing>): QuotedBlock | null {
  const standing = places.get(depth);
  if (node.type === 'part') return null;
  if (node.type !== 'code' || node.lang !== 'diff') {
    if (standing) places.set(depth, { ...standing, cut: true });
    return SNIP.test(textOf(node).trim()) ? null : { quote };
  }
  const file = node.meta ?? undefined;
  const goesOn = standing && !standing.cut && (file === undefined || file === standing.place.file);
  const { lines, place } = readDiff(node.value, goesOn ? standing.place : { file });
  places.set(depth, { place, cut: false });
  const [first] = lines;
  const joins =
    goesOn && first !== undefined && first.kind !== 'hunk' && first.kind !== 'file' && first.kind !== 'note';
  return { quote, lines: unwrapped(lines), ...(joins && { joins }) };
}

// "[...]", "[snip]", "…", "<snip>"
const SNIP = /^[[<(]{0,2}(?:\.{3,}|…|snip(?:ped)?|cut)[\])>]{0,2}$/i;

function textOf(node: Nodes): string {
  const [first, second] = 'children' in node ? node.children : [];
  return first?.type === 'text' && !second ? first.value : '';
}

/** Puts what a mail program wrapped back behind its line. */
function unwrapped(lines: readonly DiffLine[]): readonly DiffLine[] {
  const found: DiffLine[] = [];
  for (const line of lines) {
    const before = found.at(-1);
    if (line.kind !== 'rest' || !before || line.text.startsWith('\\')) found.push(line);
    else found[found.length - 1] = { ...before, text: `${before.text} ${line.text}` };
  }
  return found;
}
