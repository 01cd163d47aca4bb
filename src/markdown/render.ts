import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type {
  Blockquote,
  Code,
  Heading,
  Image,
  Link,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  Root,
  Table,
} from 'mdast';
import { defaultHandlers, type Handlers, type State, toHast } from 'mdast-util-to-hast';
import type { MarkedPassage, Part, PassageMark, ReviewedLines, Spoiler } from '../bodies/body.ts';
import { trailersIn } from '../bodies/trailers.ts';
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
  /** Comments of reviews on the line that it ends with. */
  readonly comments?: { readonly href: string; readonly label: string };
}

/** What stands above a comment of a review: which lines it is about. */
export interface ReviewedHeading {
  readonly id: string;
  readonly text: string;
  /** The lines in the post that proposes them. */
  readonly href?: string;
  /** What the hunk's header says behind its numbers. */
  readonly context?: string;
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
  /** For a tree in which `markReviewed` set places. */
  readonly reviewed?: readonly ReviewedHeading[];
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
  const { words, highlight, figureOf, codeOf, reviewed } = context;
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
    listItem: (state: State, node: ListItem, parent: Parents | undefined) => listItem(state, node, parent),
    // Wide tables scroll, and what scrolls must be reached by keyboard.
    table: (state: State, node: Table) => ({
      ...defaultHandlers.table(state, alignedByClass(node)),
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
    reviewed: (_: State, { index }: ReviewedLines) => reviewedHeading(reviewed?.[index]),
    // Trailers, one a line: `Reviewed-by: …`.
    paragraph: (state: State, node: Paragraph) =>
      element('p', isTrailers(node) ? { className: ['trailers'] } : {}, ...phrasing(state, node)),
    passage: (state: State, node: MarkedPassage) => passage(state, node, context, linked.has(node)),
  };
}

function flow(state: State, node: Nodes): ElementContent[] {
  return 'children' in node ? state.wrap(state.all(node), true) : [];
}

function phrasing(state: State, node: Nodes): ElementContent[] {
  return 'children' in node ? state.all(node) : [];
}

/** HTML has no attribute for the alignment of cells any more. */
export function alignedByClass({ align, ...table }: Table): Table {
  const children = table.children.map((row) => ({
    ...row,
    children: row.children.map((cell, column) => {
      const side = align?.[column];
      if (!side || side === 'left') return cell;
      return { ...cell, data: { ...cell.data, hProperties: { className: [`to-${side}`] } } };
    }),
  }));
  return { ...table, children };
}

/** A box to tick is a character: an input would want a label, and nobody can tick it. */
function listItem(state: State, node: ListItem, parent: Parents | undefined): Element {
  const item = defaultHandlers.listItem(state, { ...node, checked: null }, parent);
  if (typeof node.checked !== 'boolean') return item;
  const [first] = item.children.filter((child) => child.type === 'element');
  const holder = first?.tagName === 'p' ? first : item;
  holder.children.unshift({ type: 'text', value: node.checked ? '☑ ' : '☐ ' });
  return { ...item, properties: { className: ['task-list-item'] } };
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
  const [code] = node.children;
  if (code?.type === 'code') return [markedCode(code, node, passages, words, highlight)];
  const marks = quotedBy(node.data.marks, passages);
  const { properties, anchors } = markOf(marks);
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
  return [...quoting, ...counter(endingOf(node.data.marks, passages), words)];
}

type Mark = PassageMark & { readonly quoted: QuotedPassage };

function quotedBy(marks: readonly PassageMark[], passages: readonly QuotedPassage[]): readonly Mark[] {
  return marks.flatMap((mark) => {
    const quoted = passages[mark.index];
    return quoted ? [{ ...mark, quoted }] : [];
  });
}

function endingOf(
  marks: readonly PassageMark[],
  passages: readonly QuotedPassage[],
): readonly QuotedPassage[] {
  return quotedBy(marks, passages)
    .filter(({ ends }) => ends)
    .map(({ quoted }) => quoted);
}

function markOf(marks: readonly Mark[]) {
  // Lines that are both quoted and commented on are one passage.
  const idsOf = (some: readonly Mark[]) => [...new Set(some.map(({ quoted }) => quoted.id))];
  const [id, ...otherIds] = idsOf(marks.filter(({ begins }) => begins));
  // A line that only comments are about is quoted by those.
  const count = marks.reduce((sum, { quoted }) => sum + quoted.count, 0) || marks.length;
  const goesOn = idsOf(marks.filter(({ begins }) => !begins));
  const properties = {
    className: ['quoted'],
    ...(id ? { id } : {}),
    dataQuotedBy: String(count),
    ...(goesOn.length > 0 ? { dataPassage: goesOn.join(' ') } : {}),
  };
  return { properties, anchors: otherIds.map((other) => element('span', { id: other })) };
}

/** Only the lines that are quoted are marked; behind the last of them stands how often, and who comments. */
function markedCode(
  code: Code,
  { data }: MarkedPassage,
  passages: readonly QuotedPassage[],
  words: BodyWords,
  highlight: Highlight,
): Element {
  const block = highlight(code);
  const stretches = data.lines ?? [];
  return {
    ...block,
    children: block.children.map((child): ElementContent => {
      if (child.type !== 'element') return child;
      const lines = linesOf(child.children);
      const begun = new Set<number>();
      const printed: ElementContent[] = [];
      let next = 0;
      for (const [n, { first, last, covers }] of stretches.entries()) {
        printed.push(...lines.slice(next, first).flatMap((line) => [...line, LINE_END]));
        const marks = covers.flatMap((index): PassageMark[] => {
          const mark = data.marks.find((one) => one.index === index);
          if (!mark) return [];
          const begins = mark.begins && !begun.has(index);
          const ends = mark.ends && !stretches.slice(n + 1).some((later) => later.covers.includes(index));
          begun.add(index);
          return [{ index, ...(begins && { begins }), ...(ends && { ends }) }];
        });
        const { properties, anchors } = markOf(quotedBy(marks, passages));
        const counted = counter(endingOf(marks, passages), words);
        const marked = lines
          .slice(first, last + 1)
          .flatMap((line, k) => [...(k === last - first ? withCounter(line, counted) : line), LINE_END]);
        printed.push(element('mark', properties, ...anchors, ...marked));
        next = last + 1;
      }
      const rest = lines.slice(next);
      printed.push(...rest.flatMap((line, k) => (k < rest.length - 1 ? [...line, LINE_END] : line)));
      return { ...child, children: printed };
    }),
  };
}

/** Within the element of a line that has one, which is as wide as the block. */
function withCounter(
  line: readonly ElementContent[],
  counted: readonly Element[],
): readonly ElementContent[] {
  const [whole, more] = line;
  if (whole?.type !== 'element' || more || !String(whole.properties['className']).startsWith('line-'))
    return [...line, ...counted];
  return [{ ...whole, children: [...whole.children, ...counted] }];
}

const LINE_END: ElementContent = { type: 'text', value: '\n' };

function linesOf(printed: readonly ElementContent[]): readonly ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const child of printed) {
    if (child.type === 'text' && child.value === '\n') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines;
}

function reviewedHeading(heading: ReviewedHeading | undefined): Element | undefined {
  if (!heading) return undefined;
  const { id, text, href, context } = heading;
  return element(
    'p',
    { className: ['reviewed'], id },
    href ? element('a', { href }, text) : text,
    context && ' ',
    context && element('code', {}, context),
  );
}

function isTrailers({ children }: Paragraph): boolean {
  const text = children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'break' ? '\n' : 'x'))
    .join('');
  return TRAILER_START.test(text) && trailersIn(text).length === text.split('\n').length;
}

const TRAILER_START = /^[A-Z][A-Za-z-]{1,80}-[Bb]y: /;

/** A no-break space: without it the number would be part of the word before, and no search would find that word. */
const WORD_ENDS = '\u00a0';

/** The number of quotes of the passages that end here, leading to their list; comments on what ends here by name. */
function counter(ending: readonly QuotedPassage[], words: BodyWords): readonly Element[] {
  const comments = ending.flatMap(({ comments }) => comments ?? []);
  const quoted = ending.filter(({ comments, count }) => !comments && count > 0);
  const count = quoted.reduce((sum, passage) => sum + passage.count, 0);
  const links = [
    ...comments.map(({ href, label }) => element('a', { className: ['comments'], href }, label)),
    ...(comments.length === 0 && quoted[0]
      ? [element('a', { href: quoted[0].href, ariaLabel: words.quotedTimes(count) }, String(count))]
      : []),
  ];
  return links.map((link) => element('sup', { className: ['quoted-by'] }, WORD_ENDS, link));
}
