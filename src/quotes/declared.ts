/** How a piece of a quote joins the piece before it. */
export type Join =
  /** Nothing but white space may lie between. */
  | 'close'
  /** `[…]`: anything was left out, and the quote says so. */
  | 'omission'
  /** `[word]`: the quoting hand put in a word, perhaps for others. */
  | 'insertion'
  /** A new paragraph of the quote: something may have been left out without a word. */
  | 'undeclared';

/** Words that must stand in the source as they are. */
export interface Piece {
  /** In normal form. */
  readonly text: string;
  readonly join: Join;
  /** Whether the piece begins or ends inside a word, as in `[W]e` for `we`. */
  readonly opensWord: boolean;
  readonly closesWord: boolean;
}

/**
 * The marks of edits that the quoting hand declares, in normal form: `[…]` `(…)` `…` `[snip]` `<snip>` `[sic]`
 * `[emphasis added]`, and any other `[word]` of at most 80 characters.
 */
const MARK = /[[(<](?:…|snip(?:ped)?|sic|(?:my )?emphasis(?: added| mine)?)[\])>]|\[[^[\]]{1,80}\]|…/gi;
const CLOSE_MARK = /sic|emphasis/i;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/**
 * The pieces of a quote between its declared edits, in order; a text without such marks is one piece. The marks
 * at either end count as omissions: what they leave out is the rest of the source.
 */
export function piecesOf(normal: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let [join, opensWord, at]: [Join, boolean, number] = ['close', false, 0];
  const add = (end: number) => {
    const raw = normal.slice(at, end);
    const text = raw.trim();
    const closesWord = end < normal.length && normal[end] === '[' && WORD_CHARACTER.test(raw.at(-1) ?? '');
    if (text !== '') pieces.push({ text, join, opensWord: opensWord && /^\S/.test(raw), closesWord });
    return text !== '';
  };
  for (const match of normal.matchAll(MARK)) {
    const mark = match[0];
    const added = add(match.index);
    const next = joinOf(mark);
    join = added || pieces.length === 0 ? next : wider(join, next);
    at = match.index + mark.length;
    opensWord = mark.startsWith('[') && WORD_CHARACTER.test(normal.charAt(at));
  }
  add(normal.length);
  return pieces;
}

/** Whether a quote in normal form declares any edit. */
export function declaresEdits(normal: string): boolean {
  return normal.search(MARK) >= 0;
}

function joinOf(mark: string): Join {
  if (/…|snip/i.test(mark)) return 'omission';
  return CLOSE_MARK.test(mark) ? 'close' : 'insertion';
}

function wider(one: Join, other: Join): Join {
  if (one === 'omission' || other === 'omission') return 'omission';
  return one === 'insertion' || other === 'insertion' ? 'insertion' : 'close';
}
