/** Offsets into a text, `end` exclusive. */
export type Span = readonly [start: number, end: number];

const JOINING = /[\p{L}\p{N}\p{M}_]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

/** Whether an offset lies within a word or a number; in scripts without spaces every character is a word. */
export function insideWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const before = characterBefore(text, at);
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  if (UNSPACED.test(before) || UNSPACED.test(after)) return false;
  return (JOINING.test(before) && JOINING.test(after)) || insideJoined(text, at);
}

/** How far to either side a joined word is looked at: longer than any prefix, sign or ending below. */
const NEAR = 12;

/**
 * What a word or number must not be cut off from, for what is left says something else. Before the offset and after
 * it: `1.|5` `1|.5` `2026-|03` · `-|5` `$|500` `50|%` · `don|'t` `don'|t`, but not `l'|eau` · `non-|free` `no-|one` ·
 * `bug|-free`. Other hyphens do not join, for a dash without spaces looks the same in normal form.
 */
const JOINED: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [/\p{N}[.,:/'-]$/u, /^\p{N}/u],
  [/\p{N}$/u, /^[.,:/'-]\p{N}/u],
  [/(?:^|[\s(])[-+]$/u, /^\p{N}/u],
  [/\p{Sc}$/u, /^\p{N}/u],
  [/\p{N}$/u, /^[%‰°\p{Sc}]/u],
  [/\p{L}$/u, /^'\p{L}/u],
  [/\p{L}'$/u, /^\p{L}{1,2}(?![\p{L}\p{M}])/u],
  [
    /(?:^|[^\p{L}\p{N}])(?:non|un|anti|ex|pseudo|quasi|semi|half|mis|dis|counter|ill|under|over|pre|post)-$/iu,
    /^\p{L}/u,
  ],
  [/(?:^|[^\p{L}\p{N}])no-$/iu, /^one/iu],
  [/\p{L}$/u, /^-(?:free|less|proof|like|ish)(?![\p{L}\p{N}])/iu],
];

function insideJoined(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - NEAR), at);
  const after = text.slice(at, at + NEAR);
  return JOINED.some(([ends, begins]) => begins.test(after) && ends.test(before));
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
