import type { Attributes } from '../language-tags.ts';
import type { Quotation } from '../quotations.ts';

/** What a social card may show; `cardOf` decides what of it does. */
export interface CardText {
  readonly site: string;
  /** Where the site stands: `quotidian.example`. */
  readonly place: string;
  /** The digest's title; absent on the card of the site. */
  readonly title?: string;
  readonly summary: string;
  readonly quotations: readonly Pick<Quotation, 'paragraphs' | 'author' | 'lang'>[];
  /** BCP 47, of title and summary. */
  readonly lang: string;
  /** The hue of the site's mark, in degrees of OKLCH. */
  readonly accent: number;
}

/** What a social card shows: nothing on it lacks a glyph. */
export interface Card {
  readonly site?: string;
  readonly place?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly quote?: CardQuote;
  readonly lang: string;
  readonly accent: number;
}

export interface CardQuote extends Pick<Attributes, 'lang'> {
  readonly paragraphs: readonly string[];
  /** As the card writes it: without emoji. */
  readonly speaker: string;
  /** As it is. */
  readonly name: string;
  readonly monogram: string;
  readonly voice: number;
}

/** Quotes up to this width are shown whole, rather than a longer one cut. A letter is 1 wide, a Chinese character 2. */
const WHOLE = 240;
const LONGEST_TITLE = 110;
const LONGEST_SUMMARY = 260;
const CUT = ' […]';

/**
 * Chooses what a card shows among what can be drawn. The first quote of moderate length wins; where all are longer the
 * first is cut between words, which the card marks as every omission is marked. Where no quote can be drawn the title
 * and the summary stand alone, and what of them cannot be drawn is left out.
 */
export function cardOf(
  { site, place, title, summary, quotations, lang, accent }: CardText,
  canDraw: (text: string) => boolean,
): Card {
  const quotes = quotations.map(({ paragraphs, author, lang: spoken }): CardQuote => {
    const { name, monogram, voice } = author;
    return {
      paragraphs,
      name,
      speaker: withoutEmoji(name),
      monogram,
      voice,
      ...(spoken ? { lang: spoken } : {}),
    };
  });
  const whole = quotes.find(
    (quote) => widthOf(quote.paragraphs.join(' ')) <= WHOLE && isDrawn(quote, canDraw),
  );
  const quote = whole ?? quotes.map(cut).find((one) => one !== undefined && isDrawn(one, canDraw));
  const drawn = (text: string | undefined, longest: number) =>
    text && canDraw(text) ? shortenedTo(text, longest, ' …') : undefined;
  const shown = {
    site: drawn(site, LONGEST_TITLE),
    place: drawn(place, LONGEST_TITLE),
    title: drawn(title, LONGEST_TITLE),
    summary: quote ? undefined : drawn(summary, LONGEST_SUMMARY),
    quote,
  };
  return { lang, accent, ...withoutAbsent(shown) };
}

type Present<Value> = { readonly [Key in keyof Value]?: NonNullable<Value[Key]> };

function withoutAbsent<Value extends object>(value: Value): Present<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Present<Value>;
}

function isDrawn({ paragraphs, speaker, monogram }: CardQuote, canDraw: (text: string) => boolean): boolean {
  return speaker !== '' && [...paragraphs, speaker, monogram].every(canDraw);
}

/** Between words; `undefined` where there is no such place that leaves half of what a card can hold. */
function cut(quote: CardQuote): CardQuote | undefined {
  const paragraphs: string[] = [];
  let room = WHOLE;
  for (const paragraph of quote.paragraphs) {
    const shown = shortenedTo(paragraph, room, CUT);
    if (shown === undefined)
      return paragraphs.length > 0 ? { ...quote, paragraphs: closed(paragraphs) } : undefined;
    paragraphs.push(shown);
    if (shown !== paragraph) break;
    room -= widthOf(paragraph);
  }
  return { ...quote, paragraphs };
}

function closed(paragraphs: readonly string[]): readonly string[] {
  return paragraphs.map((text, index) => (index === paragraphs.length - 1 ? `${text}${CUT}` : text));
}

/** The text up to that width, cut between words; `undefined` where there is no such place in its second half. */
function shortenedTo(text: string, longest: number, mark: string): string | undefined {
  if (widthOf(text) <= longest) return text;
  let width = 0;
  let space = 0;
  let at = 0;
  for (const character of text) {
    if (character === ' ') space = at;
    width += widthOf(character);
    if (width > longest) break;
    at += character.length;
  }
  return space > 0 && widthOf(text.slice(0, space)) >= longest / 2
    ? `${text.slice(0, space)}${mark}`
    : undefined;
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

/** `Ines 🌊` is `Ines`: beside a name emoji are decoration, and no text font has them. */
function withoutEmoji(name: string): string {
  return name
    .replace(/\p{RGI_Emoji}|\p{Extended_Pictographic}|[\p{Emoji_Modifier}\ufe0f\u200d]/gv, '')
    .replace(/\s+/g, ' ')
    .trim();
}
