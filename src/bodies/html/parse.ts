import { type DefaultTreeAdapterMap, defaultTreeAdapter, Parser, type Token, type TreeAdapter } from 'parse5';
import type { HtmlNode } from './nodes.ts';

/**
 * The nodes of a piece of HTML, read as browsers read it (WHATWG HTML, 13.4) but bounded: a tag that would nest
 * deeper than `DEEPEST` is left out, and so is formatting that piles up unclosed; what they hold stays.
 */
export function parseNodes(html: string): readonly HtmlNode[] {
  const parser = BoundedParser.getFragmentParser<DefaultTreeAdapterMap>(null, {
    treeAdapter: QUICK_ADAPTER,
    scriptingEnabled: false,
  });
  parser.tokenizer.write(html, true);
  return parser.getFragment().childNodes;
}

/** Deeper than any discussion; every tag costs a look at the tags that are open around it. */
const DEEPEST = 120;
/** `<b>` and the like that nobody closes are opened again in every paragraph that follows. */
const MOST_FORMATTING = 12;

const FORMATTING: ReadonlySet<string> = new Set(
  'a b big code em font i nobr s small strike strong tt u'.split(' '),
);
/** Tags that hold nothing, or whose content is no markup: leaving them out would change what follows. */
const NEVER_LEFT_OUT: ReadonlySet<string> = new Set(
  `area base basefont br col embed frame hr iframe img input link meta noembed noframes noscript param plaintext
  script source style textarea title track wbr xmp`.split(/\s+/),
);

class BoundedParser extends Parser<DefaultTreeAdapterMap> {
  /** By tag name, how many start tags were left out whose end tags are to be left out too. */
  readonly #leftOut = new Map<string, number>();

  override onStartTag(token: Token.TagToken): void {
    const name = token.tagName;
    if (NEVER_LEFT_OUT.has(name) || !this.#isTooMuch(name)) {
      super.onStartTag(token);
      return;
    }
    if (!(token.selfClosing && this.currentNotInHTML))
      this.#leftOut.set(name, (this.#leftOut.get(name) ?? 0) + 1);
  }

  override onEndTag(token: Token.TagToken): void {
    const leftOut = this.#leftOut.get(token.tagName) ?? 0;
    if (leftOut > 0) {
      this.#leftOut.set(token.tagName, leftOut - 1);
      return;
    }
    super.onEndTag(token);
    if (this.openElements.stackTop < DEEPEST && this.#leftOut.size > 0) this.#leftOut.clear();
  }

  #isTooMuch(name: string): boolean {
    if (this.openElements.stackTop >= DEEPEST) return true;
    if (!FORMATTING.has(name)) return false;
    let entry = this.activeFormattingElements.newest;
    for (let count = 0; entry; entry = entry.older, count += 1) if (count >= MOST_FORMATTING) return true;
    return false;
  }
}

/** Text and tags misplaced in a table go before it; the table is its parent's last child, so look from the end. */
const QUICK_ADAPTER: TreeAdapter<DefaultTreeAdapterMap> = {
  ...defaultTreeAdapter,
  insertBefore(parent, node, reference) {
    parent.childNodes.splice(parent.childNodes.lastIndexOf(reference), 0, node);
    node.parentNode = parent;
  },
  insertTextBefore(parent, text, reference) {
    const before = parent.childNodes[parent.childNodes.lastIndexOf(reference) - 1];
    if (before && defaultTreeAdapter.isTextNode(before)) before.value += text;
    else QUICK_ADAPTER.insertBefore(parent, defaultTreeAdapter.createTextNode(text), reference);
  },
};
