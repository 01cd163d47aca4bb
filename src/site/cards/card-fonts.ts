import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkitten';
import { QuotidianError } from '../../thread/error.ts';
import { readKept, writeChanged } from '../cache-files.ts';
import { hashOf } from '../content-files.ts';

/** A font that cards are set in, and which letters it has. */
export interface CardFont {
  readonly family: string;
  readonly data: Buffer;
  /** From, to: code points, both included, in order. */
  readonly ranges: readonly (readonly [number, number])[];
}

export interface CardFonts {
  readonly fonts: readonly CardFont[];
  /** Changes when any of the fonts does. */
  readonly hash: string;
}

/** The pages' own serif, and the like of it for the two scripts that are written from right to left. */
const BUNDLED: readonly (readonly [family: string, address: string])[] = [
  ...['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'].map((subset) => {
    const file = `@fontsource-variable/source-serif-4/files/source-serif-4-${subset}-wght-normal.woff2`;
    return ['Source Serif 4', import.meta.resolve(file)] as const;
  }),
  [
    'Noto Naskh Arabic',
    import.meta
      .resolve('@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2'),
  ],
  [
    'Noto Serif Hebrew',
    import.meta
      .resolve('@fontsource-variable/noto-serif-hebrew/files/noto-serif-hebrew-hebrew-wght-normal.woff2'),
  ],
];

/**
 * The fonts that come with the generator, and behind them `own`, files of the project in `root`. Which letters each has
 * is kept in the file `kept`, for a compressed font takes a tenth of a second to be asked.
 */
export function readCardFonts(root: string, own: readonly string[], kept: string): CardFonts {
  const files = [
    ...BUNDLED.map(([family, address]) => ({ family, path: fileURLToPath(address) })),
    ...own.map((file) => ({ family: basename(file), path: resolve(root, file) })),
  ];
  const known = readKept<Readonly<Record<string, CardFont['ranges']>>>(kept) ?? {};
  const read = files.map(({ family, path }) => {
    const data = readFont(path);
    const hash = hashOf(data);
    return { family, data, hash, ranges: known[hash] ?? rangesOf(data, path) };
  });
  writeChanged(kept, JSON.stringify(Object.fromEntries(read.map(({ hash, ranges }) => [hash, ranges]))));
  return {
    fonts: read.map(({ family, data, ranges }) => ({ family, data, ranges })),
    hash: hashOf(...read.map(({ hash }) => hash)),
  };
}

/** What needs no glyph: white space, and what only directs its neighbours. */
const INVISIBLE = /[\s\p{Default_Ignorable_Code_Point}]/u;

/** Tells whether every character of a text has a glyph in one of the fonts. */
export function drawableIn(fonts: readonly CardFont[]): (text: string) => boolean {
  const has = (point: number) =>
    fonts.some(({ ranges }) => ranges.some(([from, to]) => from <= point && point <= to));
  return (text) =>
    [...text.normalize('NFC')].every((character) => {
      return INVISIBLE.test(character) || has(character.codePointAt(0) ?? 0);
    });
}

function readFont(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw badFont(path, 'There is no such font', cause);
  }
}

function rangesOf(data: Buffer, path: string): CardFont['ranges'] {
  let points: readonly number[];
  try {
    const font = create(data);
    points = 'characterSet' in font ? font.characterSet : (font.fonts[0]?.characterSet ?? []);
  } catch (cause) {
    throw badFont(path, 'This is no font that can be read', cause);
  }
  const ranges: [number, number][] = [];
  for (const point of [...points].sort((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last && point <= last[1] + 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges;
}

function badFont(file: string, what: string, cause: unknown): QuotidianError {
  return new QuotidianError(`${what}: ${cause instanceof Error ? cause.message : cause}`, {
    code: 'bad-font',
    place: { file },
    hint: 'Name under "cards: fonts:" in content/site.yaml files of the kind ttf, otf, woff or woff2, from the project’s folder on.',
  });
}
