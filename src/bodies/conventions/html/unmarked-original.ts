import { type HtmlElement, type HtmlNode, hasClass, isBlank, isBlock, textOf } from '../../html/nodes.ts';
import { readAttribution } from '../../plain/attribution.ts';
import { LONGEST_ATTRIBUTION } from '../attribution-line.ts';
import type { Claim, HtmlConvention } from './convention.ts';

/**
 * An attribution as only programs write it, with a date and an address, in a block of its own below the author's
 * words, and the original in the blocks behind it, without a `blockquote` around it.
 */
export const unmarkedOriginal: HtmlConvention = {
  name: 'unmarked-original',
  claim(siblings, index) {
    const node = siblings[index];
    if (!isBlock(node) || !LINES.has(node.tagName)) return null;
    const inGmail = gmailOriginal(index, node);
    if (inGmail) return inGmail;
    const text = textOf([node], LONGEST_ATTRIBUTION).trim();
    if (text === '' || text.length > LONGEST_ATTRIBUTION || /\n\s*\S/.test(text)) return null;
    const attribution = text.replace(/\s+/g, ' ');
    if (!attribution.endsWith(':') || !ADDRESSED.test(attribution)) return null;
    const read = readAttribution(attribution);
    if (!read?.certain || !standsBetween(siblings, index)) return null;
    const name = read.name === undefined ? {} : { name: read.name };
    const mark = { kind: 'reply' as const, attribution, ...name };
    return { from: index, to: siblings.length, content: siblings.slice(index + 1), mark };
  },
};

/**
 * Gmail's container where nothing in it is a `<blockquote>`: a line of text that is an attribution, then blocks.
 * `<div class="gmail_quote">On 3 March 2026, Petra Holm &lt;petra@quay.example&gt; wrote:<div>…`
 */
function gmailOriginal(index: number, node: HtmlElement): Claim | null {
  if (!hasClass(node, 'gmail_quote')) return null;
  const first = node.childNodes.findIndex((child) => !isBlank(child));
  const block = node.childNodes.findIndex(
    (child, at) => at > first && (child.nodeName === 'br' || isBlock(child)),
  );
  if (first < 0 || block < 0 || block - first > MOST_NODES || isBlock(node.childNodes[first])) return null;
  const line = node.childNodes.slice(first, block);
  const attribution = textOf(line, LONGEST_ATTRIBUTION).replace(/\s+/g, ' ').trim();
  const read = attribution.endsWith(':') ? readAttribution(attribution) : null;
  const content = node.childNodes.slice(block);
  if (!read?.certain || content.slice(0, MOST_NODES).some(holdsQuote)) return null;
  const name = read.name === undefined ? {} : { name: read.name };
  return { from: index, to: index + 1, content, mark: { kind: 'reply', attribution, ...name } };
}

const LINES: ReadonlySet<string> = new Set(['div', 'p']);
// "<petra@quay.example>", "(petra@quay.example)"
const ADDRESSED = /[<(][^<>()]{0,100}@[^<>()]{1,200}[>)]/;
const MOST_NODES = 24;

/** Whether words stand before it, and what follows is no quote that is marked as one. */
function standsBetween(siblings: readonly HtmlNode[], index: number): boolean {
  const before = siblings.slice(Math.max(0, index - MOST_NODES), index).some((node) => !isBlank(node));
  const next = siblings.slice(index + 1, index + 1 + MOST_NODES).find((node) => !isBlank(node));
  return before && next !== undefined && textOf([next], 1).length > 0 && !holdsQuote(next);
}

/** Whether the node is a quote or begins with one. */
function holdsQuote(node: HtmlNode): boolean {
  let first: HtmlNode | undefined = node;
  for (let depth = 0; depth < MOST_NODES && first; depth += 1) {
    if (first.nodeName === 'blockquote') return true;
    if (!isBlock(first)) return false;
    first = first.childNodes.find((child) => !isBlank(child));
  }
  return false;
}
