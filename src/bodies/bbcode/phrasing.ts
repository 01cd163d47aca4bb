import type { PhrasingContent } from 'mdast';
import { withBreaks } from '../markdown/map-phrasing.ts';
import type { Nested } from '../nested.ts';
import { linkText } from '../plain/links.ts';
import { type Tag, tagValue } from './tags.ts';

type Piece = string | Tag;

/** What flows with the text: emphasis, links, pictures, bare addresses, line breaks. */
export function phrasingOf(nested: readonly Nested<Piece>[]): PhrasingContent[] {
  return nested.flatMap((one): readonly PhrasingContent[] => {
    if (!('piece' in one))
      return typeof one.opener === 'string' ? phrasingOf(one.children) : held(one.opener, one.children);
    return typeof one.piece === 'string' ? linked(one.piece) : linked(one.piece.raw);
  });
}

/** What stands between two tags, as it was typed. */
export function rawText(nested: readonly Nested<Piece>[]): string {
  return nested
    .map((one) => {
      if (!('piece' in one)) return rawText(one.children);
      return typeof one.piece === 'string' ? one.piece : one.piece.raw;
    })
    .join('');
}

function linked(text: string): readonly PhrasingContent[] {
  return withBreaks(text).flatMap((node) => (node.type === 'text' ? linkText(node.value) : [node]));
}

const TYPES: Readonly<Record<string, 'strong' | 'emphasis' | 'delete' | 'inlineSpoiler'>> = {
  b: 'strong',
  i: 'emphasis',
  s: 'delete',
  strike: 'delete',
  del: 'delete',
  ispoiler: 'inlineSpoiler',
};

function held(opener: Tag, children: readonly Nested<Piece>[]): readonly PhrasingContent[] {
  const { name } = opener;
  if (name === 'img') return picture(rawText(children).trim());
  if (name === 'icode') return [{ type: 'inlineCode', value: rawText(children) }];
  if (name === 'noparse' || name === 'plain') return withBreaks(rawText(children));
  if (name === 'url' || name === 'email') return link(opener, children);
  const content = phrasingOf(children);
  const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
  return type && content.length > 0 ? [{ type, children: content }] : content;
}

function picture(url: string): readonly PhrasingContent[] {
  return url === '' ? [] : [{ type: 'image', url, alt: '' }];
}

/** `[url=https://…]words[/url]`, `[url]https://…[/url]`, `[email]…[/email]`; a bare address in a link is its text. */
function link(opener: Tag, children: readonly Nested<Piece>[]): readonly PhrasingContent[] {
  const written = tagValue(opener) || rawText(children).trim();
  const url = opener.name === 'email' && !written.startsWith('mailto:') ? `mailto:${written}` : written;
  const content = withoutLinks(phrasingOf(children));
  return content.length > 0 ? [{ type: 'link', url, children: content }] : [];
}

function withoutLinks(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node) => (node.type === 'link' ? withoutLinks(node.children) : [node]));
}
