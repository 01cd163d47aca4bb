import { statSync } from 'node:fs';
import { site } from 'virtual:quotidian';
import { type CardImage, type CardImages, indexFile, keptCards } from './cards/card-files.ts';

/** The card of a digest, or of the site; `undefined` where none was made. */
export function cardImage(slug?: string): CardImage | undefined {
  const images = cardImages();
  return slug === undefined ? images.site : images.digests[slug];
}

/** The slugs of the digests that have a card. */
export function digestsWithCard(): readonly string[] {
  return Object.keys(cardImages().digests);
}

let read: { readonly changed: number; readonly images: CardImages } | undefined;

/** Read once for as long as the file stays as it is: every page asks for them. */
function cardImages(): CardImages {
  const changed = statSync(indexFile(site.cache), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (read?.changed !== changed) read = { changed, images: keptCards(site.cache) };
  return read.images;
}
