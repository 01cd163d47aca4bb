import type { BodyWords } from '../markdown/render.ts';
import type { Words } from './words/index.ts';

/** The texts around quotes and in bodies. */
export function bodyWords(words: Words): BodyWords {
  return {
    ...words.body,
    quote: {
      ...words.quote,
      verdict: words.fidelity,
      moment: words.dates.moment,
      undated: words.post.undated,
    },
  };
}
