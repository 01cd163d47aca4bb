import { type HtmlNode, isBlank, isBlock, isElement } from '../../html/nodes.ts';

/**
 * The nodes of the last line before `siblings[end]`, blank lines skipped: the inline run back to a line break or a
 * block, going into the block that ends there (`<p>own words<br>On …, Petra wrote:</p>`). Empty where there is none.
 */
export function lastLine(siblings: readonly HtmlNode[], end: number): readonly HtmlNode[] {
  let nodes = siblings;
  let last = end - 1;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    for (let looked = 0; looked < MOST; looked += 1) {
      const node = nodes[last];
      if (!node || !isBlank(node)) break;
      last -= 1;
    }
    const node = nodes[last];
    if (!node || isBlank(node)) return [];
    if (!isBlock(node)) return inlineRun(nodes, last);
    if (!ENTERED.has(node.tagName)) return [];
    nodes = node.childNodes;
    last = nodes.length - 1;
  }
  return [];
}

const DEEPEST = 6;
const MOST = 24;
const ENTERED: ReadonlySet<string> = new Set(['div', 'p', 'center', 'section', 'article']);

function inlineRun(nodes: readonly HtmlNode[], last: number): readonly HtmlNode[] {
  let from = last;
  while (last - from < MOST) {
    const before = nodes[from - 1];
    if (!before || isBlock(before) || (isElement(before) && before.tagName === 'br')) break;
    from -= 1;
  }
  return nodes.slice(from, last + 1);
}
