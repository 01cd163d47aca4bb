import type { Card } from '../../thread/schema.ts';
import { escapeHtml } from '../assembly/markup.ts';
import { wholeAddress, wholeAddressEdits } from '../reading/home-address.ts';
import {
  behindElement,
  type HtmlToken,
  htmlTokens,
  type OpeningTag,
  tagHasClass,
  textOfTokens,
} from '../reading/html-tokens.ts';
import { type Edit, splice } from '../reading/splice.ts';
import { webAddress } from '../reading/web-address.ts';

export interface Cooked {
  readonly html: string;
  /** What oneboxes show of the pages they lead to: others' words, which must not pass for the author's. */
  readonly cards: readonly Card[];
  /** The forum's own emoji: shortcode without colons → picture. */
  readonly emoji: Readonly<Record<string, string>>;
}

/**
 * The HTML of a post without what the forum's software put into it: oneboxes become cards, the poll of that name goes
 * to the post's own, names and sizes of pictures go; addresses become whole where the forum's is known.
 */
export function readCooked(cooked: string, forum: string | undefined, poll: string | undefined): Cooked {
  if (!MAY_HOLD_MORE.test(cooked)) return { html: cooked, cards: [], emoji: {} };
  const tokens = htmlTokens(cooked);
  const cards: Card[] = [];
  const emoji = new Map<string, string>();
  const edits: Edit[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'open') continue;
    const made = partOf(token, poll);
    if (!made) {
      addEmoji(token, forum, emoji);
      if (forum) edits.push(...wholeAddressEdits([token], forum));
      continue;
    }
    const behind = behindElement(tokens, at);
    const inner = tokens.slice(at, behind);
    const end = inner.at(-1)?.end ?? token.end;
    edits.push({ start: token.start, end, text: made === 'poll' ? titleOfPoll(inner) : '' });
    if (made === 'onebox') cards.push(...cardOf(token, inner, forum));
    at = behind - 1;
  }
  return { html: splice(cooked, edits), cards, emoji: Object.fromEntries(emoji) };
}

/** A quick look: an address without a host, or one of the words below. */
const MAY_HOLD_MORE = /(?:href|src)\s{0,8}=\s{0,8}["']?[/#]|onebox|poll|meta|emoji-custom/i;

/** `<img class="emoji emoji-custom" title=":quay:" src="/uploads/…">` */
function addEmoji(tag: OpeningTag, forum: string | undefined, emoji: Map<string, string>): void {
  if (tag.name !== 'img' || !tagHasClass(tag, 'emoji-custom')) return;
  const shortcode = SHORTCODE.exec(tag.attributes.get('title')?.value ?? '')?.[1];
  const source = tag.attributes.get('src')?.value ?? '';
  const address = webAddress(forum ? wholeAddress(source, forum) : source);
  if (shortcode && address) emoji.set(shortcode, address);
}
/** `:quay:` */
const SHORTCODE = /^:(?!__proto__:)([\w+-]{1,100}):$/;

/** `<aside class="onebox">`, `<div class="poll" data-poll-name="poll">`, `<div class="meta">` below a picture. */
function partOf(tag: OpeningTag, poll: string | undefined): 'onebox' | 'poll' | 'meta' | undefined {
  if (tag.name === 'aside') return tagHasClass(tag, 'onebox') ? 'onebox' : undefined;
  if (tag.name !== 'div') return undefined;
  if (tagHasClass(tag, 'meta')) return 'meta';
  const name = tagHasClass(tag, 'poll') ? tag.attributes.get('data-poll-name')?.value : undefined;
  return name !== undefined && name === poll ? 'poll' : undefined;
}

/** What a poll asks is its author's own words. */
function titleOfPoll(tokens: readonly HtmlToken[]): string {
  const at = tokens.findIndex((token) => token.kind === 'open' && tagHasClass(token, 'poll-title'));
  if (at < 0) return '';
  const title = textOfTokens(tokens.slice(at, behindElement(tokens, at)));
  return title && `<p>${escapeHtml(title)}</p>`;
}

function cardOf(tag: OpeningTag, tokens: readonly HtmlToken[], forum: string | undefined): readonly Card[] {
  const links = tokens.flatMap((token) =>
    token.kind === 'open' && token.name === 'a' ? (token.attributes.get('href')?.value ?? []) : [],
  );
  const source = [tag.attributes.get('data-onebox-src')?.value ?? [], ...links].flat();
  const url = webAddress(...source.map((one) => (forum ? wholeAddress(one, forum) : one)));
  const heading = textIn(tokens, ({ name }) => name === 'h3' || name === 'h4');
  const title = heading || url;
  if (!title) return [];
  const description = textIn(tokens, ({ name }) => name === 'p');
  const site = textIn(tokens, (one) => one.name === 'header');
  return [{ ...(url && { url }), title, ...(description && { description }), ...(site && { site }) }];
}

function textIn(tokens: readonly HtmlToken[], wanted: (tag: OpeningTag) => boolean): string {
  const at = tokens.findIndex((token) => token.kind === 'open' && wanted(token));
  return at < 0 ? '' : textOfTokens(tokens.slice(at, behindElement(tokens, at)));
}
