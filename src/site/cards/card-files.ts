import { join } from 'node:path';
import { cacheFolder, readKept } from '../cache-files.ts';

/** A picture that link previews carry. */
export interface CardImage {
  /** Names the file in the cache: the same card has the same. */
  readonly hash: string;
  /** What it shows, in words. */
  readonly alt: string;
}

export interface CardImages {
  readonly site?: CardImage;
  /** By the digest's slug. */
  readonly digests: Readonly<Record<string, CardImage>>;
}

/** The cards as they were last made. */
export function keptCards(cache: string): CardImages {
  return readKept<CardImages>(indexFile(cache)) ?? { digests: {} };
}

/** Where the list of the cards lies in the cache. */
export function indexFile(cache: string): string {
  return join(cacheFolder(cache), 'cards.json');
}

/** Where a card lies in the cache. */
export function cardFile(cache: string, hash: string): string {
  return join(cardFolder(cache), `${hash}.png`);
}

/** The folder of the cards in the cache. */
export function cardFolder(cache: string): string {
  return join(cacheFolder(cache), 'cards');
}
