import type { PhrasingContent } from 'mdast';
import { safeAddress } from '../../thread/address.ts';
import { withoutLooseBidi } from '../bidi.ts';
import { LONGEST_INDEX, lowered, raised } from '../raised.ts';
import { mentionOf, restoredText } from './links.ts';
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  hasClass,
  isElement,
  textOf,
  vanishes,
} from './nodes.ts';
import type { Run } from './whitespace.ts';

/** Puts what flows with the text at the end of `into`: emphasis, links, code, pictures, line breaks, text. */
export function addPhrasing(
  node: HtmlNode,
  into: PhrasingContent[],
  run: Run,
  skipped: ReadonlySet<HtmlNode>,
): void {
  if (skipped.has(node) || vanishes(node)) return;
  if (!isElement(node)) {
    if ('value' in node) run.addText(node.value, into);
    return;
  }
  const handler = Object.hasOwn(HANDLERS, node.tagName) ? HANDLERS[node.tagName] : undefined;
  if (handler) handler(node, into, run, skipped);
  else addChildren(node, into, run, skipped);
}

type Handler = (node: HtmlElement, into: PhrasingContent[], run: Run, skipped: ReadonlySet<HtmlNode>) => void;

const addChildren: Handler = (node, into, run, skipped) => {
  for (const child of node.childNodes) addPhrasing(child, into, run, skipped);
};

const wrapped =
  (type: 'emphasis' | 'strong' | 'delete'): Handler =>
  (node, into, run, skipped) => {
    const children: PhrasingContent[] = [];
    addChildren(node, children, run, skipped);
    if (children.length > 0) into.push({ type, children });
  };

const addCode: Handler = (node, into, run) => {
  const value = withoutLooseBidi(textOf([node], Number.POSITIVE_INFINITY))
    .replace(/\s+/g, ' ')
    .trim();
  if (value) run.addSolid({ type: 'inlineCode', value }, into);
};

const addLink: Handler = (node, into, run, skipped) => {
  const url = safeAddress(attribute(node, 'href'));
  const text = textOf([node], LONGEST_ADDRESS).trim();
  const restored = restoredText(node, text);
  const children: PhrasingContent[] = [];
  if (restored === undefined) addChildren(node, children, run, skipped);
  else run.addText(restored, children);
  if (url === undefined || children.length === 0) {
    into.push(...children);
    return;
  }
  const mention = mentionOf(node, text, url);
  into.push({ type: 'link', url, ...(mention ? { data: { mention } } : {}), children });
};
const LONGEST_ADDRESS = 4000;

/** Small pictures that stand for a character or count readers are not pictures. */
const addImage: Handler = (node, into, run) => {
  const alt = withoutLooseBidi(attribute(node, 'alt') ?? '');
  if (isEmoji(node)) {
    if (alt) run.addText(alt, into);
    return;
  }
  const url = safeAddress(attribute(node, 'src'));
  const counter = attribute(node, 'width') === '1' || attribute(node, 'height') === '1';
  if (url?.startsWith('http') && !counter) run.addSolid({ type: 'image', url, alt }, into);
};

function isEmoji(node: HtmlElement): boolean {
  return (
    EMOJI_CLASSES.some((name) => hasClass(node, name)) || attribute(node, 'data-mx-emoticon') !== undefined
  );
}
const EMOJI_CLASSES = ['emoji', 'emojione', 'custom-emoji', 'twemoji'];

/** `10<sup>2</sup>` must not read 102: numbers stand in Unicode's own raised and lowered digits, all else as it is. */
const shifted =
  (shift: (text: string) => string | undefined): Handler =>
  (node, into, run, skipped) => {
    const isPlain = node.childNodes.every((child) => !isElement(child));
    const number = isPlain ? shift(textOf([node], LONGEST_INDEX + 1).trim()) : undefined;
    if (number === undefined) addChildren(node, into, run, skipped);
    else run.addText(number, into);
  };

const HANDLERS: Readonly<Record<string, Handler>> = {
  a: addLink,
  b: wrapped('strong'),
  br: (_, into, run) => run.addBreak(into),
  cite: wrapped('emphasis'),
  code: addCode,
  del: wrapped('delete'),
  em: wrapped('emphasis'),
  i: wrapped('emphasis'),
  img: addImage,
  kbd: addCode,
  q: (node, into, run, skipped) => {
    run.addText('“', into);
    addChildren(node, into, run, skipped);
    run.addText('”', into);
  },
  s: wrapped('delete'),
  samp: addCode,
  strike: wrapped('delete'),
  strong: wrapped('strong'),
  sub: shifted(lowered),
  sup: shifted(raised),
  tt: addCode,
  var: wrapped('emphasis'),
  wbr: () => {},
};
