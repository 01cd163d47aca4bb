import type { Nodes, Root } from 'mdast';
import { normalForm } from './normal.ts';

/** A block of a text that holds words which must not be published. */
export interface Withheld {
  readonly node: Nodes;
  readonly words: string;
}

/**
 * The blocks in which some of the words stand, quotes, signatures, code, addresses and pictures' descriptions
 * included: as the same text in whatever case, with nothing left of markup. Linear in the text for each of the words.
 */
export function withheldIn(root: Root, words: readonly string[]): readonly Withheld[] {
  const wanted = words.map((one) => ({ words: one, folded: folded(one) })).filter((one) => one.folded !== '');
  if (wanted.length === 0) return [];
  return blocksOf(root).flatMap((node) => {
    const text = folded(textOf(node));
    const found = wanted.find((one) => text.includes(one.folded));
    return found ? [{ node, words: found.words }] : [];
  });
}

function folded(text: string): string {
  return normalForm(normalForm(text).text.toLowerCase()).text;
}

/** What holds no further blocks: a paragraph, a heading, a cell, code. */
function blocksOf(root: Root): readonly Nodes[] {
  const blocks: Nodes[] = [];
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('children' in node) || BLOCKS.has(node.type)) blocks.push(node);
    else waiting.push(...node.children.toReversed());
  }
  return blocks;
}

/** What a page prints of a block, and behind it what its links and pictures hold beside that. */
function textOf(block: Nodes): string {
  const texts: string[] = [];
  const beside: string[] = [];
  const waiting: Nodes[] = [block];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'break') texts.push(' ');
    if ('value' in node) texts.push(node.value);
    if ('url' in node) beside.push(node.url, node.title ?? '');
    if ('alt' in node) beside.push(node.alt ?? '');
    if ('children' in node) waiting.push(...node.children.toReversed());
  }
  return [texts.join(''), ...beside].join('\n');
}

const BLOCKS: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>(['heading', 'paragraph', 'tableCell']);
