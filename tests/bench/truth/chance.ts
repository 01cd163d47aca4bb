import { mulberry32 } from '../random.ts';
import { ACCENTED, ARABIC, COMMON, EMOJI, HAN, SYLLABLES, THAI } from './vocabulary.ts';

/** Words of a sentence, and what stands between them. */
export interface Sentence {
  readonly words: readonly string[];
  readonly space: '' | ' ';
}

export type Script = 'latin' | 'han' | 'arabic' | 'thai' | 'accented' | 'emoji';

/** What is drawn by lot; the same seed draws the same. */
export interface Chance {
  readonly below: (limit: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
  /** A word that is not the given one. */
  readonly word: (not?: string, script?: Script) => string;
  readonly rareWord: () => string;
  /** Of 22 to 41 words, unless a number is given. */
  readonly sentence: (script?: Script, words?: number) => Sentence;
}

const RARE_WORDS = 3_000;
const SHORTEST = 22;
const MORE = 20;

export function chanceOf(seed: number): Chance {
  const random = mulberry32(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const one = <T>(of: readonly T[]): T => {
    const drawn = of[below(of.length)];
    if (drawn === undefined) throw new Error('There is nothing to draw from.');
    return drawn;
  };
  const rare = Array.from({ length: RARE_WORDS }, () =>
    Array.from({ length: 2 + below(2) }, () => one(SYLLABLES)).join(''),
  );
  const rareWord = () => rare[Math.floor(RARE_WORDS * random() ** 2)] ?? 'tamros';
  const latin = () =>
    random() < 0.55 ? (COMMON[Math.floor(COMMON.length * random() ** 2)] ?? 'the') : rareWord();
  const draw: Readonly<Record<Script, () => string>> = {
    latin,
    han: () => one(HAN),
    arabic: () => one(ARABIC),
    thai: () => one(THAI),
    accented: () => (random() < 0.4 ? `${one(SYLLABLES)}${one(ACCENTED)}${one(SYLLABLES)}` : latin()),
    emoji: () => (random() < 0.1 ? one(EMOJI) : latin()),
  };
  const word = (not?: string, script: Script = 'latin') => {
    let drawn = draw[script]();
    while (drawn === not) drawn = draw[script]();
    return drawn;
  };
  const sentence = (script: Script = 'latin', words = SHORTEST + below(MORE)): Sentence => ({
    words: Array.from({ length: words }, () => draw[script]()),
    space: script === 'han' || script === 'thai' ? '' : ' ',
  });
  return { below, one, word, rareWord, sentence };
}
