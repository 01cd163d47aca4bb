/** How many lines a hunk still has of the old file and of the new one. */
export interface Hunk {
  readonly old: number;
  readonly fresh: number;
}

/** Whether a diff begins at the first of three lines: `diff --git …`, `Index: …`, the two names above a hunk, a hunk. */
export function startsDiff(line: string, next: string, third: string): boolean {
  if (DIFF.test(line) || readHunk(line)) return true;
  if (line.startsWith('Index: ')) return /^={10,}/.test(next);
  if (line.startsWith('+++ ')) return readHunk(next) !== null;
  return line.startsWith('--- ') && next.startsWith('+++ ') && readHunk(third) !== null;
}

/** Whether the next file of a diff begins at a line. */
export function startsFile(line: string): boolean {
  return line.startsWith('diff ') || line.startsWith('Index: ');
}

/** Where in a diff one stands: in a hunk, in git's binary data, or in a header. */
export interface Place {
  readonly hunk: Hunk | null;
  readonly binary: boolean;
}

/** Where one stands after a line; `null` where the line is no part of a diff there. */
export function follow({ hunk, binary }: Place, line: string): Place | null {
  const further = hunk && hunkAfter(hunk, line);
  if (further) return { hunk: further, binary: false };
  const opened = readHunk(line);
  if (opened) return { hunk: opened, binary: false };
  if (BINARY.test(line)) return { hunk: null, binary: true };
  if (binary && (line === '' || BASE85.test(line))) return { hunk: null, binary };
  return HEADER.test(line) ? { hunk: null, binary: false } : null;
}

function readHunk(line: string): Hunk | null {
  const match = HUNK.exec(line);
  return match && { old: Number(match[1] ?? 1), fresh: Number(match[2] ?? 1) };
}

// What is left of a hunk after one of its lines.
function hunkAfter({ old, fresh }: Hunk, line: string): Hunk | null {
  if (line.startsWith('\\')) return { old, fresh };
  if (isOver({ old, fresh })) return null;
  if (line.startsWith('+')) return { old, fresh: fresh - 1 };
  if (line.startsWith('-')) return { old: old - 1, fresh };
  // Mail systems cut trailing spaces: an empty line is an empty line of context.
  return line === '' || line.startsWith(' ') || line.startsWith('\t')
    ? { old: old - 1, fresh: fresh - 1 }
    : null;
}

/** Whether a hunk has all its lines. */
export function isOver({ old, fresh }: Hunk): boolean {
  return old <= 0 && fresh <= 0;
}

/** The file that a diff's header names, as it is after the change. */
export function fileOf(header: readonly string[]): string | undefined {
  const after = header.map((line) => NEW_FILE.exec(line)?.[1]).find((name) => name && name !== '/dev/null');
  return after ?? header.map((line) => GIT_FILE.exec(line)?.[1] ?? INDEX_FILE.exec(line)?.[1]).find(Boolean);
}

// "diff --git a/lock.ts b/lock.ts", "diff -u lock.ts.orig lock.ts"
const DIFF = /^diff (?:--git|-[a-zA-Z])/;
// "@@ -325,6 +325,11 @@ function wake()"
const HUNK = /^@@ -\d{1,9}(?:,(\d{1,9}))? \+\d{1,9}(?:,(\d{1,9}))? @@/;
// "index 8a3f8ee..197ab01 100644", "rename from lock.ts"
const HEADER =
  /^(?:diff |Index: |={10,}$|index [0-9a-f]|new file mode |deleted file mode |old mode |new mode |(?:dis)?similarity index |rename (?:from|to) |copy (?:from|to) |--- \S|\+\+\+ \S|Binary files? |RCS file: |retrieving revision )/;
// "GIT binary patch", "literal 142"
const BINARY = /^(?:GIT binary patch|(?:literal|delta) \d+)$/;
const BASE85 = /^[A-Za-z][0-9A-Za-z!#$%&()*+;<=>?@^_`{|}~-]{5,70}$/;
// "+++ b/src/lock.ts"
const NEW_FILE = /^\+\+\+ (?:b\/)?([^\t]{1,300})/;
// "diff --git a/src/lock.ts b/src/lock.ts"
const GIT_FILE = /^diff --git \S{1,300} (?:b\/)?(\S{1,300})/;
const INDEX_FILE = /^Index: (\S{1,300})/;
