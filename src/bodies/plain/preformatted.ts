/**
 * Whether the lines of a block were set by hand, so that their spaces and breaks matter: indented as a whole, in
 * columns, drawn from symbols, or statements of a program. Listings, tables, logs, ASCII art.
 */
export function isPreformatted(lines: readonly string[]): boolean {
  if (lines.every(isIndented)) return !lines.every((line) => ADDRESS.test(line));
  if (lines.length < 2) return false;
  return isMost(lines, hasColumns) || isMost(lines, isDrawn) || isMost(lines, isProgram);
}

/** Whether a line is set in by a tab or four spaces. */
export function isIndented(line: string): boolean {
  return INDENT.test(line);
}

/** Takes off the white space that all lines that are not blank begin with. */
export function withoutIndent(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => line.trim()).map((line) => LEADING.exec(line)?.[0] ?? '');
  const [first = ''] = indents;
  const length = indents.reduce(
    (least, indent) => Math.min(least, commonLength(first, indent)),
    first.length,
  );
  return lines.map((line) => line.slice(length));
}

const INDENT = /^(?: {4}|\t| {1,3}\t)/;
const LEADING = /^[ \t]*/;
// "see https://quay.example/a"
const ADDRESS = /(?:https?|git|ssh|ftp):\/\/\S/;
// "name     size": words, then room, then words. A sentence may end in two spaces.
const COLUMNS = /\S(?: {3}|\t)[ \t]*\S/;
// "+-----+-----+"
const WORDLIKE = /[\p{L}\p{N}]/gu;
const SHORTEST_DRAWN = 3;
// "lens.lock();", "int oil = 9;", "if (dark) {", "}"; not "oil;", an item of a list
const STATEMENT = /[{}]$|[)\]}"'];$|\s=\s.{0,200};$/;
// "<lamp lit="true">", "</lamp>"
const TAG = /^\s*<\/?[A-Za-z][\w:-]*(?:\s[^<>]*)?\/?>/;
// "lamp.colour=white", "export LAMP=north"
const SETTING = /^\s*(?:export )?[\w.-]+=\S*$/;
// "    at quay.Lamp.light(Lamp.java:12)"
const FRAME = /^\s*at [\w.$<>]+\(/;

function hasColumns(line: string): boolean {
  return COLUMNS.test(line);
}

function isDrawn(line: string): boolean {
  if (isMostlyLetters(line)) return false;
  const visible = line.replace(/\s+/g, '');
  if (visible.length < SHORTEST_DRAWN) return false;
  return (visible.match(WORDLIKE)?.length ?? 0) * 2 < visible.length;
}

/** A quick answer for most lines of prose; says nothing where it is `false`. */
function isMostlyLetters(line: string): boolean {
  let letters = 0;
  for (let at = 0; at < line.length; at += 1) {
    const lower = line.charCodeAt(at) | 0x20;
    if (lower >= 0x61 && lower <= 0x7a) letters += 1;
  }
  return letters * 2 >= line.length;
}

function isProgram(line: string): boolean {
  return STATEMENT.test(line) || TAG.test(line) || SETTING.test(line) || FRAME.test(line);
}

function isMost(lines: readonly string[], test: (line: string) => boolean): boolean {
  return lines.filter(test).length * 2 > lines.length;
}

function commonLength(one: string, other: string): number {
  const least = Math.min(one.length, other.length);
  for (let at = 0; at < least; at += 1) if (one[at] !== other[at]) return at;
  return least;
}
