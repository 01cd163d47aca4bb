import { type HtmlNode, isBlank, isElement } from '../../html/nodes.ts';

/** Whether the node shows a rule and nothing else: `<hr>`, or a block that holds only that. */
export function isRule(node: HtmlNode | undefined): boolean {
  let only = node;
  for (let depth = 0; depth < DEEPEST && isElement(only); depth += 1) {
    if (only.tagName === 'hr') return true;
    const inner: readonly HtmlNode[] = only.childNodes.filter((child) => !isBlank(child));
    if (inner.length !== 1) return false;
    only = inner[0];
  }
  return false;
}
const DEEPEST = 5;
