import { readFileSync } from 'node:fs';
import { site } from 'virtual:quotidian';
import { type CardImage, cardFile } from './cards/card-files.ts';

/** A card as it was drawn. */
export function cardResponse(card: CardImage | undefined): Response {
  if (!card) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(readFileSync(cardFile(site.cache, card.hash))), {
    headers: { 'content-type': 'image/png' },
  });
}
