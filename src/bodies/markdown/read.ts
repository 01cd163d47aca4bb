import type { Nodes } from 'mdast';
import { type Extension as TreeExtension, fromMarkdown } from 'mdast-util-from-markdown';
import type { Extension } from 'micromark-util-types';
import { isTooDense, piecesOf } from './pieces.ts';
import { plainParagraphs } from './plain-paragraphs.ts';

/** What a flavour adds to CommonMark and takes from it. */
export interface Syntax {
  readonly extensions?: Extension[];
  readonly mdastExtensions?: (TreeExtension | TreeExtension[])[];
}

/** Markdown as blocks, piece by piece; where so many marks stand that no person wrote them, its text as it stands. */
export function readMarkdown(markdown: string, syntax: Syntax): Nodes[] {
  return piecesOf(markdown).flatMap((piece): Nodes[] =>
    isTooDense(piece) ? plainParagraphs(piece) : fromMarkdown(piece, syntax).children,
  );
}
