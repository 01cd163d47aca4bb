import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { themeCss } from '../../src/site/theme/theme-css.ts';
import { openBrowser } from './browser.ts';

const TOKENS = readFileSync(resolve(import.meta.dirname, '../../src/styles/tokens.css'), 'utf8');
/** WCAG 2.2, 1.4.3 for text and 1.4.11 for what is drawn. */
const TEXT = 4.5;
const DRAWN = 3;
const HUES = Array.from({ length: 24 }, (_, n) => n * 15);
const GROUNDS = ['--paper', '--wash'];

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

describe.each(['light', 'dark'] as const)('on %s paper', (colorScheme) => {
  describe.each(['no-preference', 'more'] as const)('where the reader prefers contrast: %s', (contrast) => {
    beforeAll(() => page.emulateMedia({ colorScheme, contrast }));

    test('every voice can be read as text, on the page, on a wash and in its monogram', async () => {
      const pairs = HUES.flatMap((_, n) =>
        [...GROUNDS, '--tint'].map((ground) => ({ of: `voice-${n}`, text: '--voice', ground })),
      );
      expect(await tooLow(pairs, TEXT)).toEqual([]);
    });

    test('ink and soft ink can be read on every ground, changed lines among them', async () => {
      const grounds = [...GROUNDS, '--glow', '--inserted', '--deleted'];
      const pairs = ['--ink', '--soft'].flatMap((text) => grounds.map((ground) => ({ text, ground })));
      expect(await tooLow([...pairs, { text: '--ink', ground: '--glow-strong' }], TEXT)).toEqual([]);
    });

    test('the accent can be read at every hue that an editor may choose', async () => {
      for (const accent of HUES) {
        const pairs = [...GROUNDS, '--glow'].flatMap((ground) => [
          { text: '--accent', ground },
          { text: '--ink', ground: '--glow-strong' },
        ]);
        expect(await tooLow(pairs, TEXT, accent), `accent: ${accent}`).toEqual([]);
      }
    });

    test('the wave below a wrong quote can be seen', async () => {
      expect(await tooLow([{ text: '--wrong', ground: '--paper' }], DRAWN)).toEqual([]);
    });
  });
});

interface Pair {
  /** The class of the element that the tokens are read from. */
  readonly of?: string;
  readonly text: string;
  readonly ground: string;
}

/** The pairs whose contrast is too low, each with what it is. */
async function tooLow(pairs: readonly Pair[], least: number, accent = 40): Promise<readonly string[]> {
  const theme = themeCss({ accent, fonts: {}, mark: undefined }, '/');
  await page.setContent(`<!doctype html><style>${TOKENS}${theme}</style><p></p>`);
  const ratios = await page.evaluate(contrasts, pairs);
  return pairs.flatMap(({ of = '', text, ground }, n) => {
    const ratio = ratios[n] ?? 0;
    return ratio < least ? [`${of} ${text} on ${ground}: ${ratio.toFixed(2)}`] : [];
  });
}

/** In the browser, which alone knows what `oklch` and `light-dark` come to. */
function contrasts(pairs: readonly Pair[]): number[] {
  const probe = document.querySelector('p');
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!probe || !context) throw new Error('There is nothing to draw on.');
  const luminance = (token: string) => {
    probe.style.color = `var(${token})`;
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  return pairs.map(({ of = '', text, ground }) => {
    probe.className = of;
    const [light = 0, dark = 0] = [luminance(text), luminance(ground)].toSorted((one, other) => other - one);
    return (light + 0.05) / (dark + 0.05);
  });
}
