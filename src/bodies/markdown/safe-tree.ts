import type { Blockquote, Definition, Nodes, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { safeAddress } from '../../thread/address.ts';
import { withoutLooseBidi } from '../bidi.ts';
import type { QuoteMark } from '../body.ts';
import type { MarkdownConvention } from '../conventions/markdown/convention.ts';
import { Blocks } from './block-html.ts';
import { type Inline, withoutTags } from './inline-html.ts';
import { holdsSpoiler, splitSpoilers } from './split-spoilers.ts';

/** Addresses of link definitions by identifier; only safe ones. */
export type Definitions = ReadonlyMap<string, string>;

/** What the blocks of a body are cleaned with. */
export interface Cleaning {
  readonly definitions: Definitions;
  readonly conventions: readonly MarkdownConvention[];
}

/** The definitions among the nodes, the first of a name being the one that counts. */
export function definitionsIn(nodes: readonly Nodes[]): Definitions {
  const found = new Map<string, string>();
  const waiting: Nodes[] = [...nodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'definition') addDefinition(node, found);
    if ('children' in node)
      for (let n = node.children.length - 1; n >= 0; n -= 1) waiting.push(node.children[n] as Nodes);
  }
  return found;
}

function addDefinition(node: Definition, found: Map<string, string>): void {
  const url = safeAddress(node.url);
  if (url && !found.has(node.identifier)) found.set(node.identifier, url);
}

/** Blocks without raw HTML, definitions and unsafe addresses; quotes marked, with what is said above or below them. */
export function safeFlow(nodes: readonly Nodes[], cleaning: Cleaning): RootContent[] {
  const blocks = new Blocks();
  for (let n = 0; n < nodes.length; n += 1) {
    const node = nodes[n];
    if (!node || node.type === 'definition') continue;
    if (node.type === 'html') blocks.addHtml(node.value);
    else blocks.add(...safeBlock(node, cleaning));
  }
  return attributed(blocks.done(), cleaning.conventions);
}

function safeBlock(node: Nodes, cleaning: Cleaning): RootContent[] {
  const { definitions } = cleaning;
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const children = safePhrasing(node.children, definitions);
    if (holdsSpoiler(children)) return splitSpoilers(children);
    return children.length > 0 || node.type === 'tableCell' ? [{ ...bare(node), children }] : [];
  }
  if (node.type === 'blockquote') return [safeQuote(node, cleaning)];
  if (node.type === 'code') return [{ ...bare(node), value: withoutLooseBidi(node.value) }];
  if (node.type === 'table' && coversWords(node))
    return cellsOf(node).flatMap((cell) => safeBlock(cell, cleaning));
  if ('children' in node && node.type !== 'root')
    return [{ ...bare(node), children: safeFlow(node.children, cleaning) } as RootContent];
  return node.type === 'thematicBreak' ? [{ type: 'thematicBreak' }] : [];
}

/** A cell cannot cover its words, so that a table with such is read as what it holds. */
function coversWords(table: Table): boolean {
  return cellsOf(table).some(({ children }) => holdsSpoiler(children));
}

function cellsOf({ children }: Table): Paragraph[] {
  return children.flatMap((row) =>
    row.children.map((cell) => ({ type: 'paragraph', children: cell.children })),
  );
}

function bare<Node extends Nodes>(node: Node): Node {
  const { position: _, ...rest } = node;
  return rest as Node;
}

/**
 * A quote that its flavour marked, whatever it begins with; `> [!NOTE]` is a box of the author's own; any other block
 * quote holds somebody's words.
 */
function safeQuote(node: Blockquote, cleaning: Cleaning): Blockquote {
  const children = safeFlow(node.children, cleaning) as Blockquote['children'];
  const quote = node.data?.quote;
  if (quote) return { type: 'blockquote', data: { quote: safeMark(quote) }, children };
  const first = children[0];
  const mark =
    first?.type === 'paragraph' && first.children[0]?.type === 'text' ? first.children[0] : undefined;
  const alert = mark ? ALERT.exec(mark.value) : null;
  if (!alert?.[1] || first?.type !== 'paragraph')
    return { type: 'blockquote', data: { quote: { kind: 'reply' } }, children };
  const label = alert[1].charAt(0) + alert[1].slice(1).toLowerCase();
  const title: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'strong', children: [{ type: 'text', value: label }] }],
  };
  const rest = first.children.slice(1);
  const after = mark?.value.slice(alert[0].length) ?? '';
  const body: PhrasingContent[] = after ? [{ type: 'text', value: after }, ...rest] : rest;
  const paragraph: Paragraph[] = body.length > 0 ? [{ type: 'paragraph', children: body }] : [];
  return { type: 'blockquote', children: [title, ...paragraph, ...children.slice(1)] };
}

function safeMark({ attribution, name, ...mark }: QuoteMark): QuoteMark {
  return {
    ...mark,
    ...(attribution === undefined ? {} : { attribution: withoutLooseBidi(attribution) }),
    ...(name === undefined ? {} : { name: withoutLooseBidi(name) }),
  };
}

const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/;

function safePhrasing(nodes: readonly PhrasingContent[], definitions: Definitions): PhrasingContent[] {
  return joined(withoutTags(nodes.flatMap((node) => safeInline(node, definitions))));
}

/** Neighbouring texts as one; a mention stays by itself. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const made: PhrasingContent[] = [];
  for (const node of nodes) {
    const before = made.at(-1);
    const isText = node.type === 'text' && before?.type === 'text' && !node.data && !before.data;
    if (isText) made.splice(-1, 1, { type: 'text', value: before.value + node.value });
    else made.push(node);
  }
  return made;
}

function safeInline(node: PhrasingContent, definitions: Definitions): Inline[] {
  switch (node.type) {
    case 'html':
      return [{ type: 'tag', value: node.value }];
    case 'text':
      return [{ ...bare(node), value: withoutLooseBidi(node.value) }];
    case 'mark':
      return [{ type: 'text', value: node.value }];
    case 'inlineCode':
      return [{ type: 'inlineCode', value: withoutLooseBidi(node.value) }];
    case 'link':
    case 'linkReference': {
      const url = node.type === 'link' ? safeAddress(node.url) : definitions.get(node.identifier);
      const children = safePhrasing(node.children, definitions);
      return url && children.length > 0 ? [{ type: 'link', url, children }] : children;
    }
    case 'image':
    case 'imageReference': {
      const url = node.type === 'image' ? safeAddress(node.url) : definitions.get(node.identifier);
      return url?.startsWith('http') ? [{ type: 'image', url, alt: node.alt ?? '' }] : [];
    }
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'inlineSpoiler':
      return [{ type: node.type, children: safePhrasing(node.children, definitions) }];
    case 'break':
      return [{ type: 'break' }];
    case 'footnoteReference':
      return [bare(node)];
    default:
      return [];
  }
}

/** Moves the paragraphs, or their last lines, that say whose words a quote beside them holds into its data. */
function attributed(
  blocks: readonly RootContent[],
  conventions: readonly MarkdownConvention[],
): RootContent[] {
  const made: RootContent[] = [];
  for (let n = 0; n < blocks.length; n += 1) {
    const block = blocks[n];
    if (!block) continue;
    const known = block.type === 'blockquote' ? block.data?.quote : undefined;
    if (block.type !== 'blockquote' || !known || known.attribution) {
      made.push(block);
      continue;
    }
    const below = blocks[n + 1];
    const said = below?.type === 'paragraph' ? read('below', below.children, conventions) : null;
    if (said) n += 1;
    const quote = said ?? takeAbove(made, conventions);
    made.push(quote ? { ...block, data: { quote: { ...known, ...quote } } } : block);
  }
  return made;
}

function read(
  place: 'above' | 'below',
  nodes: readonly PhrasingContent[],
  conventions: readonly MarkdownConvention[],
): Omit<QuoteMark, 'kind'> | null {
  const text = plainText(nodes).trim();
  if (text.length > LONGEST || text === '') return null;
  const addresses = nodes.flatMap((node) => addressesIn(node));
  for (const convention of conventions) {
    const said = convention.place === place ? convention.read(text, addresses, nodes) : null;
    if (said) {
      const { attribution, name, url, post } = said;
      const reference = { ...(post ? { post } : {}), ...(url ? { url } : {}) };
      return { attribution, ...(name ? { name } : {}), ...(url || post ? { reference } : {}) };
    }
  }
  return null;
}
const LONGEST = 400;

/** Looks at the paragraph above, and then at its last line or two; what is read is taken out of `made`. */
function takeAbove(
  made: RootContent[],
  conventions: readonly MarkdownConvention[],
): Omit<QuoteMark, 'kind'> | null {
  const above = made.at(-1);
  if (above?.type !== 'paragraph') return null;
  const whole = read('above', above.children, conventions);
  if (whole) {
    made.pop();
    return whole;
  }
  for (const from of lastLineStarts(above.children)) {
    const [kept, line] = cut(above.children, from);
    const said = read('above', line, conventions);
    if (!said) continue;
    made.splice(-1, 1, { ...above, children: kept });
    return said;
  }
  return null;
}

type Position = readonly [node: number, offset: number];

function lastLineStarts(nodes: readonly PhrasingContent[]): Position[] {
  const starts: Position[] = [];
  for (let n = nodes.length - 1; n >= 0 && starts.length < 2; n -= 1) {
    const node = nodes[n];
    if (node?.type === 'break') starts.push([n, 0]);
    if (node?.type !== 'text') continue;
    for (
      let at = node.value.lastIndexOf('\n');
      at > 0 && starts.length < 2;
      at = node.value.lastIndexOf('\n', at - 1)
    )
      starts.push([n, at]);
  }
  return starts;
}

function cut(
  nodes: readonly PhrasingContent[],
  [at, offset]: Position,
): [PhrasingContent[], PhrasingContent[]] {
  const node = nodes[at];
  if (node?.type !== 'text') return [nodes.slice(0, at), nodes.slice(at + 1)];
  return [
    [...nodes.slice(0, at), { type: 'text', value: node.value.slice(0, offset) }],
    [{ type: 'text', value: node.value.slice(offset + 1) }, ...nodes.slice(at + 1)],
  ];
}

function plainText(nodes: readonly Nodes[]): string {
  let text = '';
  for (const node of nodes) {
    if (text.length > LONGEST) return text;
    text += 'value' in node ? node.value : 'children' in node ? plainText(node.children) : ' ';
  }
  return text;
}

function addressesIn(node: Nodes): string[] {
  if (node.type === 'link') return [node.url];
  return 'children' in node ? node.children.flatMap((child) => addressesIn(child)) : [];
}
