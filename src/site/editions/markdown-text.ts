import type { Blockquote, Link, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { addressOfWords, speakerIn, verdictsOn } from './quote-facts.ts';
import type { Edition } from './edition.ts';
import type { Words } from '../words/index.ts';

/**
 * An edition as Markdown: CommonMark with the tables and struck words of GitHub's. A quote ends with a line that says
 * who said it, when, how faithful it is where it is not verbatim, and where it stands; behind a digest's frontmatter the
 * text is a digest again, whose quotes are found as they were.
 */
export function markdownText({
  title,
  summary,
  address,
  tree,
  threads,
  site,
  words,
  ...edition
}: Edition): string {
  const by = edition.editors.length > 0 ? [words.digest.by(edition.editors)] : [];
  const head: RootContent[] = [
    { type: 'heading', depth: 1, children: [text(title)] },
    ...(summary === '' ? [] : [paragraph({ type: 'emphasis', children: [text(summary)] })]),
    paragraph(text(`${[words.dates.day(edition.date), ...by].join(', ')}, `), link(address)),
  ];
  const drawnOn: RootContent[] = [
    { type: 'heading', depth: 2, children: [text(words.digest.threads)] },
    {
      type: 'list',
      spread: false,
      children: threads.map((thread) => ({
        type: 'listItem',
        spread: false,
        children: [paragraph(link(thread.address, thread.title))],
      })),
    },
  ];
  const foot: RootContent[] = [{ type: 'thematicBreak' }, paragraph(link(site.address, site.title))];
  const root: Root = {
    type: 'root',
    children: [...head, ...attributed(tree.children, words), ...(threads.length > 0 ? drawnOn : []), ...foot],
  };
  return toMarkdown(root, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    bullet: '-',
    emphasis: '_',
    rule: '-',
    listItemIndent: 'one',
    // A digest's directives begin like this.
    unsafe: [{ atBreak: true, character: ':', after: ':' }],
  });
}

function attributed(nodes: readonly RootContent[], words: Words): RootContent[] {
  return nodes.map((node) => withAttributions(node, words)) as RootContent[];
}

function withAttributions(node: Nodes, words: Words): Nodes {
  if (node.type === 'blockquote') return attributedQuote(node, words);
  return 'children' in node
    ? ({ ...node, children: node.children.map((child) => withAttributions(child, words)) } as Nodes)
    : node;
}

function attributedQuote(node: Blockquote, words: Words): Blockquote {
  const children = attributed(node.children, words) as Blockquote['children'];
  const line = attributionOf(node, words);
  return { type: 'blockquote', children: line ? [...children, line] : children };
}

/** `— Petra Holm, 3 March 2026, abridged, <https://…>` */
function attributionOf({ data }: Blockquote, words: Words): Paragraph | null {
  const figure = data?.figure;
  if (!figure) return null;
  const name = speakerIn(figure);
  const address = addressOfWords(figure);
  // A line that names nobody would be read back as a name.
  if (name === null && address === undefined) return null;
  const said = [
    name ?? words.quote.unknown,
    ...(figure.published ? [words.dates.day(figure.published)] : []),
    ...verdictsOn(figure, words),
  ].join(', ');
  return address === undefined ? paragraph(text(`— ${said}`)) : paragraph(text(`— ${said}, `), link(address));
}

function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** Without a text of its own it is printed as `<https://…>`. */
function link(url: string, label = url): Link {
  return { type: 'link', url, children: [text(label)] };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
