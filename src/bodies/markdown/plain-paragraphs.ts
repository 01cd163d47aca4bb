import type { Paragraph } from 'mdast';
import { withoutLooseBidi } from '../bidi.ts';

/** The text as paragraphs, nothing in it read as a mark. */
export function plainParagraphs(text: string): Paragraph[] {
  return text
    .split(/\n[ \t]*\n/)
    .filter((block) => block.trim() !== '')
    .map((block) => ({
      type: 'paragraph',
      children: [{ type: 'text', value: withoutLooseBidi(block.trim()) }],
    }));
}
