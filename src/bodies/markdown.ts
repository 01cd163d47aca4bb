import type { Root } from 'mdast';
import { FLAVOURS, type FlavourName } from './flavours/index.ts';
import { plainParagraphs } from './markdown/plain-paragraphs.ts';
import { definitionsIn, safeFlow } from './markdown/safe-tree.ts';

/**
 * A body in one of the flavours as mdast: raw HTML built into nodes or gone, references resolved, http, https and
 * mailto addresses only, quotes marked by `data.quote`, attributions in their quote's data, a spoiler in a line a block
 * of its own. Where so many marks stand that no person wrote them, and in bodies longer than `LONGEST`, the text is
 * kept as it stands. Never throws.
 */
export function parseMarkdown(markdown: string, flavour: FlavourName): Root {
  if (markdown.length > LONGEST) return { type: 'root', children: plainParagraphs(markdown) };
  const { read, conventions } = FLAVOURS[flavour];
  const nodes = read(markdown);
  return { type: 'root', children: safeFlow(nodes, { definitions: definitionsIn(nodes), conventions }) };
}

/** In UTF-16 code units: four times what GitHub takes. */
const LONGEST = 262_144;
