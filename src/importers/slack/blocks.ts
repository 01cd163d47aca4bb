import type { Attachment } from '../../thread/schema.ts';
import { webAddress } from '../reading/web-address.ts';
import { type Block, contextSchema, richTextSchema } from './message.ts';
import { encoded, namedMrkdwn, quotedMrkdwn } from './mrkdwn.ts';
import type { Names } from './names.ts';
import { leafText, richTextHtml } from './rich-text.ts';

/** What blocks say, in the best form they allow. */
export type Words = { readonly html: string } | { readonly mrkdwn: string };

/**
 * The words of a message's blocks: HTML where all of them are rich text, as what people write is; else mrkdwn, in which
 * applications write. `null` where no block holds words.
 */
export function blockWords(blocks: readonly Block[], names: Names): Words | null {
  const telling = blocks.filter(({ type }) => WORDLESS.every((wordless) => wordless !== type));
  if (telling.length === 0) return null;
  const words = telling.every(({ type }) => type === 'rich_text')
    ? { html: telling.map((block) => richTextHtml(richText(block), names)).join('') }
    : {
        mrkdwn: telling
          .map((block) => blockMrkdwn(block, names))
          .filter(Boolean)
          .join('\n\n'),
      };
  return Object.values(words).every((text) => text === '') ? null : words;
}

const WORDLESS = ['image', 'divider', 'actions', 'input', 'file', 'video', 'call', 'context_actions'];

/** The pictures of a message's blocks. */
export function blockPictures(blocks: readonly Block[]): readonly Attachment[] {
  return blocks
    .filter(({ type }) => type === 'image')
    .map(({ image_url, alt_text, title }): Attachment => {
      const url = webAddress(image_url);
      const name = wordsIn(title);
      return {
        type: 'image',
        ...(url && { url }),
        ...(name && { name }),
        ...(alt_text && { description: alt_text }),
      };
    });
}

function richText({ elements }: Block) {
  return richTextSchema.safeParse(elements ?? []).data ?? [];
}

function blockMrkdwn(block: Block, names: Names): string {
  const { type, text, fields, elements } = block;
  if (type === 'rich_text')
    return richText(block)
      .map((part) => {
        const items = part.elements ?? [];
        const words = items
          .map((item) => (item.elements ?? [item]).map((leaf) => leafText(leaf, names)).join(''))
          .map(encoded);
        if (part.type === 'rich_text_list') return words.map((item) => `• ${item}`).join('\n');
        if (part.type === 'rich_text_quote') return quotedMrkdwn(words.join(''));
        return part.type === 'rich_text_preformatted' ? `\`\`\`${words.join('')}\`\`\`` : words.join('');
      })
      .join('\n');
  if (type === 'header') return `*${encoded(wordsIn(text))}*`;
  const parts = [text, ...(fields ?? []), ...contextTexts(type === 'context' ? elements : [])];
  return parts
    .map((part) => marked(part, names))
    .filter(Boolean)
    .join('\n');
}

function contextTexts(elements: Block['elements']): readonly Block['text'][] {
  const read = contextSchema.safeParse(elements ?? []).data ?? [];
  return read.map(({ type, text }) => (typeof text === 'string' ? { type, text } : text));
}

function marked(written: Block['text'], names: Names): string {
  if (!written) return '';
  const text = wordsIn(written);
  const isPlain = typeof written !== 'string' && written.type === 'plain_text';
  return namedMrkdwn(isPlain ? encoded(text) : text, names);
}

function wordsIn(written: Block['text']): string {
  return (typeof written === 'string' ? written : written?.text) ?? '';
}
