import type { BodyWords } from '../markdown/render.ts';
import { inLanguage } from './language-tags.ts';
import type { Words } from './words/index.ts';

/** The texts around quotes and in bodies. `around`: the language of the text that they stand in. */
export function bodyWords(words: Words, around = words.lang): BodyWords {
  return {
    ...words.body,
    quote: {
      ...words.quote,
      language: inLanguage(words.lang, around),
      verdict: words.fidelity,
      moment: words.dates.moment,
      undated: words.post.undated,
    },
  };
}
