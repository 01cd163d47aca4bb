import type { Words } from './index.ts';

/** A reaction in words, and the language of them where it is not the site's. */
export interface ReactionText {
  readonly text: string;
  readonly lang?: 'en';
}

/**
 * `2 boosts`, `2 🎉`. Importers name reactions in English, or by a picture; a name that the language has no text for
 * stays as it is.
 */
export function reactionText(name: string, count: number, { number, post, lang }: Words): ReactionText {
  if (isKnown(name, post.reactions)) return { text: post.reactions[name](count) };
  const text = `${number(count)} ${name}`;
  return WORD.test(name) && !/^en\b/.test(lang) ? { text, lang: 'en' } : { text };
}

/** `helpful`, `thumbs up`; not `🎉` */
const WORD = /^[a-z][a-z _-]*$/i;

function isKnown<Name extends string>(name: string, texts: Readonly<Record<Name, unknown>>): name is Name {
  return Object.hasOwn(texts, name);
}
