/**
 * Words as the thresholds of this folder count them: runs of letters, digits and what joins them; in scripts
 * that are written without spaces every character is a word.
 */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}])[\p{L}\p{N}\p{M}_])+(?:['’][\p{L}\p{N}]+)*/gu;

/** The same for a text of ASCII, and several times as fast. */
const ASCII_WORD = /\w+(?:'[A-Za-z0-9]+)*/g;
const ASCII = /^[\0-\x7f]*$/;

/** The words of a text, as they stand in it. */
export function wordsOf(text: string): readonly string[] {
  return text.match(ASCII.test(text) ? ASCII_WORD : WORD) ?? [];
}

/** How many words a text has. */
export function countWords(text: string): number {
  return wordsOf(text).length;
}

/** The number of words in a shingle: enough to be rare, few enough that a changed word spoils only three. */
export const SHINGLE = 3;

/**
 * A 32-bit hash for every run of three words, in order and ignoring case: one for each word but the last two.
 * Equal texts have equal shingles; equal shingles promise nothing and must be looked at.
 */
export function shingles(text: string): Uint32Array {
  const words = wordsOf(text);
  const found = new Uint32Array(Math.max(0, words.length - SHINGLE + 1));
  let [first, second] = [0, 0];
  for (let n = 0; n < words.length; n += 1) {
    const third = hash(words[n] ?? '');
    if (n >= SHINGLE - 1) found[n - SHINGLE + 1] = combine(combine(first, second), third);
    [first, second] = [second, third];
  }
  return found;
}

/** FNV-1a over the UTF-16 code units of the lower-cased word. */
function hash(word: string): number {
  const lower = word.toLowerCase();
  let value = 0x811c9dc5;
  for (let n = 0; n < lower.length; n += 1) value = Math.imul(value ^ lower.charCodeAt(n), 0x01000193);
  return value >>> 0;
}

/** The finaliser of MurmurHash3, so that order counts and bits spread. */
function combine(one: number, other: number): number {
  let value = Math.imul(one, 0x9e3779b1) ^ other;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
