import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { displayName } from '../../thread/display-name.ts';

const MOST_WORDS = 8;
const LONGEST_TITLE = 80;
/** Characters of HTML: enough for eight words after any number of mentions that a post can hold. */
const READ_AT_MOST = 4000;

/**
 * The first words of a text, as a title on one line; empty where there are none. For an importer whose platform gives
 * its threads no title.
 */
export function titleFromText(text: string): string {
  const words = displayName(text.slice(0, READ_AT_MOST)).split(' ');
  const kept = words.slice(0, MOST_WORDS).join(' ');
  const characters = [...kept];
  if (characters.length > LONGEST_TITLE) return `${characters.slice(0, LONGEST_TITLE - 1).join('')}…`;
  return words.length > MOST_WORDS ? `${kept.replace(/[\s,;:.–—-]{1,8}$/, '')}…` : kept;
}

/** The text of an HTML body as far as a title needs it, without mark-up, mentions, links and quotes. */
export function textForTitle(html: string): string {
  return plainText(beginningOf(html));
}

/** A tag that the cut would halve goes whole. */
function beginningOf(html: string): string {
  if (html.length <= READ_AT_MOST) return html;
  const kept = html.slice(0, READ_AT_MOST);
  return kept.lastIndexOf('<') > kept.lastIndexOf('>') ? kept.slice(0, kept.lastIndexOf('<')) : kept;
}

function plainText(html: string): string {
  const texts: string[] = [];
  const waiting: Nodes[] = [fromHtml(html, { fragment: true })];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') texts.push(node.value);
    if (node.type === 'element' && isBlock(node)) texts.push(' ');
    if ('children' in node && !(node.type === 'element' && isReference(node)))
      waiting.push(...node.children.toReversed());
  }
  return texts.join('');
}

function isBlock({ tagName }: Element): boolean {
  return !['a', 'b', 'code', 'del', 'em', 'i', 's', 'span', 'strong', 'u'].includes(tagName);
}

/** A link or a mention, the line that stands for a quoted post, a quote, or what is not text; a hashtag is a word. */
function isReference({ tagName, properties }: Element): boolean {
  const { className } = properties;
  const classes = Array.isArray(className) ? className : [];
  if (tagName === 'a') return !classes.includes('hashtag');
  return (
    ['blockquote', 'script', 'style', 'template', 'title'].includes(tagName) ||
    classes.includes('quote-inline') ||
    classes.includes('invisible')
  );
}
