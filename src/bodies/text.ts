import type { Blockquote, Code, InlineCode, Nodes, Root, Text } from 'mdast';

/** A stretch [start, end) of a projected text and the node that holds it; `node.value` is that slice. */
export interface Leaf {
  readonly node: Text | InlineCode | Code;
  readonly start: number;
  readonly end: number;
}

/** A text read off a tree, with the nodes it came from, in order and without overlap. */
export interface Projection {
  readonly text: string;
  readonly leaves: readonly Leaf[];
}

/** One of a body's quotes; `depth` is 1 for a quote, 2 for a quote in a quote. */
export interface QuoteInBody extends Projection {
  readonly node: Blockquote;
  readonly depth: number;
}

/**
 * The post's own words: what stands in it outside quotes, signatures and footers. Offsets are UTF-16 code units.
 * Blocks are a blank line apart, list items, table rows and hard breaks one line feed, cells a tab; there is no
 * separator at either end. Images, rules and a spoiler's summary contribute nothing. Takes trees of any depth.
 */
export function bodyText(root: Root): Projection {
  return project(root);
}

/**
 * The body's quotes in document order, an outer one before those it holds; the place in this array is
 * `Quote.index`. Each one's text is what `bodyText` would give for its content: quotes within are left out.
 */
export function quotesIn(root: Root): readonly QuoteInBody[] {
  const quotes: QuoteInBody[] = [];
  const waiting: { readonly node: Nodes; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node } = next;
    const depth = next.depth + (isQuote(node) ? 1 : 0);
    if (isQuote(node)) quotes.push({ node, depth, ...project(node) });
    const children = childrenOf(node);
    for (let n = children.length - 1; n >= 0; n -= 1) {
      const child = children[n];
      if (child && 'children' in child) waiting.push({ node: child, depth });
    }
  }
  return quotes;
}

/** Whether the node holds somebody else's words. */
export function isQuote(node: Nodes): node is Blockquote {
  return node.type === 'blockquote' && node.data?.quote !== undefined;
}

function project(top: Root | Blockquote): Projection {
  const pieces: string[] = [];
  const leaves: Leaf[] = [];
  const waiting: (Nodes | Separator)[] = [];
  let length = 0;
  let pending: Separator = '';
  pushChildren(top, waiting);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') {
      pending = stronger(pending, next);
    } else if (next.type === 'break') {
      pending = pending === '' || pending === '\t' ? '\n' : '\n\n';
    } else if (isLeaf(next) && next.value !== '') {
      const separator: string = length === 0 ? '' : pending;
      const start: number = length + separator.length;
      pieces.push(separator, next.value);
      length = start + next.value.length;
      leaves.push({ node: next, start, end: length });
      pending = '';
    } else if (!isQuote(next) && next.type !== 'part') {
      pushChildren(next, waiting);
    }
  }
  return { text: pieces.join(''), leaves };
}

/** What stands between two neighbours, weakest first. */
const SEPARATORS = ['', '\t', '\n', '\n\n'] as const;
type Separator = (typeof SEPARATORS)[number];

function stronger(one: Separator, other: Separator): Separator {
  return SEPARATORS.indexOf(one) < SEPARATORS.indexOf(other) ? other : one;
}

/** Puts the children on the stack, the first on top, separators between them. */
function pushChildren(node: Nodes, waiting: (Nodes | Separator)[]): void {
  const children = childrenOf(node);
  for (let n = children.length - 1; n >= 0; n -= 1) {
    const child = children[n];
    if (!child) continue;
    waiting.push(child);
    const before = children[n - 1];
    if (before) waiting.push(separatorBetween(node, before, child));
  }
}

function separatorBetween(parent: Nodes, before: Nodes, after: Nodes): Separator {
  if (parent.type === 'list' || parent.type === 'table') return '\n';
  if (parent.type === 'tableRow') return '\t';
  if (parent.type === 'listItem' && after.type === 'list') return '\n';
  return isFlow(before) || isFlow(after) ? '\n\n' : '';
}

const FLOW: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>([
  'blockquote',
  'code',
  'footnoteDefinition',
  'heading',
  'list',
  'paragraph',
  'part',
  'spoiler',
  'table',
  'thematicBreak',
]);

function isFlow(node: Nodes): boolean {
  if (node.type !== 'passage') return FLOW.has(node.type);
  return node.children.some((child) => FLOW.has(child.type));
}

function isLeaf(node: Nodes): node is Leaf['node'] {
  return node.type === 'text' || node.type === 'inlineCode' || node.type === 'code';
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? node.children : [];
}
