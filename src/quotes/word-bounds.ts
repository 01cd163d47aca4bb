/** Offsets into a text, `end` exclusive. */
export type Span = readonly [start: number, end: number];

const JOINING = /[\p{L}\p{N}\p{M}_]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

/** Whether an offset lies within a word; in scripts without spaces every character is a word. */
export function insideWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const before = characterBefore(text, at);
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  if (UNSPACED.test(before) || UNSPACED.test(after)) return false;
  return JOINING.test(before) && JOINING.test(after);
}

function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  const isPair = unit >= 0xdc00 && unit <= 0xdfff && at >= 2;
  return isPair ? text.slice(at - 2, at) : text.charAt(at - 1);
}

/** The range widened to whole words. */
export function toWordBounds(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from > 0 && insideWord(text, from)) from -= 1;
  while (to < text.length && insideWord(text, to)) to += 1;
  return [from, to];
}
