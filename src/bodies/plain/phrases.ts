import { LANGUAGES, type Language } from './languages.ts';

/** A language as patterns: how an attribution line opens, and the verb at its end or within it. */
export interface Phrase {
  readonly language: Language;
  readonly opening: RegExp;
  readonly verb: RegExp;
}

// Scripts that set no space around a verb.
const SPACELESS: ReadonlySet<string> = new Set(['ja', 'zh-Hans', 'zh-Hant', 'ko', 'th']);

/** One for each of `LANGUAGES`, in their order. */
export const PHRASES: readonly Phrase[] = LANGUAGES.map((language) => ({
  language,
  opening:
    language.opens.length > 0 ? new RegExp(`^(?:${oneOf(language.opens)})[\\s\\d‘’'-]`, 'u') : neverOpens(),
  verb: verbOf(language),
}));

/** Languages whose lines open with the date itself. */
function neverOpens(): RegExp {
  return /^(?!)/;
}

function verbOf({ tag, wrote }: Language): RegExp {
  if (SPACELESS.has(tag)) return new RegExp(`(?:${oneOf(wrote)})$`, 'u');
  // In English a verb within a line is prose more often than not.
  return new RegExp(`(?<=^|[\\s>›)"”])(?:${oneOf(wrote)})${tag === 'en' ? '$' : '(?=\\s|$)'}`, 'u');
}

/** The longest first, so that `napisał(a)` is not read as `napisał`. */
function oneOf(words: readonly string[]): string {
  return words
    .toSorted((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');
}
