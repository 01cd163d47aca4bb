import { attribute, type HtmlElement, type HtmlNode, hasClass, isElement } from './nodes.ts';

/**
 * The full address that a link's text was shortened from, `undefined` where the text is no shortened address.
 * Mastodon: `<span class="ellipsis">` and `<span class="invisible">` hold its pieces; Hacker News and others cut it
 * off with `...`.
 */
export function restoredText(link: HtmlElement, text: string): string | undefined {
  const href = attribute(link, 'href');
  if (href === undefined) return undefined;
  if (link.childNodes.some(isPiece)) return ADDRESS.test(text) && !CUT.test(text) ? text : href;
  if (!CUT.test(text)) return undefined;
  const kept = text.replace(CUT, '').replace(ADDRESS, '');
  return kept.length > 3 && href.replace(ADDRESS, '').startsWith(kept) ? href : undefined;
}

/** `https://` */
const ADDRESS = /^https?:\/\//i;
/** `tides.example/tables/2026/spri...` */
const CUT = /(?:\.{3}|…)$/;

function isPiece(node: HtmlNode): boolean {
  return isElement(node) && (hasClass(node, 'invisible') || hasClass(node, 'ellipsis'));
}

/**
 * The handle of the person whom a link mentions, `@ines@quay.example`; the host is the address's where the text names
 * none. `undefined` where the link is no mention; a hashtag is none.
 */
export function mentionOf(link: HtmlElement, text: string, url: string): string | undefined {
  const [, user] = MATRIX_USER.exec(url) ?? [];
  if (user) return `@${user.replace(/%3a/i, ':')}`;
  if (hasClass(link, 'hashtag') || !MENTION_CLASSES.some((name) => hasClass(link, name))) return undefined;
  const handle = HANDLE.exec(text.trim());
  if (!handle?.[1]) return undefined;
  const host = handle[2] ?? URL.parse(url)?.host;
  return host ? `@${handle[1]}@${host}` : `@${handle[1]}`;
}
/** Matrix writes who is mentioned into the address only: `https://matrix.to/#/@ines:quay.example` */
const MATRIX_USER = /^https:\/\/matrix\.to\/#\/(?:@|%40)([\w.=/+-]{1,250}(?::|%3a)[\w.:-]{1,250})$/i;
const MENTION_CLASSES = ['mention', 'u-url', 'user-mention'];
/** `@ines`, `@ines@quay.example` */
const HANDLE = /^@?([\w.-]{1,100})(?:@([\w.:-]{1,200}))?$/;
