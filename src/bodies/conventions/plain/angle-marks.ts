import type { MarkConvention } from '../../plain/convention.ts';

/**
 * `> quoted`, `>> twice`, `> > twice`, ` > indented`, `>without room`.
 * In format=flowed a line that begins with a space is stuffed, and its `>` the author's own.
 */
export const angleMarks: MarkConvention = {
  name: 'angle-marks',
  read(texts, at, stuffed) {
    const text = texts[at] ?? '';
    const first = stuffed ? 0 : spacesFrom(text, 0, WIDEST_INDENT);
    if (text[first] !== '>') return null;
    if (NOT_A_MARK.test(text.slice(first, first + LONGEST_FACE)) || SUPERCITE.test(text) || pointsIn(text))
      return null;
    if (isEscapedFrom(texts, at)) return { ends: [], start: 1 };
    return { ends: markEnds(text, first) };
  },
};

/** Spaces before the first mark; from the fourth on a line is an indented listing. */
const WIDEST_INDENT = 3;
/** Spaces from one mark to the next. */
const WIDEST_GAP = 2;

const LONGEST_FACE = 6;
// ">:(", ">:-D", ">_<", ">.<", ">=", ">= 5"
const NOT_A_MARK = /^>(?:[:;]['-]?[()[\]|/\\DPp3](?:\s|$)|[._]+<|=(?:[\s\d]|$))/;
// '>>>>> "PH" == Petra Holm <petra@quay.example> writes:', above "PH> quoted"
const SUPERCITE = /^>{3,5} "[^"]{1,40}" == \S/;

/** `>>> https://quay.example <<<`: arrows around what is to be seen. */
function pointsIn(text: string): boolean {
  return text.startsWith('>>') && text.trimEnd().endsWith('<<');
}

function spacesFrom(text: string, from: number, most: number): number {
  let at = from;
  while (at < from + most && text[at] === ' ') at += 1;
  return at;
}

function markEnds(text: string, first: number): readonly number[] {
  const ends: number[] = [];
  let at = first;
  while (text[at] === '>') {
    ends.push(at + 1);
    at = spacesFrom(text, at + 1, WIDEST_GAP);
  }
  return ends;
}

/** `>From here on`, as mbox files write a line that begins with `From `, with no quote around it. */
function isEscapedFrom(texts: readonly string[], at: number): boolean {
  if (!texts[at]?.startsWith('>From ')) return false;
  return ![texts[at - 1], texts[at + 1]].some((text) => text?.trimStart().startsWith('>'));
}
