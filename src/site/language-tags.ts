export type Direction = 'ltr' | 'rtl';

/** What an element says of the language of its text. */
export interface Attributes {
  readonly lang?: string;
  readonly dir?: Direction;
}

/** For an element whose text is in `lang`, in a page or element in `around`: nothing where they are the same. */
export function inLanguage(lang: string, around: string): Attributes {
  return lang === around ? {} : { lang, dir: directionOf(lang) };
}

/** Which way the language of a tag is written. */
export function directionOf(lang: string): Direction {
  if (!isLanguageTag(lang)) return 'ltr';
  return RIGHT_TO_LEFT.has(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** Whether this is a tag that BCP 47 allows: `de`, `de-AT`; not `de_AT`. */
export function isLanguageTag(lang: string): boolean {
  try {
    return Intl.getCanonicalLocales(lang).length === 1;
  } catch {
    return false;
  }
}

/** Scripts by ISO 15924. */
const RIGHT_TO_LEFT = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
]);
