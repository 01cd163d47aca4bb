import { existsSync, openSync, readSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroConfig } from 'astro';
import { fontProviders } from 'astro/config';
import { QuotidianError } from '../../thread/error.ts';
import { SETTINGS_FILE } from '../read-settings.ts';
import { FONT_ROLES, type FontRole, type FontSettings, type ServedFont, STACKS } from './font-settings.ts';

const WEIGHTS = '200 900';

/** The letters of most European languages beyond the Western ones; fetched only by pages that hold one. */
const LATIN_EXTENDED = [
  'U+0100-0130',
  'U+0132-0151',
  'U+0154-02BA',
  'U+02BD-02C5',
  'U+02C7-02CC',
  'U+02CE-02D7',
  'U+02DD-02FF',
  'U+1D00-1DBF',
  'U+1E00-1E9F',
  'U+1EF2-1EFF',
  'U+2C60-2C7F',
  'U+A720-A7FF',
] as const;
const LATIN = [
  'U+0000-00FF',
  'U+0131',
  'U+0152-0153',
  'U+2000-206F',
  'U+20AC',
  'U+2122',
  'U+2190-2193',
  'U+2212',
] as const;

/** The fonts that the site serves: what `site.yaml` names, and where it names none for the text, Source Serif. */
export function fontFamilies(root: string, fonts: FontSettings): NonNullable<AstroConfig['fonts']> {
  const own = FONT_ROLES.flatMap((role) => {
    const font = fonts[role];
    return typeof font === 'object' ? [ownFamily(root, role, font)] : [];
  });
  return fonts.text === undefined ? [...sourceSerif(), ...own] : own;
}

/** What people wrote is set in it. It is taken from the installed package and served from here. */
function sourceSerif() {
  return [
    family(
      '--font-text',
      ['Charter', 'Georgia', 'serif'],
      [
        variant(
          import.meta
            .resolve('@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2'),
          'normal',
          LATIN,
        ),
        variant(
          import.meta
            .resolve('@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2'),
          'italic',
          LATIN,
        ),
      ],
    ),
    family(
      '--font-text-extended',
      [],
      [
        variant(
          import.meta
            .resolve('@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2'),
          'normal',
          LATIN_EXTENDED,
        ),
      ],
    ),
  ];
}

/**
 * Two families, because only the first is fetched ahead of need. It has the fallbacks: Astro makes the first of them
 * as wide as the family's letters are, and those beyond the Western ones are half as wide again.
 */
function family(cssVariable: `--${string}`, fallbacks: string[], variants: [Variant, ...Variant[]]) {
  return {
    provider: fontProviders.local(),
    name: 'Source Serif 4',
    cssVariable,
    fallbacks,
    options: { variants },
  };
}

type Variant = ReturnType<typeof variant>;

function variant(file: string, style: 'normal' | 'italic', unicodeRange: readonly [string, ...string[]]) {
  const src: [URL] = [new URL(file)];
  const ranges: [string, ...string[]] = [...unicodeRange];
  return { weight: WEIGHTS, style, src, unicodeRange: ranges, display: 'swap' as const };
}

function ownFamily(root: string, role: FontRole, { name, instead, files }: ServedFont) {
  const [first, ...others] = files.map(({ file, style, weight }) => ({
    weight,
    style,
    src: [pathToFileURL(fontFile(root, file))] as [URL],
    display: 'swap' as const,
  }));
  if (!first) throw new TypeError('A font has at least one file.');
  return {
    provider: fontProviders.local(),
    name,
    cssVariable: `--font-${role}` as const,
    fallbacks: STACKS[instead].split(', ').map((family) => family.replaceAll("'", '')),
    options: { variants: [first, ...others] as [typeof first, ...typeof others] },
  };
}

/** The first bytes of every WOFF2 file. */
const SIGNATURE = 'wOF2';

function fontFile(root: string, file: string): string {
  const path = join(root, file);
  if (existsSync(path) && signatureOf(path) === SIGNATURE) return path;
  throw new QuotidianError(`The font ${file} is ${existsSync(path) ? 'no WOFF2 file' : 'not there'}.`, {
    code: 'bad-font',
    place: { file: SETTINGS_FILE },
    hint: 'Name a .woff2 file by its path from the project, such as content/fonts/lora.woff2.',
  });
}

function signatureOf(path: string): string {
  const bytes = Buffer.alloc(SIGNATURE.length);
  const file = openSync(path, 'r');
  readSync(file, bytes, 0, bytes.length, 0);
  closeSync(file);
  return bytes.toString('latin1');
}
