import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cardFile, cardFolder, keptCards } from '../../../src/site/cards/card-files.ts';
import { drawableIn, readCardFonts } from '../../../src/site/cards/card-fonts.ts';
import { makeCards } from '../../../src/site/cards/make-cards.ts';
import type { DigestRecord } from '../../../src/site/digest-records.ts';
import type { PrepareOptions } from '../../../src/site/prepare-options.ts';
import { type Settings, settingsSchema } from '../../../src/site/settings.ts';

const SITE = 'https://quay.example';
const DAY = new Date('2026-01-01T00:00:00Z');

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quotidian-cards-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const optionsWith = (settings: Partial<Settings> = {}): PrepareOptions => ({
  root,
  cache: join(root, 'cache'),
  version: '1',
  base: '/',
  settings: { ...settingsSchema.parse({ title: 'Quay' }), ...settings },
});

interface Told {
  readonly title?: string;
  readonly words?: string;
  readonly name?: string;
  readonly draft?: boolean;
}

const digest = (slug: string, { title = slug, words, name = 'Ines Kovar', draft = false }: Told = {}) =>
  ({
    view: { slug, title, summary: 'A sailing that was not.', lang: 'en', draft },
    quotations: words ? [{ paragraphs: [words], author: { name, monogram: 'IK', voice: 3 } }] : [],
  }) as unknown as DigestRecord;

const pictures = () => readdirSync(cardFolder(optionsWith().cache)).filter((name) => name.endsWith('.png'));
const bytesOf = (slug: string) => {
  const { cache } = optionsWith();
  return readFileSync(cardFile(cache, keptCards(cache).digests[slug]?.hash ?? ''));
};

test('the site and each published digest get a PNG of 1200 by 630, and words for it', async () => {
  const digests = [digest('ferry', { words: 'The ferry says otherwise.' }), digest('plan', { draft: true })];
  expect(await makeCards(digests, SITE, optionsWith())).toEqual({ cards: 2, drawn: 2 });
  const png = bytesOf('ferry');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(keptCards(optionsWith().cache)).toMatchObject({
    site: { alt: 'Quay' },
    digests: { ferry: { alt: 'Ines Kovar: “The ferry says otherwise.”' } },
  });
  expect(Object.keys(keptCards(optionsWith().cache).digests)).toEqual(['ferry']);
});

test('nothing is drawn or written again while a card shows the same', async () => {
  const digests = [digest('ferry', { words: 'The ferry says otherwise.' }), digest('market')];
  await makeCards(digests, SITE, optionsWith());
  for (const name of pictures()) utimesSync(join(cardFolder(optionsWith().cache), name), DAY, DAY);
  expect(await makeCards(digests, SITE, { ...optionsWith(), version: '2' })).toEqual({ cards: 3, drawn: 0 });
  for (const name of pictures())
    expect(statSync(join(cardFolder(optionsWith().cache), name)).mtimeMs).toBe(DAY.getTime());
});

test('a card that shows something else is drawn anew, the others are not, and the old one goes', async () => {
  await makeCards([digest('ferry', { words: 'One.' }), digest('market')], SITE, optionsWith());
  const changed = [digest('ferry', { words: 'Two.' }), digest('market')];
  expect(await makeCards(changed, SITE, optionsWith())).toEqual({ cards: 3, drawn: 1 });
  expect(pictures()).toHaveLength(3);
});

test('the same card has the same bytes, drawn alone or among others', async () => {
  const ferry = digest('ferry', { words: 'The ferry says otherwise.', name: 'Zoë Ångström' });
  await makeCards([ferry], SITE, optionsWith());
  const alone = bytesOf('ferry');
  rmSync(optionsWith().cache, { recursive: true });
  const others = Array.from({ length: 12 }, (_, n) => digest(`market-${n}`, { words: `Market ${n}.` }));
  await makeCards([...others, ferry], SITE, optionsWith());
  expect(bytesOf('ferry').equals(alone)).toBe(true);
});

test('a site that wants no cards gets none', async () => {
  const made = await makeCards([digest('ferry')], SITE, optionsWith({ cards: false }));
  expect(made).toEqual({ cards: 0, drawn: 0, reason: 'turned off' });
  expect(pictures()).toEqual([]);
  expect(keptCards(optionsWith().cache)).toEqual({ digests: {} });
});

test('letters that the fonts lack are never drawn as boxes: the words stay away, and what is said of it agrees', async () => {
  const japanese = digest('weir', { title: 'The weir', words: '堰が静かになった。' });
  await makeCards([japanese], SITE, optionsWith());
  expect(keptCards(optionsWith().cache).digests.weir?.alt).toBe('The weir, Quay');
});

test('a font of the project draws what ours lack', async () => {
  const font = resolve(
    import.meta.dirname,
    '../../../node_modules/@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-math-wght-normal.woff2',
  );
  const letter = '√';
  const withFont = readCardFonts(root, [font], join(root, 'letters.json'));
  const without = readCardFonts(root, [], join(root, 'letters.json'));
  expect(drawableIn(without.fonts)(letter)).toBe(false);
  expect(drawableIn(withFont.fonts)(letter)).toBe(true);
  expect(withFont.hash).not.toBe(without.hash);
});

test.each([
  ['that is not there', 'no-such.otf', /There is no such font/],
  ['that is none', 'package.json', /This is no font that can be read/],
])('a font %s is named with its place', async (_, file, message) => {
  const font = file === 'package.json' ? resolve(import.meta.dirname, '../../../package.json') : file;
  await expect(makeCards([], SITE, optionsWith({ cards: { fonts: [font] } }))).rejects.toMatchObject({
    code: 'bad-font',
    message: expect.stringMatching(message),
    place: { file: expect.stringContaining(file) },
  });
});

test.each([
  ['Latin', 'Où naît l’idée? Łódź, Ångström, Tiếng Việt: “so” – 1911 … [sic] €'],
  ['Greek and Cyrillic', 'Ο μύλος. Ёжик в тумане. Ґанок.'],
  ['Arabic', 'قرعت جرس الكنيسة، لأن السد صمت؟'],
  ['Hebrew', 'צלצלתי בפעמון.'],
  ['invisible signs', 'a\u200bb\u00adc\u2067d\u2069\n'],
  ['letters with marks of their own', 'e\u0301'],
])('%s can be drawn', (_, text) => {
  expect(drawableIn(readCardFonts(root, [], join(root, 'letters.json')).fonts)(text)).toBe(true);
});

test.each(['堰', '🌊', '\ue000', 'ꙮ'])('%s cannot', (text) => {
  expect(drawableIn(readCardFonts(root, [], join(root, 'letters.json')).fonts)(text)).toBe(false);
});
