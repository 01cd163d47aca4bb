/** Lines shown before those that a comment is about, as on GitHub's own pages. */
const LINES_BEFORE = 3;
/** The most lines shown of a hunk. */
const MOST_LINES = 40;
/** Characters of a hunk that are read: GitHub cuts its hunks far earlier. */
const LONGEST_HUNK = 100_000;

/** What a comment on a pull request says of its place. */
export interface Place {
  readonly path: string;
  /** The hunk of the diff up to the line that the comment is about. */
  readonly hunk: string;
  /** How many lines the comment is about. */
  readonly lines: number;
  /** The page that shows the patch; `undefined` where the export does not tell. */
  readonly page: string | undefined;
}

/**
 * The lines of the diff that a comment is about, as a quote in Markdown: a block quote with a fenced diff that names
 * its file, so that they count as somebody else's words and as reviewed lines. Of a long hunk only the end, with its
 * header's numbers counted on. A comment on a whole file quotes the names of the file alone. Above it stands where it is
 * from. Ends with an empty line.
 */
export function quotedHunk({ path, hunk, lines, page }: Place): string {
  const file = path.replace(/[\s`]+/g, ' ').trim();
  const shown = hunk === '' ? [`--- a/${file}`, `+++ b/${file}`] : endOf(hunk.slice(0, LONGEST_HUNK), lines);
  const fence = fenceFor(shown);
  const from = page === undefined || file === '' ? '' : `[\`${file}\`](${page}):\n\n`;
  return `${from}${[`${fence}diff ${file}`, ...shown, fence].map((line) => `> ${line}\n`).join('')}\n`;
}

/** `@@ -12,6 +12,7 @@ struct weir {` */
const HEADER = /^@@ -(\d{1,9})(?:,\d{1,9})? \+(\d{1,9})(?:,\d{1,9})? @@(.*)$/;

function endOf(hunk: string, about: number): readonly string[] {
  const [header = '', ...lines] = hunk.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  const shown = Math.min(Math.max(about, 1) + LINES_BEFORE, MOST_LINES);
  const [, before, after, context] = HEADER.exec(header) ?? [];
  if (before === undefined || after === undefined) return [header, ...lines].slice(-shown);
  const [left, kept] = [lines.slice(0, -shown), lines.slice(-shown)];
  const start = { before: Number(before) + inBefore(left), after: Number(after) + inAfter(left) };
  const numbers = `-${start.before},${inBefore(kept)} +${start.after},${inAfter(kept)}`;
  return [`@@ ${numbers} @@${context}`, ...kept];
}

function inBefore(lines: readonly string[]): number {
  return lines.filter((line) => !/^[+\\]/.test(line)).length;
}

function inAfter(lines: readonly string[]): number {
  return lines.filter((line) => !/^[-\\]/.test(line)).length;
}

/** Longer than any run of backticks in the lines. */
function fenceFor(lines: readonly string[]): string {
  const longest = lines
    .flatMap((line) => line.match(/`+/g) ?? [])
    .reduce((most, run) => Math.max(most, run.length), 2);
  return '`'.repeat(longest + 1);
}
