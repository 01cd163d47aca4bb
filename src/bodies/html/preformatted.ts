import type { BlockContent, PhrasingContent } from 'mdast';
import { withoutLooseBidi } from '../bidi.ts';
import { attribute, type HtmlElement, type HtmlNode, hasClass, isElement, vanishes } from './nodes.ts';

/** `<pre>` as code with its language, or as paragraphs where a mail program wrote prose into it. */
export function preformatted(node: HtmlElement): readonly BlockContent[] {
  const value = withoutLooseBidi(rawText(node)).replace(/^\n/, '').trimEnd();
  if (value.trim() === '') return [];
  if (hasClass(node, 'moz-quote-pre') || attribute(node, 'wrap') !== undefined) return proseLines(value);
  const lang = languageOf(node);
  return [{ type: 'code', value, ...(lang ? { lang } : {}) }];
}

function rawText(node: HtmlElement): string {
  const waiting: HtmlNode[] = [node];
  const pieces: string[] = [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.nodeName === 'br') pieces.push('\n');
    else if (next.nodeName === '#text' && 'value' in next) pieces.push(next.value);
    else if (isElement(next) && !vanishes(next)) waiting.push(...next.childNodes.toReversed());
  }
  return pieces.join('');
}

function languageOf(node: HtmlElement): string | undefined {
  const inner = node.childNodes.find((child) => isElement(child));
  const classes = [node, inner].map((one) => (one && isElement(one) ? (attribute(one, 'class') ?? '') : ''));
  return LANGUAGE.exec(classes.join(' '))?.[1];
}
/** `language-rust`, `lang-rust` */
const LANGUAGE = /(?:^|\s)lang(?:uage)?-([\w+#.-]{1,40})(?=\s|$)/;

function proseLines(value: string): readonly BlockContent[] {
  return value
    .split(/\n(?:[ \t]*\n)+/)
    .map((block) => block.split('\n'))
    .map((lines) => ({
      type: 'paragraph',
      children: lines.flatMap((line, n): PhrasingContent[] => [
        ...(n > 0 ? [{ type: 'break' } as const] : []),
        { type: 'text', value: line },
      ]),
    }));
}
