import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Blockquote, Code, Heading, Image, Link, Nodes, Root, Table } from 'mdast';
import { defaultHandlers, type Handlers, type State, toHast } from 'mdast-util-to-hast';
import type { MarkedPassage, Part, Spoiler } from '../bodies/body.ts';
import { safeAddress } from '../thread/address.ts';
import { element } from './hast.ts';
import type { Highlight } from './highlight.ts';
import { inlineQuote } from './inline-quote.ts';
import { type QuoteFigure, type QuoteWords, quoteFigure } from './quote-figure.ts';

/** A passage that is quoted on the site; by its place among the ranges that were marked. */
export interface QuotedPassage {
  readonly id: string;
  readonly count: number;
  /** Where the list of its quotes stands. */
  readonly href: string;
}

export interface BodyWords {
  readonly quote: QuoteWords;
  readonly image: (description: string) => string;
  readonly imageWithoutDescription: string;
  readonly footnotes: string;
  readonly spoiler: string;
  readonly quotedTimes: (count: number) => string;
}

export interface RenderContext {
  readonly words: BodyWords;
  readonly highlight: Highlight;
  /** What is known of a quote of this body. */
  readonly figureOf: (node: Blockquote) => QuoteFigure | undefined;
  /** The code that a quote was taken from, where its words are code in the source. */
  readonly codeOf?: (node: Blockquote) => Code | undefined;
  readonly passages: readonly QuotedPassage[];
  /** The quotations within sentences; their ranges were marked after those of `passages`. */
  readonly inlineQuotes?: readonly QuoteFigure[];
  /** Keeps the ids of footnotes apart from those of other posts. */
  readonly prefix: string;
}

/** A body as elements. Made of known nodes only: addresses are checked here again, pictures become links. */
export function bodyElements(root: Root, context: RenderContext): readonly ElementContent[] {
  const tree = toHast(root, {
    handlers: handlersFor(context, context.inlineQuotes ? passagesInLinks(root) : new Set()),
    clobberPrefix: `${context.prefix}-`,
    footnoteLabel: context.words.footnotes,
    footnoteLabelTagName: 'p',
    footnoteLabelProperties: { className: ['footnotes-label'] },
  });
  return tree.type === 'root' ? tree.children.filter((child) => child.type !== 'doctype') : [];
}

/** The same as HTML. */
export function bodyHtml(root: Root, context: RenderContext): string {
  const tree: HastRoot = { type: 'root', children: [...bodyElements(root, context)] };
  return toHtml(tree, { allowDangerousHtml: false });
}

function passagesInLinks(root: Root): ReadonlySet<Nodes> {
  const found = new Set<Nodes>();
  const waiting: { readonly node: Nodes; readonly linked: boolean }[] = [{ node: root, linked: false }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node } = next;
    const linked = next.linked || node.type === 'link';
    if (linked && node.type === 'passage') found.add(node);
    if ('children' in node) for (const child of node.children) waiting.push({ node: child, linked });
  }
  return found;
}

function handlersFor(context: RenderContext, linked: ReadonlySet<Nodes>): Handlers {
  const { words, highlight, figureOf, codeOf } = context;
  return {
    html: () => undefined,
    code: (_: State, node: Code) => highlight(node),
    heading: (state: State, node: Heading) =>
      element('p', { className: ['heading'] }, ...phrasing(state, node)),
    image: (_: State, node: Image) => picture(node, words),
    imageReference: () => undefined,
    link: (state: State, node: Link) => link(state, node),
    blockquote: (state: State, node: Blockquote) => {
      const code = codeOf?.(node);
      const content = code ? [highlight(code)] : flow(state, node);
      const figure = figureOf(node);
      if (figure) return quoteFigure(figure, words.quote, content);
      if (!node.data?.quote) return element('div', { className: ['box'] }, ...content);
      const onlyHolds = node.children.every((child) => child.type === 'blockquote');
      return onlyHolds ? content : element('blockquote', {}, ...content);
    },
    // Wide tables scroll, and what scrolls must be reached by keyboard.
    table: (state: State, node: Table) => ({
      ...defaultHandlers.table(state, node),
      properties: { tabIndex: 0 },
    }),
    part: (state: State, node: Part) =>
      element('div', { className: ['part', `part-${node.kind}`] }, ...flow(state, node)),
    spoiler: (state: State, node: Spoiler) =>
      element(
        'details',
        { className: ['spoiler'] },
        element('summary', {}, node.summary ?? words.spoiler),
        ...flow(state, node),
      ),
    passage: (state: State, node: MarkedPassage) => passage(state, node, context, linked.has(node)),
  };
}

function flow(state: State, node: Nodes): ElementContent[] {
  return 'children' in node ? state.wrap(state.all(node), true) : [];
}

function phrasing(state: State, node: Nodes): ElementContent[] {
  return 'children' in node ? state.all(node) : [];
}

function link(state: State, node: Link): Element | ElementContent[] {
  const href = safeAddress(node.url);
  const children = phrasing(state, node);
  if (!href) return children;
  const mention = node.data?.mention !== undefined;
  const rel = ['noopener', 'nofollow', 'ugc'];
  return element('a', { href, rel, ...(mention ? { className: ['mention'] } : {}) }, ...children);
}

function picture({ url, alt }: Image, words: BodyWords): Element {
  const text = alt ? words.image(alt) : words.imageWithoutDescription;
  const href = safeAddress(url);
  const rel = ['noopener', 'nofollow', 'ugc'];
  return href
    ? element('a', { className: ['picture'], href, rel }, text)
    : element('span', { className: ['picture'] }, text);
}

function passage(
  state: State,
  node: MarkedPassage,
  { passages, inlineQuotes = [], words, highlight }: RenderContext,
  linked: boolean,
): ElementContent[] {
  const marks = node.data.marks.flatMap((mark) => {
    const quoted = passages[mark.index];
    return quoted ? [{ ...mark, quoted }] : [];
  });
  const [id, ...otherIds] = marks.filter(({ begins }) => begins).map(({ quoted }) => quoted.id);
  const count = marks.reduce((sum, { quoted }) => sum + quoted.count, 0);
  const properties = { className: ['quoted'], ...(id ? { id } : {}), dataQuotedBy: String(count) };
  const anchors = otherIds.map((other) => element('span', { id: other }));
  const ending = marks.filter(({ ends }) => ends).map(({ quoted }) => quoted);
  const [code] = node.children;
  if (code?.type === 'code') {
    const block = highlight(code);
    const inner = block.children.map((child): ElementContent => {
      if (child.type !== 'element') return child;
      return { ...child, children: [element('mark', properties, ...anchors, ...child.children)] };
    });
    return [
      { ...block, children: inner },
      ...counter(ending, words).map((sup) => element('p', { className: ['quoted-code'] }, sup)),
    ];
  }
  const content = phrasing(state, node);
  const marked = marks.length > 0 ? [element('mark', properties, ...anchors, ...content)] : content;
  const quotes = node.data.marks.flatMap(({ index, begins = false, ends = false }) => {
    const quote = inlineQuotes[index - passages.length];
    return quote ? [{ quote, piece: { begins, ends, linked } }] : [];
  });
  const quoting = quotes.reduce<ElementContent[]>(
    (inner, { quote, piece }) => [inlineQuote(quote, words.quote, piece, inner)],
    marked,
  );
  return [...quoting, ...counter(ending, words)];
}

/** A no-break space: without it the number would be part of the word before, and no search would find that word. */
const WORD_ENDS = '\u00a0';

/** The number of quotes of the passages that end here, leading to their list. */
function counter(ending: readonly QuotedPassage[], words: BodyWords): readonly Element[] {
  const [first] = ending;
  if (!first) return [];
  const count = ending.reduce((sum, quoted) => sum + quoted.count, 0);
  const label = words.quotedTimes(count);
  return [
    element(
      'sup',
      { className: ['quoted-by'] },
      WORD_ENDS,
      element('a', { href: first.href, ariaLabel: label }, String(count)),
    ),
  ];
}
