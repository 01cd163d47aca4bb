import { fontProviders } from 'astro/config';

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

/** The one web font: what people wrote is set in it. It is taken from the installed package and served from here. */
export function sourceSerif() {
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
