import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { cardLayout, measuredLayout, ROOM } from '../../../src/site/cards/card-layout.ts';
import type { Card } from '../../../src/site/cards/card-text.ts';

const TOKENS = readFileSync(resolve(import.meta.dirname, '../../../src/styles/tokens.css'), 'utf8');
const CARD: Card = {
  site: 'Quay',
  title: 'The ferry',
  lang: 'en',
  accent: 225,
  quote: { paragraphs: ['So.'], name: 'Ines', speaker: 'Ines', monogram: 'I', voice: 3 },
};

test('cards have the light colours of the pages', () => {
  const css = cardLayout(CARD, 40).css.join();
  const light = (name: string) => new RegExp(`--${name}: light-dark\\((oklch\\([^)]*\\))`).exec(TOKENS)?.[1];
  for (const name of ['paper', 'ink', 'soft', 'hair']) expect(css, name).toContain(light(name));
  const hued = (name: string) =>
    new RegExp(`--${name}: light-dark\\(oklch\\(([\\d. ]+) var`).exec(TOKENS)?.[1];
  expect(css).toContain(`oklch(${hued('voice')} 45)`);
  expect(css).toContain(`oklch(${hued('accent')} 225)`);
});

test('words from right to left stand by a rule at their right, whatever the language of the page', () => {
  const words = (lang: string, text: string) => {
    const quote = { paragraphs: [text], name: 'I', speaker: 'I', monogram: 'I', voice: 3 };
    return JSON.stringify(cardLayout({ ...CARD, lang, quote }, 40).node);
  };
  expect(words('en', 'צלצלתי')).toContain('words rtl');
  expect(words('ar', 'So.')).toContain('words ltr');
  expect(words('ar', '“لأن”')).toContain('words rtl');
  expect(words('ar', 'So.')).toContain('mark rtl');
});

test('the large words are measured without what stands below them', () => {
  const measured = JSON.stringify(measuredLayout(CARD, 40).node);
  expect(measured).toContain('So.');
  expect(measured).not.toContain('The ferry');
  expect(ROOM).toBeLessThan(630);
});
