/**
 * The Markdown in pieces that can be parsed one by one, each in bounded time: cut at blank lines outside fences once
 * a piece is long, at any line end once it is very long. Every piece of several gets the body's link definitions.
 */
export function piecesOf(markdown: string): readonly string[] {
  const pieces: string[] = [];
  let lines: string[] = [];
  let length = 0;
  let fence: string | undefined;
  for (const line of markdown.split(/\r\n|\n|\r/)) {
    const before = lines.at(-1);
    const atBlank = length > LONG && before?.trim() === '' && STARTS_BLOCK.test(line);
    if (fence === undefined && (atBlank || length > VERY_LONG)) {
      pieces.push(lines.join('\n'));
      lines = [];
      length = 0;
    }
    fence = fenceAfter(line, fence);
    lines.push(line);
    length += line.length + 1;
  }
  pieces.push(lines.join('\n'));
  if (pieces.length === 1) return pieces;
  const definitions = (markdown.match(DEFINITION) ?? []).slice(0, MOST_DEFINITIONS).join('\n');
  return definitions === '' ? pieces : pieces.map((piece) => `${piece}\n\n${definitions}`);
}

/** Whether so many marks stand in the piece, or so deep, that parsing it would take longer than any prose deserves. */
export function isTooDense(piece: string): boolean {
  let fence: string | undefined;
  let marks = 0;
  let surplus = 0;
  for (const line of piece.split('\n')) {
    const fenced = fence !== undefined;
    fence = fenceAfter(line, fence);
    if (fenced) continue;
    marks += line.match(MARKS)?.length ?? 0;
    surplus += (line.match(CLOSING)?.length ?? 0) - (line.match(OPENING)?.length ?? 0);
    if (marks + Math.max(0, surplus) > MOST_MARKS || nestsTooDeep(line)) return true;
  }
  return false;
}

/** The fence that is open after the line. */
export function fenceAfter(line: string, open: string | undefined): string | undefined {
  const mark = FENCE.exec(line)?.[1];
  if (open === undefined) return mark;
  return mark?.startsWith(open) && line.trim() === mark ? undefined : open;
}

/** In UTF-16 code units; micromark's time grows with the square of some pieces' length. */
const LONG = 2000;
const VERY_LONG = 8000;
const DEEPEST = 50;
const MOST_MARKS = 1200;
const MOST_DEFINITIONS = 100;
/** A line that cannot go on a list or an indented block. */
const STARTS_BLOCK = /^[^\s\d+*-]/;
/** ```` ```ts ```` */
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** `[tides]: https://tides.example` */
const DEFINITION = /^ {0,3}\[[^\]^\n][^\]\n]{0,99}\]:[ \t]*\S[^\n]{0,500}$/gm;
const MARKS = /[*_~[<]/g;
/** From a bracket that closes nothing, GitHub's footnotes are looked for up to the beginning. */
const OPENING = /\[/g;
const CLOSING = /\]/g;

/** `> - > 1. ` … */
const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

function nestsTooDeep(line: string): boolean {
  CONTAINER.lastIndex = 0;
  for (let depth = 0; CONTAINER.test(line); depth += 1) if (depth >= DEEPEST) return true;
  return false;
}
