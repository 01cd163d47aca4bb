/** Words in one kind of mark-up, and how they are written as HTML. */
export interface Piece {
  readonly words: string;
  readonly html: (words: string) => string;
}

/**
 * Pieces of a chat's message as the inner HTML of its paragraphs: an empty line ends one, a line end is a `<br>` that
 * `html` writes. Empty paragraphs and breaks at their borders are left out.
 */
export function paragraphsOf(pieces: readonly Piece[]): readonly string[] {
  let paragraph: string[] = [];
  const done: string[][] = [paragraph];
  for (const { words, html } of pieces)
    for (const [n, part] of words.split(/\n{2,}/).entries()) {
      if (n > 0) {
        paragraph = [];
        done.push(paragraph);
      }
      if (part) paragraph.push(html(part));
    }
  return done.map((parts) => parts.join('').replace(OUTER_BREAKS, '')).filter(Boolean);
}

/** A line end at the border of a paragraph, which its block ends anyway. */
const OUTER_BREAKS = /^<br>|<br>$/g;
