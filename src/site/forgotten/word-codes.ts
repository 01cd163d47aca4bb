import { createHash } from 'node:crypto';
import { normalForm } from '../../quotes/normal.ts';
import { wordsOf } from '../../quotes/words.ts';

/** Codes of words in a row, by how many words. */
export type WordCodes = ReadonlyMap<number, ReadonlySet<string>>;

/** So many words of a longer text in a row are no coincidence. */
export const LONGEST_CODED = 8;
/** Sentences of fewer words may be anybody's. */
const SHORTEST_SENTENCE = 5;

/** The first half of SHA-256, as hexadecimal. */
export function saltedHash(text: string, salt: string): string {
  return createHash('sha256').update(`${salt}\0${text}`).digest('hex').slice(0, 32);
}

/** The runs of words by which a text is known again: all of eight words, and whole sentences of five to seven. */
export function tellingRuns(text: string): readonly string[] {
  const all = folded(text);
  const runs = Array.from({ length: Math.max(0, all.length - LONGEST_CODED + 1) }, (_, n) =>
    all.slice(n, n + LONGEST_CODED).join(' '),
  );
  const sentences = text.split(/[.!?…。！？\n]+/u).map(folded);
  const short = sentences.filter(({ length }) => length >= SHORTEST_SENTENCE && length < LONGEST_CODED);
  return [...new Set([...runs, ...short.map((words) => words.join(' '))])];
}

/** A name or a handle as a run of words: `@ines@quay.example` → `ines quay example`. */
export function nameRun(name: string): string {
  return folded(name).slice(0, LONGEST_CODED).join(' ');
}

/** The codes of runs of words, by how many words they have. */
export function codesOf(runs: readonly string[], salt: string): ReadonlyMap<number, readonly string[]> {
  const bySize = Map.groupBy(new Set(runs), (run) => run.split(' ').length);
  return new Map([...bySize].map(([size, some]) => [size, some.map((run) => codeOf(run.split(' '), salt))]));
}

/** The first run of words in a text that has one of the codes, as words; `undefined` where none has. Linear in the text. */
export function findCoded(text: string, codes: WordCodes, salt: string): string | undefined {
  const words = folded(text);
  const hashes = words.map(quickHash);
  for (const [size, known] of codes) {
    const quick = quickSet(known);
    for (let n = 0; n + size <= words.length; n += 1) {
      if (!quick[quickOf(hashes, n, size)]) continue;
      const run = words.slice(n, n + size);
      if (known.has(codeOf(run, salt))) return run.join(' ');
    }
  }
  return undefined;
}

/** Five digits that are quickly made, to pass by what is not sought, and sixteen of the salted hash. */
function codeOf(words: readonly string[], salt: string): string {
  const quick = quickOf(words.map(quickHash), 0, words.length);
  return (
    quick.toString(16).padStart(QUICK_DIGITS, '0') + saltedHash(`words ${words.join(' ')}`, salt).slice(0, 16)
  );
}

const QUICK_DIGITS = 5;
const QUICK_SIZE = 16 ** QUICK_DIGITS;
const quickSets = new WeakMap<ReadonlySet<string>, Uint8Array>();

function quickSet(codes: ReadonlySet<string>): Uint8Array {
  const known = quickSets.get(codes);
  if (known) return known;
  const set = new Uint8Array(QUICK_SIZE);
  for (const code of codes) set[Number.parseInt(code.slice(0, QUICK_DIGITS), 16)] = 1;
  quickSets.set(codes, set);
  return set;
}

function quickOf(hashes: readonly number[], start: number, size: number): number {
  let value = 0;
  for (let n = start; n < start + size; n += 1)
    value = (Math.imul(value, 0x01000193) ^ (hashes[n] ?? 0)) >>> 0;
  return ((value ^ (value >>> 12)) >>> 0) % QUICK_SIZE;
}

/** FNV-1a over the UTF-16 code units. */
function quickHash(word: string): number {
  let value = 0x811c9dc5;
  for (let n = 0; n < word.length; n += 1) value = Math.imul(value ^ word.charCodeAt(n), 0x01000193);
  return value >>> 0;
}

function folded(text: string): readonly string[] {
  return wordsOf(normalForm(text.replaceAll('@', ' ')).text.toLowerCase());
}
