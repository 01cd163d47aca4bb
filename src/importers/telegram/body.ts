import { safeAddress } from '../../thread/address.ts';
import { maskMailAddresses } from '../../thread/mail-address.ts';
import { escapeHtml } from '../assembly/markup.ts';
import { paragraphsOf, type Piece } from '../assembly/paragraphs.ts';
import type { Entity, Message } from './message.ts';
import { safeName } from './people.ts';

/** What a message says, as HTML; what it forwards is a quote. */
export function bodyHtml(message: Message): string {
  const words = entitiesHtml(entitiesOf(message));
  const question = message.poll?.question ?? '';
  const html = `${question ? `<p>${lineHtml(question)}</p>` : ''}${words}`;
  if (html === '' || !isForwarded(message)) return html;
  const name = safeName(message.forwarded_from ?? '');
  // The class is that of mail programs: with it the line is an attribution, whatever the name and the language.
  const line = name ? `<div class="moz-cite-prefix">${escapeHtml(name)} wrote:</div>` : '';
  return `${line}<blockquote>${html}</blockquote>`;
}

/** Whether a message holds another's words. Channels forward their own to the group where they are talked about. */
function isForwarded({ forwarded_from, forwarded_from_id, from, from_id }: Message): boolean {
  if (forwarded_from === undefined && forwarded_from_id === null) return false;
  if (forwarded_from_id !== null && from_id !== null) return forwarded_from_id !== from_id;
  return forwarded_from === null || forwarded_from !== from;
}

/** Older exports have entities in `text` only. */
function entitiesOf({ text, text_entities }: Message): readonly Entity[] {
  if (text_entities && text_entities.length > 0) return text_entities;
  const parts = typeof text === 'string' ? [text] : (text ?? []);
  return parts.map((part) => (typeof part === 'string' ? { type: 'plain', text: part, href: '' } : part));
}

function entitiesHtml(entities: readonly Entity[]): string {
  const html: string[] = [];
  let pieces: Piece[] = [];
  const endParagraphs = () => {
    html.push(paragraphs(pieces));
    pieces = [];
  };
  for (const entity of entities) {
    const words = maskMailAddresses(entity.text);
    const block = BLOCKS.get(entity.type);
    if (!block) {
      pieces.push({ words, html: (part) => inlineHtml(entity, lineHtml(part)) });
      continue;
    }
    endParagraphs();
    html.push(block(words));
  }
  endParagraphs();
  return html.join('');
}

const BLOCKS: ReadonlyMap<string, (words: string) => string> = new Map([
  ['pre', (words) => `<pre>${escapeHtml(words)}</pre>`],
  ['blockquote', (words) => `<blockquote>${paragraphs([{ words, html: lineHtml }])}</blockquote>`],
]);

function paragraphs(pieces: readonly Piece[]): string {
  return paragraphsOf(pieces)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');
}

function lineHtml(words: string): string {
  return escapeHtml(words).replaceAll('\n', '<br>');
}

const TAGS: ReadonlyMap<string, string> = new Map([
  ['bold', 'strong'],
  ['italic', 'em'],
  ['code', 'code'],
  ['strikethrough', 's'],
]);

/** Mentions, hashtags, custom emoji and all the rest are what their words are. */
function inlineHtml({ type, text, href }: Entity, html: string): string {
  const tag = TAGS.get(type);
  if (tag) return `<${tag}>${html}</${tag}>`;
  if (type === 'spoiler') return `<span class="spoiler">${html}</span>`;
  const address = type === 'text_link' ? safeAddress(href) : type === 'link' ? linkAddress(text) : undefined;
  return address?.startsWith('http') ? `<a href="${escapeHtml(address)}">${html}</a>` : html;
}

/** `quay.example/tides`: people write addresses without a scheme, and Telegram links them. */
function linkAddress(text: string): string | undefined {
  return safeAddress(text) ?? safeAddress(`https://${text}`);
}
