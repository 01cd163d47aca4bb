import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeChanged } from '../cache-files.ts';
import { hashOf } from '../content-files.ts';
import type { DigestRecord } from '../digest-records.ts';
import type { PrepareOptions } from '../prepare-options.ts';
import type { Settings } from '../settings.ts';
import { wordsFor, type Words } from '../words/index.ts';
import { type CardImage, type CardImages, cardFile, cardFolder, indexFile } from './card-files.ts';
import { drawableIn, readCardFonts } from './card-fonts.ts';
import { cardLayout, SIZES } from './card-layout.ts';
import { cardPrinter } from './card-printer.ts';
import { type Card, cardOf } from './card-text.ts';

export interface CardsMade {
  readonly cards: number;
  /** How many were drawn; the others were kept. */
  readonly drawn: number;
  /** Set where none can be drawn. */
  readonly reason?: 'no program' | 'turned off';
}

/** Cards that are drawn at a time: the program that draws uses a thread for each. */
const AT_A_TIME = 4;

/**
 * Draws the card of the site and of each published digest into the cache. What a card shows names its file, so that one
 * is drawn only when that has changed.
 */
export async function makeCards(
  digests: readonly DigestRecord[],
  site: string,
  options: PrepareOptions,
): Promise<CardsMade> {
  const folder = cardFolder(options.cache);
  mkdirSync(folder, { recursive: true });
  if (options.settings.cards === false) return withoutCards('turned off', options);
  const { fonts, hash: ofFonts } = readCardFonts(
    options.root,
    ownFonts(options.settings),
    join(folder, 'letters.json'),
  );
  const canDraw = drawableIn(fonts);
  const program = programVersion();
  const cards = cardsOf(digests, site, options, canDraw).map(({ slug, card, alt }) => {
    return {
      slug,
      card,
      alt,
      hash: hashOf(program, ofFonts, String(SIZES), JSON.stringify(cardLayout(card, 0))),
    };
  });
  const missing = cards.filter(({ hash }) => !existsSync(cardFile(options.cache, hash)));
  const printer = missing.length > 0 ? await cardPrinter(fonts) : null;
  if (missing.length > 0 && !printer) return withoutCards('no program', options);
  for (let at = 0; at < missing.length; at += AT_A_TIME) {
    await Promise.all(
      missing.slice(at, at + AT_A_TIME).map(async ({ card, hash }) => {
        if (printer) writeWhole(cardFile(options.cache, hash), await printer.print(card));
      }),
    );
  }
  const images: CardImages = {
    digests: Object.fromEntries(
      cards.flatMap(({ slug, hash, alt }) => (slug === undefined ? [] : [[slug, { hash, alt }]])),
    ),
    ...siteImage(cards),
  };
  removeOthers(folder, new Set(cards.map(({ hash }) => `${hash}.png`)));
  writeChanged(indexFile(options.cache), JSON.stringify(images));
  return { cards: cards.length, drawn: missing.length };
}

interface NamedCard {
  /** Absent on the card of the site. */
  readonly slug?: string;
  readonly card: Card;
  readonly alt: string;
}

function cardsOf(
  digests: readonly DigestRecord[],
  site: string,
  { settings, base }: PrepareOptions,
  canDraw: (text: string) => boolean,
): readonly NamedCard[] {
  const words = wordsFor(settings.lang);
  const about = {
    site: settings.title,
    place: `${new URL(site).host}${base.replace(/\/+$/, '')}`,
    accent: settings.accent,
  };
  const ofSite = cardOf(
    { ...about, summary: settings.description, quotations: [], lang: settings.lang },
    canDraw,
  );
  return [
    { card: ofSite, alt: altOf(ofSite, settings.title, settings, words) },
    ...digests
      .filter(({ view }) => !view.draft)
      .map(({ view, quotations }): NamedCard => {
        const { slug, title, summary, lang } = view;
        const card = cardOf({ ...about, title, summary, quotations, lang }, canDraw);
        return { slug, card, alt: altOf(card, title, settings, words) };
      }),
  ];
}

function altOf({ quote }: Card, title: string, settings: Settings, words: Words): string {
  return quote
    ? words.preview.quote(quote.name, quote.paragraphs.join(' '))
    : [...new Set([title, settings.title])].join(', ');
}

function siteImage(
  cards: readonly (CardImage & { readonly slug?: string | undefined })[],
): Pick<CardImages, 'site'> {
  const card = cards.find(({ slug }) => slug === undefined);
  return card ? { site: { hash: card.hash, alt: card.alt } } : {};
}

function withoutCards(reason: NonNullable<CardsMade['reason']>, { cache }: PrepareOptions): CardsMade {
  writeChanged(indexFile(cache), JSON.stringify({ digests: {} } satisfies CardImages));
  return { cards: 0, drawn: 0, reason };
}

function ownFonts({ cards }: Settings): readonly string[] {
  return typeof cards === 'object' ? cards.fonts : [];
}

/** Another version may draw the same card otherwise. */
function programVersion(): string {
  const path = new URL('../package.json', import.meta.resolve('@takumi-rs/core'));
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

/** A build that ends in between leaves no half of a picture. */
function writeWhole(path: string, content: Uint8Array): void {
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}

function removeOthers(folder: string, known: ReadonlySet<string>): void {
  for (const name of readdirSync(folder))
    if (/\.(?:png|part)$/.test(name) && !known.has(name)) rmSync(join(folder, name));
}
