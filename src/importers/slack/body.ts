import type { Body } from '../../thread/schema.ts';
import { escapeHtml } from '../assembly/markup.ts';
import { blockWords, type Words } from './blocks.ts';
import type { Block, Message, MessageAttachment } from './message.ts';
import { namedMrkdwn, quotedMrkdwn } from './mrkdwn.ts';
import type { Names } from './names.ts';

/** Words of another message that a message carries with it. */
export interface CarriedQuote {
  readonly attachment: MessageAttachment;
  /** Its address, where it is known to be of the web. */
  readonly url?: string;
}

/** Words in each form that the export has them in. */
interface Stretch {
  readonly html?: string;
  readonly mrkdwn: string;
  readonly quoted?: CarriedQuote;
}

/**
 * What a message says: its own words, what an application attached, and the words of messages it carries, as quotes.
 * HTML where all of that is rich text; else mrkdwn, for both cannot stand in one body.
 */
export function bodyOf(
  message: Message,
  said: readonly MessageAttachment[],
  quotes: readonly CarriedQuote[],
  names: Names,
): Body {
  const stretches = [
    ownWords(message, names),
    ...said.map((attachment) => attachedWords(attachment, names)),
    ...quotes.map((quoted) => quotedWords(quoted, names)),
  ].filter(({ html, mrkdwn }) => html || mrkdwn);
  if (stretches.length > 0 && stretches.every(({ html }) => html))
    return { html: stretches.map(asHtml).join('') };
  return { markdown: stretches.map(asMrkdwn).filter(Boolean).join('\n\n'), flavour: 'slack' };
}

function ownWords(message: Message, names: Names): Stretch {
  const { subtype, comment, upload, file, files, text, blocks } = message;
  if (subtype === 'file_comment' && comment) return { mrkdwn: namedMrkdwn(comment.comment, names) };
  // Before 2018 Slack itself wrote a sentence about the file that was uploaded.
  if (upload === true && file && !files)
    return { mrkdwn: namedMrkdwn(file.initial_comment?.comment ?? '', names) };
  return stretchOf(blockWords(blocks ?? [], names), text, names);
}

/** `text` is what Slack wrote for programs that know no blocks; of applications it says less than the blocks. */
function stretchOf(words: Words | null, text: string, names: Names): Stretch {
  if (words && 'mrkdwn' in words) return words;
  return { ...words, mrkdwn: namedMrkdwn(text, names) };
}

function attachedWords(attachment: MessageAttachment, names: Names): Stretch {
  const { pretext, title, title_link, text, fields, fallback, blocks } = attachment;
  const words = blockWords(blocks ?? [], names);
  if (words) return stretchOf(words, text, names);
  const heading = title_link && title ? `<${title_link}|${title}>` : title;
  const parts = [pretext, heading, text, ...(fields ?? []).map((field) => `${field.title}: ${field.value}`)];
  const mrkdwn = parts.filter(Boolean).join('\n') || fallback;
  return { mrkdwn: namedMrkdwn(mrkdwn, names) };
}

function quotedWords(quoted: CarriedQuote, names: Names): Stretch {
  const { message_blocks, text } = quoted.attachment;
  const blocks: readonly Block[] = (message_blocks ?? []).flatMap(({ message }) => message?.blocks ?? []);
  return { ...stretchOf(blockWords(blocks, names), text, names), quoted };
}

/** The class is that of mail programs: with it the line is an attribution, whatever the name and the language. */
function asHtml({ html = '', quoted }: Stretch): string {
  if (!quoted) return html;
  const { author_name } = quoted.attachment;
  const line = author_name ? `<div class="moz-cite-prefix">${escapeHtml(author_name)} wrote:</div>` : '';
  const cite = quoted.url ? ` cite="${escapeHtml(quoted.url)}"` : '';
  return `${line}<blockquote${cite}>${html}</blockquote>`;
}

function asMrkdwn({ mrkdwn, quoted }: Stretch): string {
  return quoted ? quotedMrkdwn(mrkdwn) : mrkdwn;
}
