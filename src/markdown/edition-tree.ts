import type { Blockquote, Definition, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { markPassages } from '../bodies/mark-passages.ts';
import type { EvidencePost } from '../quotes/evidence.ts';
import { type Composition, linkNames, rankHeadings } from './compose-digest.ts';
import { repliesTo } from './embedded-posts.ts';
import { type IssueLinks, linkIssues } from './link-issues.ts';
import type { QuoteFigure } from './quote-figure.ts';
import type { DigestReading, Embed } from './read-digest.ts';

declare module 'mdast' {
  interface BlockquoteData {
    /** In an edition: what is known of the quote. */
    figure?: QuoteFigure;
  }
  interface LinkData {
    /** In an edition: what is known of the quotation in a sentence that the link is. */
    figure?: QuoteFigure;
  }
}

/** What an edition needs beside what a digest's page does. */
export interface EditionSetting extends Pick<
  Composition,
  'evidence' | 'figureOf' | 'figureOfPost' | 'quotesOfPost' | 'hrefOfPost' | 'words'
> {
  readonly issues: IssueLinks;
  /** Where several texts make one edition: keeps their footnotes apart. */
  readonly notes?: string;
  /** The whole address of what a link leads to; `undefined` where no page may lead there. */
  readonly whole: (address: string) => string | undefined;
}

/**
 * A digest as plain Markdown nodes, for what is read outside the site: each quote carries its `figure`, posts stand as
 * quotes in place of their directives, quotations in sentences, names and issues are links, addresses are whole.
 * What pages keep closed is left out: words behind a spoiler mark become `[…]`, a post behind a warning a link to it;
 * signatures and footers go without a word. `root` is changed.
 */
export function editionTree(root: Root, { quotes, embeds }: DigestReading, setting: EditionSetting): Root {
  const inline = quotes.filter((quote) => quote.range && quote.post);
  const ranges = inline.flatMap(({ range }) => (range ? [range] : []));
  const marked = markPassages(root, ranges);
  rankHeadings(marked);
  linkNames(marked, setting);
  linkIssues(marked, setting.issues);
  const byNode = new Map(quotes.flatMap((quote) => (quote.node ? [[quote.node, quote] as const] : [])));
  const place: Place = {
    setting,
    embeds,
    notes: setting.notes ?? '',
    definitions: definitionsIn(marked),
    inline: inline.map((quote) => setting.figureOf(quote)),
    figureOf: (node) => {
      const quote = byNode.get(node);
      return quote && setting.figureOf(quote);
    },
  };
  return { type: 'root', children: blocks(marked.children, place) };
}

/** What the nodes of one text are read with. */
interface Place {
  readonly setting: EditionSetting;
  readonly embeds: readonly Embed[];
  /** Keeps the footnotes of one text apart from those of others. */
  readonly notes: string;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly inline: readonly QuoteFigure[];
  readonly figureOf: (node: Blockquote) => QuoteFigure | undefined;
}

/** Stands for words that a page keeps closed. */
const LEFT_OUT = '[…]';

function blocks(nodes: readonly RootContent[], place: Place): RootContent[] {
  return nodes.flatMap((node) => converted(node, place)) as RootContent[];
}

function converted(node: Nodes, place: Place): readonly Nodes[] {
  switch (node.type) {
    case 'html':
    case 'part':
    case 'reviewed':
    case 'definition':
      return [];
    case 'spoiler':
      return [{ type: 'paragraph', children: [{ type: 'text', value: LEFT_OUT }] }];
    case 'blockquote':
      return quoteOrBox(node, place);
    case 'leafDirective': {
      const embed = place.embeds.find((one) => one.node === node);
      return embed ? wholePosts(embed, place.setting) : [];
    }
    case 'passage':
      return quotation(node.data.marks, inside(node, place), place);
    case 'link':
      return linkTo(node.url, inside(node, { ...place, inline: [] }), place);
    case 'linkReference':
      return linkTo(
        place.definitions.get(node.identifier)?.url ?? '',
        inside(node, { ...place, inline: [] }),
        place,
      );
    case 'image':
    case 'imageReference': {
      const url = place.setting.whole(addressOfImage(node, place) ?? '');
      return url ? [{ type: 'image', url, alt: node.alt ?? '' }] : [];
    }
    case 'footnoteReference':
    case 'footnoteDefinition':
      return [withChildren({ ...node, identifier: `${place.notes}${node.identifier}`, label: null }, place)];
    default:
      return [withChildren(node, place)];
  }
}

function withChildren(node: Nodes, place: Place): Nodes {
  return 'children' in node ? ({ ...node, children: inside(node, place) } as Nodes) : node;
}

function inside(node: Nodes, place: Place): readonly Nodes[] {
  return 'children' in node ? node.children.flatMap((child) => converted(child, place)) : [];
}

function addressOfImage(
  node: Extract<Nodes, { type: 'image' | 'imageReference' }>,
  { definitions }: Place,
): string | undefined {
  return node.type === 'image' ? node.url : definitions.get(node.identifier)?.url;
}

function linkTo(address: string, children: readonly Nodes[], { setting }: Place): readonly Nodes[] {
  const url = setting.whole(address);
  return url === undefined ? children : [{ type: 'link', url, children: children as PhrasingContent[] }];
}

function quotation(
  marks: readonly { readonly index: number }[],
  children: readonly Nodes[],
  { inline, setting }: Place,
): readonly Nodes[] {
  const [figure] = marks.flatMap(({ index }) => inline[index] ?? []);
  const known = figure && withWholeAddresses(figure, setting);
  if (!known?.passageHref) return children;
  return [
    {
      type: 'link',
      url: known.passageHref,
      data: { figure: known },
      children: children as PhrasingContent[],
    },
  ];
}

function quoteOrBox(node: Blockquote, place: Place): readonly Nodes[] {
  const children = blocks(node.children, place);
  if (!node.data?.quote) return children;
  const figure = place.figureOf(node);
  return children.length === 0 ? [] : [quote(children, figure, node, place.setting)];
}

function quote(
  children: readonly RootContent[],
  figure: QuoteFigure | undefined,
  source: Nodes,
  setting: EditionSetting,
): Blockquote {
  const known = figure && withWholeAddresses(figure, setting);
  return {
    type: 'blockquote',
    data: known ? { figure: hidesWords(source) ? { ...known, fidelity: 'abridged' } : known } : {},
    children: children as Blockquote['children'],
  };
}

function hidesWords(node: Nodes): boolean {
  let hides = false;
  visit(node, 'spoiler', () => {
    hides = true;
  });
  return hides;
}

function wholePosts(
  { post, depth }: Pick<Embed, 'post' | 'depth'>,
  setting: EditionSetting,
): readonly Nodes[] {
  const replies = depth > 0 ? repliesTo(post, setting.evidence) : [];
  return [
    wholePost(post, setting),
    ...replies.flatMap((reply) => wholePosts({ post: reply, depth: depth - 1 }, setting)),
  ];
}

function wholePost(post: EvidencePost, setting: EditionSetting): Nodes {
  const { root, post: said } = post.reading;
  if (said.warning) return behindWarning(post, said.warning, setting);
  const { ranges, inline, figureOf } = setting.quotesOfPost(post);
  const marked = markPassages(root, ranges);
  const children = blocks(marked.children, {
    setting,
    embeds: [],
    notes: `${setting.notes ?? ''}${said.id}-`,
    definitions: definitionsIn(marked),
    inline,
    figureOf,
  });
  return quote(children, setting.figureOfPost(post), root, setting);
}

function behindWarning(post: EvidencePost, warning: string, setting: EditionSetting): Paragraph {
  const name: PhrasingContent = { type: 'text', value: setting.words.postName(post) };
  const url = setting.whole(setting.hrefOfPost(post));
  const link: PhrasingContent = url ? { type: 'link', url, children: [name] } : name;
  return {
    type: 'paragraph',
    children: [link, { type: 'text', value: ` (${setting.words.warning(warning)})` }],
  };
}

function definitionsIn(root: Root): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  visit(root, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return definitions;
}

function withWholeAddresses(figure: QuoteFigure, { whole }: EditionSetting): QuoteFigure {
  const { postHref, passageHref, original, ...rest } = figure;
  const post = postHref && whole(postHref);
  const passage = passageHref && whole(passageHref);
  const href = original && whole(original.href);
  return {
    ...rest,
    ...(post ? { postHref: post } : {}),
    ...(passage ? { passageHref: passage } : {}),
    ...(original && href ? { original: { ...original, href } } : {}),
  };
}
