import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsSchema } from '../../src/site/settings.ts';
import { fontFamilies } from '../../src/site/theme/font-families.ts';
import { loadedFonts } from '../../src/site/theme/font-settings.ts';
import { themeCss } from '../../src/site/theme/theme-css.ts';

const settingsWith = (more: object) => settingsSchema.parse({ title: 'Quay', ...more });
const served = (file: string) => ({ fonts: { text: { name: 'Lora', files: [{ file }] } } });

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'quotidian-theme-'));
  writeFileSync(join(root, 'lora.woff2'), 'wOF2 and the rest of it');
  writeFileSync(join(root, 'page.woff2'), '<html>Not found</html>');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a site that asks for nothing', () => {
  const { accent, fonts, mark } = settingsWith({});

  test('changes no token but the accent', () => {
    expect(themeCss({ accent, fonts, mark }, '/')).toBe(':root{--accent-h:40}');
  });

  test('loads Source Serif, in Western letters ahead of need', () => {
    expect(loadedFonts(fonts)).toEqual([
      { cssVariable: '--font-text', ahead: true },
      { cssVariable: '--font-text-extended', ahead: false },
    ]);
    expect(fontFamilies(root, fonts).map(({ name }) => name)).toEqual(['Source Serif 4', 'Source Serif 4']);
  });
});

test('a stack of fonts that computers have is named in the style sheet, and nothing is loaded for it', () => {
  const settings = settingsWith({ fonts: { text: 'old-style', code: 'typewriter' } });
  expect(themeCss(settings, '/')).toBe(
    ":root{--accent-h:40;--text:'Iowan Old Style', 'Palatino Linotype', 'URW Palladio L', P052, serif;--code:'Nimbus Mono PS', 'Courier New', monospace}",
  );
  expect(loadedFonts(settings.fonts)).toEqual([]);
  expect(fontFamilies(root, settings.fonts)).toEqual([]);
});

test('a font of the project takes the place of ours, with a stack behind it', () => {
  const settings = settingsWith(served('lora.woff2'));
  expect(themeCss(settings, '/')).toContain('--text:var(--font-text)');
  expect(loadedFonts(settings.fonts)).toEqual([{ cssVariable: '--font-text', ahead: true }]);
  expect(fontFamilies(root, settings.fonts)).toMatchObject([
    { name: 'Lora', cssVariable: '--font-text', fallbacks: expect.arrayContaining(['Sitka Text', 'serif']) },
  ]);
});

test('a picture stands before the name of the site, below its base', () => {
  expect(themeCss(settingsWith({ mark: 'img/mark.svg' }), '/notes')).toContain('url("/notes/img/mark.svg")');
});

test.each([
  ['that is not there', 'absent.woff2', 'The font absent.woff2 is not there.'],
  ['that is something else', 'page.woff2', 'The font page.woff2 is no WOFF2 file.'],
])('a font file %s is refused', (_, file, message) => {
  expect(() => fontFamilies(root, settingsWith(served(file)).fonts)).toThrow(message);
});

test.each([
  { fonts: { text: 'comic' } },
  { fonts: { body: 'slab' } },
  served('lora.ttf'),
  { fonts: { text: { name: 'x"}*{', files: [{ file: 'lora.woff2' }] } } },
  { fonts: { text: { name: 'Lora', files: [{ file: 'lora.woff2', weight: '400;x' }] } } },
  { mark: '../mark.svg' },
  { mark: 'mark.svg")' },
  { mark: 'https://quay.example/mark.js' },
])('%j is refused', (settings) => {
  expect(settingsSchema.safeParse({ title: 'Quay', ...settings }).success).toBe(false);
});
