import { type HtmlElement, type HtmlNode, hasClass, isBlock, isElement } from './nodes.ts';

/** The elements that have a block somewhere in them, found in one pass. */
export function blockHolders(nodes: readonly HtmlNode[]): ReadonlySet<HtmlNode> {
  const holders = new Set<HtmlNode>();
  const waiting: HtmlNode[] = [...nodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    if (isBlock(node) || isSpoiler(node)) markAncestors(node, holders);
    for (const child of node.childNodes) waiting.push(child);
  }
  return holders;
}

function markAncestors(node: HtmlElement, holders: Set<HtmlNode>): void {
  let parent = node.parentNode;
  while (parent && isElement(parent as HtmlNode) && !holders.has(parent as HtmlNode)) {
    holders.add(parent as HtmlNode);
    parent = (parent as HtmlElement).parentNode;
  }
}

/** Text that its author covered: Discourse, Reddit, Matrix. */
export function isSpoiler(node: HtmlElement): boolean {
  return (
    hasClass(node, 'spoiler') ||
    hasClass(node, 'spoiled') ||
    hasClass(node, 'md-spoiler-text') ||
    node.attrs.some((one) => one.name === 'data-mx-spoiler')
  );
}
