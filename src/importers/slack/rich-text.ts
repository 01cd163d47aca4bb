import { safeAddress } from '../../thread/address.ts';
import { maskMailAddresses } from '../../thread/mail-address.ts';
import { escapeHtml } from '../assembly/markup.ts';
import { paragraphsOf } from '../assembly/paragraphs.ts';
import type { Leaf, RichPart } from './message.ts';
import { channelName, type Names, personName } from './names.ts';

/** The parts of a rich text block as HTML: paragraphs, nested lists, quotes, code. */
export function richTextHtml(parts: readonly RichPart[], names: Names): string {
  const html: string[] = [];
  let lists: RichPart[] = [];
  const endLists = () => {
    if (lists.length > 0) html.push(listsHtml(lists, names));
    lists = [];
  };
  for (const part of parts) {
    if (part.type === 'rich_text_list') {
      lists.push(part);
      continue;
    }
    endLists();
    html.push(partHtml(part, names));
  }
  endLists();
  return html.join('');
}

/** What a leaf says, without mark-up. */
export function leafText(leaf: Leaf, names: Names): string {
  const { type, text, url, user_id, channel_id, usergroup_id, range, name, unicode, value, fallback } = leaf;
  switch (type) {
    case 'link':
      return maskMailAddresses(text || url.replace(/^mailto:/, ''));
    case 'user':
      return `@${personName(user_id, names)}`;
    case 'channel':
      return `#${channelName(channel_id, names)}`;
    case 'usergroup':
      return `@${usergroup_id}`;
    case 'broadcast':
      return `@${range}`;
    case 'emoji':
      return characters(unicode) ?? `:${name}:`;
    case 'date':
      return fallback || (leaf.timestamp ?? '');
    case 'color':
      return value;
    default:
      return maskMailAddresses(text);
  }
}

function partHtml({ type, elements }: RichPart, names: Names): string {
  const leaves = elements ?? [];
  if (type === 'rich_text_preformatted')
    return `<pre>${escapeHtml(leaves.map((leaf) => leafText(leaf, names)).join(''))}</pre>`;
  const html = paragraphs(leaves, names)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');
  return type === 'rich_text_quote' ? `<blockquote>${html}</blockquote>` : html;
}

const DEEPEST_LIST = 8;

/** Lists that follow each other are one list; each says how far it is indented. */
function listsHtml(lists: readonly RichPart[], names: Names): string {
  const html: string[] = [];
  /** Each with its last item open. */
  const open: ('ol' | 'ul')[] = [];
  const close = () => html.push(`</li></${open.pop()}>`);
  for (const { indent, style, elements } of lists) {
    const depth = Math.min(indent ?? 0, DEEPEST_LIST) + 1;
    const tag = style === 'ordered' ? 'ol' : 'ul';
    while (open.length > depth || (open.length === depth && open.at(-1) !== tag)) close();
    for (const item of elements ?? []) {
      if (open.length === depth) html.push('</li><li>');
      for (; open.length < depth; open.push(tag)) html.push(`<${tag}><li>`);
      html.push(paragraphs(item.elements ?? [], names).join('<br>'));
    }
  }
  while (open.length > 0) close();
  return html.join('');
}

function paragraphs(leaves: readonly Leaf[], names: Names): readonly string[] {
  return paragraphsOf(
    leaves.map((leaf) => ({ words: leafText(leaf, names), html: (words) => leafHtml(leaf, words) })),
  );
}

function leafHtml({ type, url, style }: Leaf, words: string): string {
  const html = escapeHtml(words).replaceAll('\n', '<br>');
  const address = type === 'link' ? safeAddress(url) : undefined;
  const linked = address?.startsWith('http') ? `<a href="${escapeHtml(address)}">${html}</a>` : html;
  if (typeof style !== 'object' || style === null) return linked;
  const tags = [style.code && 'code', style.strike && 's', style.italic && 'em', style.bold && 'strong'];
  return tags.filter((tag) => typeof tag === 'string').reduce(within, linked);
}

function within(html: string, tag: string): string {
  return `<${tag}>${html}</${tag}>`;
}

/** `1f468-200d-1f4bb`: the code points of one emoji. */
const CODE_POINTS = /^[0-9a-f]{1,6}(?:-[0-9a-f]{1,6}){0,15}$/i;
const LAST_CODE_POINT = 0x10ffff;

function characters(unicode: string): string | undefined {
  if (!CODE_POINTS.test(unicode)) return undefined;
  const points = unicode.split('-').map((point) => Number.parseInt(point, 16));
  return points.every((point) => point <= LAST_CODE_POINT) ? String.fromCodePoint(...points) : undefined;
}
