import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { displayName } from '../../thread/display-name.ts';
import type { Status } from './status.ts';
import { withoutEmoji } from './emoji.ts';

const MOST_WORDS = 8;
const LONGEST_TITLE = 80;
/** Characters of HTML: enough for eight words after any number of mentions that a post can hold. */
const READ_AT_MOST = 4000;

/**
 * The first words of a status, without mark-up, mentions and links; where it has a content warning the first words
 * of that, for a title is read by all. Empty where there are none.
 */
export function titleOf(status: Pick<Status, 'content' | 'spoiler_text' | 'emojis'>): string {
  const text = status.spoiler_text.trim() || plainText(beginningOf(status.content));
  const words = displayName(withoutEmoji(text, status.emojis ?? [])).split(' ');
  const kept = words.slice(0, MOST_WORDS).join(' ');
  const characters = [...kept];
  if (characters.length > LONGEST_TITLE) return `${characters.slice(0, LONGEST_TITLE - 1).join('')}…`;
  return words.length > MOST_WORDS ? `${kept.replace(/[\s,;:.–—-]{1,8}$/, '')}…` : kept;
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
