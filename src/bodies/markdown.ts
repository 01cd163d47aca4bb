import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { isTooDense, piecesOf } from './markdown/pieces.ts';
import { plainParagraphs } from './markdown/plain-paragraphs.ts';
import { definitionsIn, safeFlow } from './markdown/safe-tree.ts';

/**
 * A Markdown body (CommonMark, or GitHub's flavour) as mdast: raw HTML built into nodes or gone, references resolved,
 * http, https and mailto addresses only, quotes marked by `data.quote`, attributions in their quote's data. Where so
 * many marks stand that no person wrote them, and in bodies longer than `LONGEST`, the text is kept as it stands.
 * Never throws.
 */
export function parseMarkdown(markdown: string, flavour: 'commonmark' | 'github'): Root {
  if (markdown.length > LONGEST) return { type: 'root', children: plainParagraphs(markdown) };
  const options = flavour === 'github' ? GITHUB : {};
  const nodes = piecesOf(markdown).flatMap((piece): Nodes[] =>
    isTooDense(piece) ? plainParagraphs(piece) : fromMarkdown(piece, options).children,
  );
  return { type: 'root', children: safeFlow(nodes, definitionsIn(nodes)) };
}

/** In UTF-16 code units: four times what GitHub takes. */
const LONGEST = 262_144;

const GITHUB = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
