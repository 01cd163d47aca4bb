import { type HtmlElement, type HtmlNode, isBlank, isBlock } from '../../html/nodes.ts';

/** The innermost block at the very beginning of an element; `null` where it begins with anything else. */
export function firstBlock(container: HtmlElement): HtmlNode | null {
  let found: HtmlNode | null = null;
  let children: readonly HtmlNode[] = container.childNodes;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const first = children.find((node) => !isBlank(node));
    if (!isBlock(first)) return found;
    found = first;
    if (first.childNodes.filter((node) => isBlock(node)).length === 0) return found;
    children = first.childNodes;
  }
  return found;
}
const DEEPEST = 6;
