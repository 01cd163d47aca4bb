import stringWidth from 'string-width';

/**
 * Breaks a text into lines of at most `width` columns, counting East Asian letters and emoji as two. What cannot be
 * broken, such as an address, is a line by itself. A line feed in the text ends a line, other white space is one
 * space. No line begins in a way that mail programs take for something else: `>`, `|`, `From `, and none is `--`.
 */
export function wrap(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

interface Atom {
  readonly text: string;
  readonly width: number;
  /** A space before it, where it does not begin a line. */
  readonly spaced: boolean;
}

function wrapLine(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const atom of atomsOf(text)) {
    const space = line !== '' && atom.spaced ? 1 : 0;
    if (line !== '' && used + space + atom.width > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    const before = line !== '' && atom.spaced ? ' ' : '';
    line += `${before}${atom.text}`;
    used += before.length + atom.width;
  }
  return [...lines, line].map(unmistakable);
}

/** `>`, `>>x`, `|`, `--`, and the `From` of a mailbox's separator. */
const MISTAKABLE = /^(?:[>|].*|--|From)$/;
/** No letter, and seen by nobody: what stands behind it no longer begins the line. */
const WORD_JOINER = '\u2060';

function unmistakable(line: string): string {
  return /^(?:[>|]|--$|From )/.test(line) ? `${WORD_JOINER}${line}` : line;
}

/** What no line break may divide. */
function atomsOf(text: string): readonly Atom[] {
  const atoms: Atom[] = [];
  for (const word of text.split(/[ \t\r]+/).filter(Boolean)) {
    const [first = '', ...rest] = piecesOf(word);
    const before = atoms.at(-1);
    if (before && MISTAKABLE.test(first)) {
      const width = before.width + 1 + stringWidth(first);
      atoms[atoms.length - 1] = { ...before, text: `${before.text} ${first}`, width };
    } else {
      atoms.push(atom(first, true));
    }
    atoms.push(...rest.map((piece) => atom(piece, false)));
  }
  return atoms;
}

function atom(text: string, spaced: boolean): Atom {
  return { text, width: stringWidth(text), spaced };
}

/** Scripts that put no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;
/** These stay with what stands before them: `。`, `、`, `」`, `ー`, `ゃ`. */
const NEVER_FIRST = /[\p{Pe}\p{Pf}\p{M}、。，．：；？！・ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々〜…]/u;
/** These stay with what follows: `「`, `（`. */
const NEVER_LAST = /[\p{Ps}\p{Pi}]/u;

/** A word in the pieces between which a line may end: before and behind letters of scripts without spaces. */
function piecesOf(word: string): readonly string[] {
  if (!UNSPACED.test(word)) return [word];
  const pieces: string[] = [];
  let before = '';
  for (const letter of word) {
    const breaks =
      before !== '' &&
      (UNSPACED.test(letter) || UNSPACED.test(before)) &&
      !NEVER_FIRST.test(letter) &&
      !NEVER_LAST.test(before);
    if (breaks || before === '') pieces.push(letter);
    else pieces[pieces.length - 1] += letter;
    before = letter;
  }
  return pieces;
}
