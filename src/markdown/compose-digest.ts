import type { Element, ElementContent } from 'hast';
import type { Blockquote, ListItem, Nodes, Paragraph, Parents, PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { markPassages, type TextRange } from '../bodies/mark-passages.ts';
import type { Evidence, EvidencePost } from '../quotes/evidence.ts';
import { repliesTo } from './embedded-posts.ts';
import { element } from './hast.ts';
import type { Highlight } from './highlight.ts';
import { inlineQuoteTag } from './inline-quote.ts';
import { type QuoteFigure, quoteFigure } from './quote-figure.ts';
import type { DigestQuote, DigestReading, Embed } from './read-digest.ts';
import { alignedByClass, type BodyWords, bodyElements } from './render.ts';

/** The quotes in a post: those set off, and those within its sentences, which stand in its own text. */
export interface QuotesOfPost {
  readonly figureOf: (node: Blockquote) => QuoteFigure | undefined;
  readonly inline: readonly QuoteFigure[];
  readonly ranges: readonly TextRange[];
}

/** What a digest's page needs to know beyond its text. */
export interface Composition {
  readonly evidence: Evidence;
  readonly highlight: Highlight;
  readonly words: BodyWords & {
    /** The accessible name of a whole post. */
    readonly postName: (post: EvidencePost) => string;
    readonly warning: (warning: string) => string;
  };
  /** The figure of one of the digest's quotes. */
  readonly figureOf: (quote: DigestQuote) => QuoteFigure;
  /** The figure around a whole post, and its body. */
  readonly figureOfPost: (post: EvidencePost) => QuoteFigure;
  readonly bodyOfPost: (post: EvidencePost) => readonly ElementContent[];
  readonly picturesOfPost: (post: EvidencePost) => readonly ElementContent[];
  /** The figures of the quotes in a post's body. */
  readonly quotesOfPost: (post: EvidencePost) => QuotesOfPost;
  readonly hrefOfPost: (post: EvidencePost) => string;
}

/** Rewrites a digest's tree so that the site's pipeline prints quotes, posts, quotations and names as they should be. */
export function composeDigest(root: Root, reading: DigestReading, composition: Composition): Root {
  const inline = reading.quotes.filter((quote) => quote.range && quote.post);
  const marked = markPassages(
    root,
    inline.flatMap(({ range }) => (range ? [range] : [])),
  );
  visit(marked, 'passage', (node) => {
    const [mark] = node.data.marks;
    const quote = inline[mark?.index ?? -1];
    if (!quote) return;
    const { tagName, properties } = inlineQuoteTag(composition.figureOf(quote), mark?.begins === true, false);
    Object.assign(node.data, { hName: tagName, hProperties: properties });
  });
  rankHeadings(marked);
  linkNames(marked, composition);
  const quotes = new Map(
    reading.quotes.flatMap((quote) => (quote.node ? [[quote.node, quote] as const] : [])),
  );
  const figures: Composition & { quotes: ReadonlyMap<Blockquote, DigestQuote> } = { ...composition, quotes };
  visit(marked, (node, index, parent) => {
    if (node.type === 'blockquote') return replaceBlock(node, figures);
    if (node.type === 'listItem') tick(node);
    if (node.type === 'table') Object.assign(node, { align: null, children: alignedByClass(node).children });
    if (node.type === 'code' && parent && index !== undefined) {
      // The pipeline puts whatever stands for a code block into a `pre` of its own; not so for a paragraph.
      const block: Paragraph = { type: 'paragraph', children: [] };
      parent.children[index] = block;
      return print(block, composition.highlight(node));
    }
    if (node.type === 'html') return print(node, element('span'));
    const embed = reading.embeds.find((one) => one.node === node);
    return embed ? print(node, embedded(embed, composition)) : undefined;
  });
  return marked;
}

/** A box to tick is a character here too; see `bodyElements`. */
function tick(item: ListItem): void {
  const [first] = item.children;
  if (typeof item.checked !== 'boolean' || first?.type !== 'paragraph') return;
  first.children.unshift({ type: 'text', value: item.checked ? '☑ ' : '☐ ' });
  item.checked = null;
  item.data = { ...item.data, hProperties: { className: ['task-list-item'] } };
}

/** Lets the pipeline print this element in the node's place. */
function print(node: Nodes, { tagName, properties, children }: Element): typeof SKIP {
  node.data = { ...node.data, hName: tagName, hProperties: properties, hChildren: children };
  return SKIP;
}

function replaceBlock(
  node: Blockquote,
  composition: Composition & { quotes: ReadonlyMap<Blockquote, DigestQuote> },
): typeof SKIP | undefined {
  const quote = composition.quotes.get(node);
  if (!quote) return undefined;
  const figure = composition.figureOf(quote);
  const content = bodyElements(
    { type: 'root', children: node.children },
    {
      words: composition.words,
      highlight: composition.highlight,
      passages: [],
      prefix: figure.id ?? `quote-${quote.line}`,
      figureOf: (inner) => {
        const found = composition.quotes.get(inner);
        return found && composition.figureOf(found);
      },
    },
  );
  return print(node, quoteFigure(figure, composition.words.quote, content));
}

function embedded({ post, depth }: Pick<Embed, 'post' | 'depth'>, composition: Composition): Element {
  const article = wholePost(post, composition);
  const replies = depth > 0 ? repliesTo(post, composition.evidence) : [];
  if (replies.length === 0) return article;
  const items = replies.map((reply) =>
    element('li', {}, embedded({ post: reply, depth: depth - 1 }, composition)),
  );
  return element(
    'div',
    { className: ['branch'] },
    article,
    element('ol', { className: ['replies'] }, ...items),
  );
}

function wholePost(post: EvidencePost, composition: Composition): Element {
  const { warning } = post.reading.post;
  const body = composition.bodyOfPost(post);
  const content: ElementContent[] = [
    element('div', { className: ['e-content'] }, ...body),
    ...composition.picturesOfPost(post),
  ];
  const closed = warning
    ? [
        element(
          'details',
          { className: ['warning'] },
          element('summary', {}, composition.words.warning(warning)),
          ...content,
        ),
      ]
    : content;
  const { parent, id, inferred = [] } = post.reading.post;
  const author = inferred.includes('author') ? undefined : post.reading.author;
  return element(
    'article',
    {
      className: ['post', 'embedded', 'h-entry'],
      id,
      ...(author ? { dataAuthor: author.handle } : {}),
      ...(parent ? { dataParent: parent } : {}),
      ...(inferred.length > 0 ? { dataInferred: inferred.join(' ') } : {}),
      ariaLabel: composition.words.postName(post),
    },
    quoteFigure(composition.figureOfPost(post), composition.words.quote, closed),
  );
}

/** Below the page's title, and none skipped: an editor's first heading is of the second rank, whatever its marks say. */
export function rankHeadings(root: Root): void {
  const open: number[] = [];
  visit(root, (node) => {
    if (node.type === 'blockquote') return SKIP;
    if (node.type !== 'heading') return undefined;
    while ((open.at(-1) ?? 0) >= node.depth) open.pop();
    open.push(node.depth);
    node.depth = RANKS[open.length - 1] ?? LAST_RANK;
    return SKIP;
  });
}

const LAST_RANK = 6;
const RANKS = [2, 3, 4, 5, LAST_RANK] as const;

/** `@petra`, `@petra@list.example`; not in the middle of a word, and not a mail address. */
const NAME =
  /(?<![\p{L}\p{N}_@./])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)?/gu;

/** Turns `@name` in the editor's prose into a link to the participant's first post. */
export function linkNames(
  root: Root,
  { evidence, hrefOfPost }: Pick<Composition, 'evidence' | 'hrefOfPost'>,
): void {
  visit(root, (node, index, parent) => {
    if (node.type === 'link' || node.type === 'blockquote' || node.type === 'heading') return SKIP;
    if (node.type !== 'text' || !parent || index === undefined || !node.value.includes('@')) return undefined;
    const pieces = linked(node, (handle) => {
      const post = firstPostOf(handle, evidence);
      return post && hrefOfPost(post);
    });
    if (pieces.length === 1) return undefined;
    (parent as Parents & { children: Nodes[] }).children.splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
}

function linked(node: Text, hrefOf: (handle: string) => string | undefined): readonly PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let at = 0;
  for (const match of node.value.matchAll(NAME)) {
    const url = hrefOf(match[0]);
    if (!url) continue;
    if (match.index > at) pieces.push({ type: 'text', value: node.value.slice(at, match.index) });
    const data = { hProperties: { className: ['mention'] } };
    pieces.push({ type: 'link', url, data, children: [{ type: 'text', value: match[0] }] });
    at = match.index + match[0].length;
  }
  if (at < node.value.length) pieces.push({ type: 'text', value: node.value.slice(at) });
  return pieces;
}

function firstPostOf(handle: string, { posts }: Evidence): EvidencePost | undefined {
  const asked = handle.toLowerCase();
  return posts.find(({ reading }) => {
    const known = reading.author?.handle.toLowerCase() ?? '';
    return `@${known.replace(/^@/, '')}` === asked || `@${known.replace(/^@/, '').split('@')[0]}` === asked;
  });
}
