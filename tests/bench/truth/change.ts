import type { Chance, Script, Sentence } from './chance.ts';

/** What becomes of a sentence's words when somebody quotes them. */
export type Change = (sentence: Sentence, chance: Chance) => string;

const joined = ({ words, space }: Sentence) => words.join(space);
const middle = (words: readonly string[]) => Math.floor(words.length / 2);

export const whole: Change = joined;

export const cutTo =
  (length: number): Change =>
  ({ words, space }, { below }) => {
    const start = below(Math.max(1, words.length - length));
    return words.slice(start, start + length).join(space);
  };

/** Words put before the middle one. */
export const withWords =
  (...added: readonly string[]): Change =>
  ({ words, space }) =>
    words.toSpliced(middle(words), 0, ...added).join(space);

/** So many words from the middle left out. */
export const without =
  (count: number): Change =>
  ({ words, space }) =>
    words.toSpliced(middle(words), count).join(space);

/** One word in so many exchanged, at least one. */
export const exchanged =
  (oneIn: number, script: Script = 'latin'): Change =>
  ({ words, space }, { below, word }) => {
    const count = Math.max(1, Math.floor(words.length / oneIn));
    const changed = [...words];
    for (let n = 0; n < count; n += 1) {
      const at = Math.floor(((n + 0.5) * words.length) / count) - below(2);
      changed[at] = word(words[at], script);
    }
    return changed.join(space);
  };

/** Two neighbours that differ change places. */
export const swapped: Change = ({ words, space }) => {
  const at = words.findIndex((one, n) => n >= middle(words) && one !== words[n + 1]);
  return words.toSpliced(at, 2, words[at + 1] ?? '', words[at] ?? '').join(space);
};

/** A letter too many in one word of twenty. */
export const mistyped: Change = ({ words, space }, { below, one }) =>
  words
    .map((word, n) => {
      if (n % 20 !== 10) return word;
      const at = 1 + below(Math.max(1, word.length - 1));
      return `${word.slice(0, at)}${one([...'abcdefghijklmnopqrstuvwxyz'])}${word.slice(at)}`;
    })
    .join(space);

/** Begins and ends of the sentence, with a mark between. */
export const abridged =
  (mark: string): Change =>
  ({ words, space }) =>
    [...words.slice(0, 7), mark, ...words.slice(-7)].join(space === '' ? '' : ' ');

/** The same frame of common words around other content. */
export const reframed =
  (isFrame: (word: string) => boolean): Change =>
  ({ words, space }, { rareWord }) =>
    words.map((word) => (isFrame(word) ? word : rareWord())).join(space);

/** Other words from the ninth on. */
export const sameBeginning: Change = ({ words, space }, { word }) =>
  words.map((said, n) => (n < 8 ? said : word(said))).join(space);

/** One expression for another; the sentence must hold it. */
export const replacing =
  (said: string, quoted: string): Change =>
  ({ words, space }) =>
    words.join(space).replace(said, quoted);
