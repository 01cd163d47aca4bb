import type { Nodes } from 'mdast';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { blockTags } from '../bbcode/block-tags.ts';
import { readQuoteTag } from '../bbcode/quote-tag.ts';
import { cutAtTags, type Tag, tagValue } from '../bbcode/tags.ts';
import { MARKDOWN_CONVENTIONS } from '../conventions/markdown/index.ts';
import { type MarkPair, markSyntax, pairMarks } from '../markdown/inline-marks.ts';
import { mapText, withBreaks } from '../markdown/map-phrasing.ts';
import { readMarkdown } from '../markdown/read.ts';
import { type Section, sectionBlocks } from '../markdown/sections.ts';
import { nest, type Nested } from '../nested.ts';
import { DEEPEST, type Flavour } from './flavour.ts';

/**
 * What people type on Discourse (`raw`): Markdown with `[quote="petra, post:3, topic:77"]` around quotes,
 * `[details="Title"]` and `[spoiler]` around what is covered, and BBCode's `[b]`, `[i]`, `[u]`, `[s]`. Line ends are
 * kept. A tag without its partner is text.
 */
export const discourse: Flavour = {
  read(body) {
    const pieces = cutAtTags(body, blockTags(body, HOLDERS));
    const nested = nest(pieces, endsOf, DEEPEST);
    return sectionBlocks(nested.flatMap(sectionOf), readStretch);
  },
  conventions: MARKDOWN_CONVENTIONS,
};

const HOLDERS: ReadonlySet<string> = new Set(['quote', 'details', 'spoiler']);

function endsOf(piece: string | Tag) {
  if (typeof piece === 'string') return null;
  return piece.closing ? { closes: piece.name } : { opens: piece.name };
}

function sectionOf(nested: Nested<string | Tag>): Section[] {
  if ('piece' in nested) return typeof nested.piece === 'string' ? [{ markdown: nested.piece }] : [];
  const { opener, children } = nested;
  const sections = children.flatMap(sectionOf);
  if (typeof opener === 'string') return sections;
  if (opener.name === 'quote')
    return [{ block: { type: 'blockquote', data: { quote: readQuoteTag(opener) }, children: [] }, sections }];
  const summary = tagValue(opener);
  return [{ block: { type: 'spoiler', ...(summary ? { summary } : {}), children: [] }, sections }];
}

const INLINE: readonly MarkPair[] = [
  { opens: '[spoiler]', closes: '[/spoiler]', type: 'inlineSpoiler' },
  { opens: '[b]', closes: '[/b]', type: 'strong' },
  { opens: '[i]', closes: '[/i]', type: 'emphasis' },
  { opens: '[s]', closes: '[/s]', type: 'delete' },
  { opens: '[u]', closes: '[/u]', type: null },
];
const MARKS = markSyntax(INLINE);
const SYNTAX = {
  extensions: [gfm(), ...MARKS.extensions],
  mdastExtensions: [gfmFromMarkdown(), ...MARKS.mdastExtensions],
};

function readStretch(markdown: string): Nodes[] {
  const nodes = readMarkdown(markdown, SYNTAX);
  for (const node of nodes) visit(node, tidyUpload);
  return mapText(pairMarks(nodes, INLINE, DEEPEST), withBreaks);
}

/** `![map|690x400, 75%](…)`, `[tables|attachment](…)`: what follows the bar is for the forum's software. */
function tidyUpload(node: Nodes): void {
  if (node.type === 'image' && node.alt) node.alt = node.alt.replace(SIZE, '');
  const label = node.type === 'link' ? node.children.at(-1) : undefined;
  if (label?.type === 'text') label.value = label.value.replace(/\|attachment$/, '');
}
/** `|690x400`, `|690x400, 75%`, `|video` */
const SIZE = /\|(?:\d{1,5}x\d{1,5}(?:, ?\d{1,3}%)?|video|audio|thumbnail)$/;
