import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** An element of HTML itself; those of SVG and MathML are none. */
export function isElement(node: HtmlNode | undefined): node is HtmlElement {
  return node !== undefined && 'tagName' in node && node.namespaceURI === XHTML;
}
const XHTML = 'http://www.w3.org/1999/xhtml';

/** The attribute's value, `undefined` where it is absent. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  for (const one of element.attrs) if (one.name === name) return one.value;
  return undefined;
}

/** Whether the element's `class` has the word. */
export function hasClass(element: HtmlElement, word: string): boolean {
  const value = attribute(element, 'class');
  return value?.includes(word) === true && value.split(SPACE).includes(word);
}
const SPACE = /[ \t\n\r\f]+/;

/** Elements that begin a new block wherever they stand; what is not listed here flows with the text. */
const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form
  frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu mx-reply nav ol p pre search section
  summary table tbody td tfoot th thead tr ul xmp`.split(/\s+/),
);

/** Whether the node is a block by its nature; what it holds is not looked at. */
export function isBlock(node: HtmlNode | undefined): node is HtmlElement {
  return isElement(node) && BLOCKS.has(node.tagName);
}

/** Elements that vanish with all they hold: they run, load, ask for input, or describe the page. */
const VANISHING: ReadonlySet<string> = new Set(
  `applet area audio base basefont button canvas col colgroup datalist embed frame head iframe input link map meta
  meter noembed noframes noscript object optgroup option output param progress script select source style template
  textarea title track video`.split(/\s+/),
);

/** Whether nothing of the node may be seen: comments, scripts, pictures drawn in markup, form controls and the like. */
export function vanishes(node: HtmlNode): boolean {
  if (node.nodeName === '#text') return false;
  return !isElement(node) || VANISHING.has(node.tagName);
}

/**
 * The text of the nodes, lines broken where blocks and `br` break them, cut off once it is longer than `limit`
 * UTF-16 code units; looks at no more than `4 × limit` nodes.
 */
export function textOf(nodes: readonly HtmlNode[], limit: number): string {
  const waiting: (HtmlNode | '\n')[] = nodes.toReversed();
  let text = '';
  for (let visits = 4 * limit; visits > 0 && text.length <= limit; visits -= 1) {
    const node = waiting.pop();
    if (node === undefined) return text;
    if (node === '\n') text += node;
    else if (node.nodeName === '#text' && 'value' in node) text += node.value.replace(/\s+/g, ' ');
    else if (node.nodeName === 'br') text += '\n';
    else if (!vanishes(node) && isElement(node)) {
      const block = isBlock(node);
      if (block) waiting.push('\n');
      for (let n = node.childNodes.length - 1; n >= 0; n -= 1) {
        const child = node.childNodes[n];
        if (child) waiting.push(child);
      }
      if (block) waiting.push('\n');
    }
  }
  return text;
}

/** Whether the node shows nothing: white space, a comment, an empty line. */
export function isBlank(node: HtmlNode): boolean {
  if (node.nodeName === '#text' && 'value' in node) return !/\S/.test(node.value);
  return node.nodeName === 'br' || vanishes(node);
}
