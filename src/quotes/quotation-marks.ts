import type { Stretch } from './stretches.ts';

/** What stands between an opening and a closing quotation mark, the marks left out. */
export interface Marked extends Stretch {
  /** Whether the closing mark is the next that fits the opening one. */
  readonly nearest: boolean;
}

/** In UTF-16 code units: longer than a quotation within a sentence ever is. */
export const LONGEST_MARKED = 600;
/** How many marks after an opening one are looked at, and how many may close it. */
const MOST_MARKS = 24;
const MOST_CLOSERS = 3;

/**
 * The stretches of a text between quotation marks of any language, none across a blank line or a tab, in the order of
 * their opening marks. Where several marks could close one, there is a stretch for each of the first three, the longest
 * first: `'the boys' key'` is two. An apostrophe within a word is no mark. Linear, however many marks there are.
 */
export function markedStretches(text: string): readonly Marked[] {
  const marks = [...text.matchAll(MARK)].map(({ 0: mark, index }) => ({ mark, index }));
  return marks.flatMap(({ mark, index }, n) => {
    const closing = CLOSING.get(mark);
    if (closing === undefined || !opens(text, mark, index)) return [];
    const ends = closersOf(text, index, marks.slice(n, n + 1 + MOST_MARKS), closing);
    return ends
      .map((end, place): Marked => ({ start: index + 1, end, nearest: place === 0 }))
      .filter(({ start, end }) => start < end)
      .reverse();
  });
}

interface Mark {
  readonly mark: string;
  readonly index: number;
}

/** Where marks close the first one: none after another such mark has opened, but those that it holds. */
function closersOf(
  text: string,
  start: number,
  [opening, ...following]: readonly Mark[],
  closing: string,
): readonly number[] {
  const ends: number[] = [];
  let within = 0;
  for (const { mark, index } of following) {
    if (index - start > LONGEST_MARKED || BREAKS.has(mark) || ends.length === MOST_CLOSERS) break;
    const isClosing = closing.includes(mark) && closes(text, mark, index);
    if (isClosing && within === 0) ends.push(index);
    else if (isClosing) within -= 1;
    else if (mark === opening?.mark && opens(text, mark, index)) within += 1;
    if (within > 0 && ends.length > 0) break;
  }
  return ends;
}

/** `"` `“so”` `'so'`, but not the apostrophe of `don't`; a blank line or a tab ends every quotation. */
const MARK = /["“”„‟«»‹›‚「」『』〝〞〟״`]|(?<![\p{L}\p{N}])['‘’‛]|['‘’‛](?![\p{L}\p{N}])|\n\n|\t/gu;
const BREAKS: ReadonlySet<string> = new Set(['\n\n', '\t']);

/** Opening marks and what closes them: “English”, „deutsch“, „polski”, ”svenska”, « français », »dansk«, 「日本」. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['״', '״'],
  ['“', '”'],
  ['„', '“”‟"'],
  ['‟', '”'],
  ['”', '”'],
  ['«', '»'],
  ['»', '«»'],
  ['‹', '›'],
  ['›', '‹›'],
  ['‘', '’'],
  ['‚', '‘’'],
  ['’', '’'],
  ['‛', '’'],
  ["'", "'"],
  ['`', "'"],
  ['「', '」'],
  ['『', '』'],
  ['〝', '〞〟'],
]);

/** Marks that only ever open; the others must stand where a word begins. */
const ONLY_OPENS = '„‚‟‛「『〝';
/** Written with a space on the inner side in French. */
const SPACED = '«»‹›';
const BEGINS_WORD = /[\s([{<\-–—/=:"“”„‟«»‹›‘’‚‛'`]/;
const ENDS_PHRASE = /[\s.,;:!?)\]]/;
const WORD = /[\p{L}\p{N}]/u;

function opens(text: string, mark: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
  if (ONLY_OPENS.includes(mark)) return true;
  if (mark === '“') return after !== '' && !ENDS_PHRASE.test(after);
  const beginsWord = before === '' || BEGINS_WORD.test(before);
  if (mark === '«' || mark === '‹') return beginsWord;
  return beginsWord && after !== '' && !/\s/.test(after);
}

function closes(text: string, mark: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
  if (/\s/.test(before) && !SPACED.includes(mark)) return false;
  if ('「」『』”»›〞〟'.includes(mark)) return true;
  return !WORD.test(after);
}
