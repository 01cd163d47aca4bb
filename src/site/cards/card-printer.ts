import { type CardLayout, CARD_SIZE, cardLayout, measuredLayout, ROOM, SIZES } from './card-layout.ts';
import type { CardFont } from './card-fonts.ts';
import type { Card } from './card-text.ts';

/** Draws cards; the same card gives the same bytes. */
export interface CardPrinter {
  /** As PNG. */
  print(card: Card): Promise<Uint8Array>;
}

/** `null` where the program that draws does not run on this machine. */
export async function cardPrinter(fonts: readonly CardFont[]): Promise<CardPrinter | null> {
  const takumi = await import('@takumi-rs/core').catch(() => null);
  if (!takumi) return null;
  const renderer = new takumi.Renderer({ cacheMaxBytes: 0 });
  for (const { family, data, ranges } of fonts) {
    await renderer.registerFont({
      name: family,
      data,
      unicodeRange: ranges.map(([from, to]): [number, number] => [from, to]),
    });
  }
  const options = ({ css }: CardLayout, { lang }: Card) => ({ css: [...css], lang });
  const heightOf = async (card: Card, size: number) => {
    const layout = measuredLayout(card, size);
    const { height } = await renderer.measure(layout.node, {
      ...options(layout, card),
      width: CARD_SIZE.width,
    });
    return height;
  };
  return {
    print: async (card) => {
      const size = await largestThatFits(card, heightOf);
      const layout = cardLayout(card, size);
      return renderer.render(layout.node, { ...options(layout, card), ...CARD_SIZE, format: 'png' });
    },
  };
}

async function largestThatFits(
  card: Card,
  heightOf: (card: Card, size: number) => Promise<number>,
): Promise<number> {
  for (const size of SIZES) if ((await heightOf(card, size)) <= ROOM) return size;
  return SIZES.at(-1) ?? 0;
}
