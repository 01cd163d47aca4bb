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
  const words = hashesOfAscii(text) ?? wordsOf(text).map(hash);
  const found = new Uint32Array(Math.max(0, words.length - SHINGLE + 1));
  for (let n = 0; n < found.length; n += 1)
    found[n] = combine(combine(words[n] ?? 0, words[n + 1] ?? 0), words[n + 2] ?? 0);
  return found;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over the UTF-16 code units of the lower-cased word. */
function hash(word: string): number {
  const lower = word.toLowerCase();
  let value = FNV_OFFSET;
  for (let n = 0; n < lower.length; n += 1) value = Math.imul(value ^ lower.charCodeAt(n), FNV_PRIME);
  return value >>> 0;
}

/** The same for every word of a text of ASCII, without making strings of them; `undefined` for any other text. */
function hashesOfAscii(text: string): Uint32Array | undefined {
  const hashes = new Uint32Array(Math.ceil(text.length / 2));
  let [count, value, at] = [0, 0, 0];
  while (at < text.length) {
    const first = text.charCodeAt(at);
    if (first > LAST_OF_ASCII) return undefined;
    if (!isWordCode(first)) {
      at += 1;
      continue;
    }
    value = FNV_OFFSET;
    for (let code = text.charCodeAt(at); isWordCode(code); code = text.charCodeAt(at)) {
      value = hashed(value, code);
      at += 1;
    }
    while (text.charCodeAt(at) === APOSTROPHE && isAlphanumeric(text.charCodeAt(at + 1))) {
      value = hashed(value, APOSTROPHE);
      at += 1;
      for (let code = text.charCodeAt(at); isAlphanumeric(code); code = text.charCodeAt(at)) {
        value = hashed(value, code);
        at += 1;
      }
    }
    hashes[count] = value;
    count += 1;
  }
  return hashes.subarray(0, count);
}

const LAST_OF_ASCII = 0x7f;
const APOSTROPHE = 0x27;
const UNDERSCORE = 0x5f;
/** What an ASCII letter has in lower case only. */
const LOWER = 0x20;

function hashed(value: number, code: number): number {
  return Math.imul(value ^ (isCapital(code) ? code | LOWER : code), FNV_PRIME);
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isAlphanumeric(code: number): boolean {
  const lower = code | LOWER;
  return (code >= 0x30 && code <= 0x39) || (lower >= 0x61 && lower <= 0x7a);
}

function isWordCode(code: number): boolean {
  return isAlphanumeric(code) || code === UNDERSCORE;
}

/** The finaliser of MurmurHash3, so that order counts and bits spread. */
function combine(one: number, other: number): number {
  let value = Math.imul(one, 0x9e3779b1) ^ other;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
