import type { BodyWords } from '../markdown/render.ts';
import { momentInWords } from './dates.ts';
import { words } from './words.ts';

/** The texts around quotes and in bodies, with dates in the site's language. */
export function bodyWords(lang: string): BodyWords {
  return {
    ...words.body,
    quote: { ...words.quote, moment: (iso) => momentInWords(iso, lang), undated: words.post.undated },
  };
}
