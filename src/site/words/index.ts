import { type Direction, directionOf, isLanguageTag } from '../language-tags.ts';
import { type Dates, datesOf } from './dates.ts';
import { german } from './de.ts';
import { english, type Texts } from './en.ts';
import { french } from './fr.ts';
import { type Grammar, grammarOf } from './grammar.ts';

/** The languages of the interface, by their BCP 47 tags. Another one is a file of its own and a line here. */
export const LANGUAGES = { en: english, de: german, fr: french } as const satisfies Readonly<
  Record<string, (grammar: Grammar) => Texts>
>;

/** Every text of the interface in one language, with its dates and numbers. */
export interface Words extends Omit<Texts, 'dates'> {
  /** What HTML is told of these texts. */
  readonly lang: string;
  readonly dir: Direction;
  readonly number: Grammar['number'];
  readonly dates: Dates;
}

/**
 * The interface's texts for a site in the language of this BCP 47 tag, by lookup (RFC 4647): `de-AT` gets the texts
 * of `de`, with Austrian numbers and months. A language that has none gets those of English.
 */
export function wordsFor(lang: string): Words {
  const words = known.get(lang) ?? makeWords(lang);
  known.set(lang, words);
  return words;
}

const known = new Map<string, Words>();

/** What to tell the editor of a site in a language that has no texts; `null` where it has. */
export function missingLanguage(lang: string): string | null {
  if (lookUp(lang)) return null;
  const names = Object.keys(LANGUAGES).join(', ');
  return `The interface has no texts in "${lang}" yet and is in English; the languages are ${names}. See docs/languages.md for how to add one.`;
}

function makeWords(lang: string): Words {
  const key = lookUp(lang);
  const tag = key ? new Intl.Locale(lang).baseName : 'en';
  // Plain English would be taken for American.
  const locale = tag === 'en' ? 'en-GB' : tag;
  const grammar = grammarOf(locale);
  const texts = LANGUAGES[key ?? 'en'](grammar);
  return {
    ...texts,
    lang: tag,
    dir: directionOf(tag),
    number: grammar.number,
    dates: datesOf(locale, texts.dates),
  };
}

/** The longest beginning of the tag that has texts: `de-Latn-AT`, `de-Latn`, `de`. */
function lookUp(lang: string): keyof typeof LANGUAGES | undefined {
  if (!isLanguageTag(lang)) return undefined;
  const parts = new Intl.Locale(lang).baseName.split('-');
  const tags = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
  return tags.find((tag) => Object.hasOwn(LANGUAGES, tag)) as keyof typeof LANGUAGES | undefined;
}
