import type { Blockquote, Code, Nodes, RootContent } from 'mdast';
import type { Spoiler } from '../body.ts';

/** A stretch of a body: Markdown to be read, or a block whose marks are no Markdown and which holds such stretches. */
export type Section =
  | { readonly markdown: string }
  | { readonly block: Blockquote | Code | Spoiler; readonly sections?: readonly Section[] };

/** The blocks of the sections. An empty block is left out. Who makes the sections bounds how deep they nest. */
export function sectionBlocks(
  sections: readonly Section[],
  read: (markdown: string) => readonly Nodes[],
): Nodes[] {
  return sections.flatMap((section): readonly Nodes[] => {
    if ('markdown' in section) return section.markdown.trim() === '' ? [] : read(section.markdown);
    if (!section.sections) return [section.block];
    const children = sectionBlocks(section.sections, read) as RootContent[];
    return children.length > 0 ? [{ ...section.block, children } as Nodes] : [];
  });
}
