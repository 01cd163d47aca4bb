import { diffWordsWithSpace } from 'diff';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Leaf, Projection } from '../bodies/text.ts';
import { normalForm } from '../quotes/normal.ts';
import type { Edit, Passage } from '../quotes/quote.ts';

/** A text with the tree that it was read off. */
interface Written extends Projection {
  readonly root: Root;
}

/**
 * The word diff from a passage to a quote of the same words of which others are ~~struck out~~, which turns their
 * sense round; `null` where the same are. Where the quote is abridged, what it left out may have been struck too.
 */
export function strikesOtherWords(
  quote: Written,
  source: Written,
  { start, end }: Passage,
  abridged: boolean,
): readonly Edit[] | null {
  const wrote = withStrikes(quote, 0, quote.text.length);
  const said = withStrikes(source, start, end);
  const agree = abridged
    ? wrote.struck.every((words) => said.struck.includes(words))
    : wrote.struck.join(' ') === said.struck.join(' ');
  if (agree) return null;
  return diffWordsWithSpace(said.text, wrote.text).map(({ value, added, removed }): Edit => {
    return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value };
  });
}

/** The stretch with `~~` around what is struck out in it, and the words struck out, in normal form. */
function withStrikes(
  { root, text, leaves }: Written,
  start: number,
  end: number,
): { readonly text: string; readonly struck: readonly string[] } {
  const nodes = new Set<Leaf['node']>();
  visit(root, 'delete', (node) =>
    visit(node, (inner) => {
      if (inner.type === 'text' || inner.type === 'inlineCode') nodes.add(inner);
    }),
  );
  const pieces: string[] = [];
  const struck: string[] = [];
  let at = start;
  for (const leaf of leaves) {
    const [from, to] = [Math.max(leaf.start, start), Math.min(leaf.end, end)];
    if (from >= to || !nodes.has(leaf.node)) continue;
    pieces.push(text.slice(at, from), `~~${text.slice(from, to)}~~`);
    struck.push(normalForm(text.slice(from, to)).text);
    at = to;
  }
  pieces.push(text.slice(at, end));
  return { text: normalForm(pieces.join('')).text, struck: struck.filter(Boolean) };
}
