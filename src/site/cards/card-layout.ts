import type { Node } from '@takumi-rs/core';
import { directionOf } from '../language-tags.ts';
import type { Card, CardQuote } from './card-text.ts';

/** What link previews are made for: 1.91 to 1. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** A card as a tree of boxes, and its stylesheet. */
export interface CardLayout {
  readonly node: Node;
  readonly css: readonly string[];
}

/** The sizes in which the large words are tried, in pixels: the largest that fits is taken. */
export const SIZES = [68, 60, 54, 48, 43, 38, 33, 28, 23, 18] as const;

/** How high the large words with what belongs to them may be. */
export const ROOM = 384;

/** The large words alone, to be measured. */
export function measuredLayout(card: Card, size: number): CardLayout {
  return { node: box('measured', [mainOf(card)]), css: styleOf(card, size) };
}

/** The whole card. */
export function cardLayout(card: Card, size: number): CardLayout {
  const dir = directionOf(card.lang);
  const node = box('card', [box('main', [mainOf(card)]), { ...aboutOf(card), dir }]);
  return { node: { ...node, dir }, css: styleOf(card, size) };
}

/** The site's mark, which is the bracket that closes a quote, and what does not stand above in large letters. */
function aboutOf({ title, site, place, quote, lang }: Card): Node {
  const above = quote ? undefined : (title ?? site);
  const names = [
    ...(title && title !== above ? [line('title', title)] : []),
    ...(site && site !== above ? [line('site', site)] : []),
    ...(site && site === above && place ? [line('site', place)] : []),
  ];
  return box('about', [box(`mark ${directionOf(lang)}`, []), box('names', names)]);
}

function mainOf(card: Card): Node {
  const { quote, title = card.site, summary } = card;
  if (quote) return quoteOf(quote);
  return box('headed', [
    ...(title ? [line('headline', title)] : []),
    ...(summary ? [line('summary', summary)] : []),
  ]);
}

function quoteOf({ paragraphs, speaker, monogram, lang }: CardQuote): Node {
  const dir = directionOfText(paragraphs.join(' '));
  const lines = box(
    'lines',
    paragraphs.map((text) => line('paragraph', text)),
  );
  const words = box(`words ${dir}`, [lines, box('foot', [])]);
  return {
    ...box('quote', [box('speaker', [line('monogram', monogram), line('name', speaker)]), words]),
    dir,
    ...(lang ? { lang } : {}),
  };
}

function box(className: string, children: Node[]): Node {
  return { type: 'container', className, children };
}

function line(className: string, text: string): Node {
  return { type: 'text', className, text: text.normalize('NFC') };
}

/** As browsers read `dir="auto"`: the first letter decides. */
function directionOfText(text: string): 'ltr' | 'rtl' {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr';
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Light colours as `styles/tokens.css` has them. */
const PAPER = 'oklch(0.985 0.005 85)';
const INK = 'oklch(0.235 0.012 60)';
const SOFT = 'oklch(0.46 0.015 65)';
const HAIR = 'oklch(0.885 0.01 80)';

function styleOf({ accent, quote, title }: Card, size: number): readonly string[] {
  const hue = (quote?.voice ?? 0) * 15;
  const voice = `oklch(0.48 0.13 ${hue})`;
  const tint = `oklch(0.92 0.035 ${hue})`;
  const mark = `oklch(0.5 0.13 ${accent})`;
  return [
    `.card { display: flex; flex-direction: column; width: 1200px; height: 630px; padding: 52px 80px 44px;
       background: ${PAPER}; color: ${INK}; font-variant-numeric: oldstyle-nums; }
     .main { display: flex; flex-grow: 1; flex-direction: column; justify-content: center; width: 1040px; }
     .measured { display: flex; width: 1040px; font-variant-numeric: oldstyle-nums; }
     .quote, .headed { display: flex; flex-direction: column; width: 1040px; }
     .speaker { display: flex; align-items: center; column-gap: 16px; padding-bottom: 18px; color: ${voice}; }
     .monogram { display: flex; align-items: center; justify-content: center; width: 52px; height: 52px;
       border-radius: 26px; background-color: ${tint}; font-size: 22px; font-weight: 650; line-height: 1; }
     .name { display: block; font-size: 31px; font-weight: 620; line-height: 1.2; }
     .words { display: flex; flex-direction: column; position: relative; padding-top: 2px; padding-bottom: 24px;
       font-size: ${size}px; line-height: 1.34; }
     .words.ltr { padding-left: 38px; border-left: 8px solid ${voice}; }
     .words.rtl { padding-right: 38px; border-right: 8px solid ${voice}; }
     .lines { display: flex; flex-direction: column; row-gap: ${Math.round(size * 0.3)}px; }
     .paragraph { display: block; width: 994px; text-wrap: pretty; overflow-wrap: anywhere; }
     .foot { position: absolute; bottom: 0; width: 88px; height: 8px; background-color: ${voice}; }
     .ltr > .foot { left: -8px; }
     .rtl > .foot { right: -8px; }
     .headline { display: block; width: 1040px; font-size: ${title ? size : size + 28}px; font-weight: 600;
       line-height: 1.15; text-wrap: balance; overflow-wrap: anywhere; }
     .summary { display: block; width: 1040px; margin-top: 26px; color: ${SOFT};
       font-size: ${Math.max(28, Math.round(size * 0.55))}px; line-height: 1.4; text-wrap: pretty;
       overflow-wrap: anywhere; }
     .about { display: flex; align-items: flex-start; column-gap: 24px; width: 1040px; padding-top: 24px;
       border-top: 2px solid ${HAIR}; }
     .mark { flex-shrink: 0; width: 34px; height: 34px; margin-top: 2px; border-bottom: 8px solid ${mark}; }
     .mark.ltr { border-left: 8px solid ${mark}; }
     .mark.rtl { border-right: 8px solid ${mark}; }
     .names { display: flex; flex-direction: column; width: 970px; }
     .title { display: block; max-height: 76px; overflow: hidden; font-size: 30px; font-weight: 600; line-height: 1.25;
       text-wrap: balance; }
     .site { display: block; color: ${SOFT}; max-height: 36px; overflow: hidden;
       font-size: 25px; line-height: 1.4; }`,
  ];
}
