/** How many lines a hunk still has of the old file and of the new one. */
export interface Hunk {
  readonly old: number;
  readonly fresh: number;
}

/** Whether a diff begins at the first of three lines: `diff --git …`, `Index: …`, the two names above a hunk, a hunk. */
export function startsDiff(line: string, next: string, third: string): boolean {
  if (DIFF.test(line) || readHunk(line)) return true;
  if (line.startsWith('Index: ')) return /^={10,}/.test(next);
  return line.startsWith('--- ') && next.startsWith('+++ ') && readHunk(third) !== null;
}

/** Whether a line outside a hunk belongs to a diff: git's extended header, the names of the two files. */
export function extendsHeader(line: string): boolean {
  return HEADER.test(line);
}

/** The hunk that a line opens; `null` where it opens none. */
export function readHunk(line: string): Hunk | null {
  const match = HUNK.exec(line);
  return match && { old: Number(match[1] ?? 1), fresh: Number(match[2] ?? 1) };
}

/** What is left of a hunk after one of its lines; `null` where the line cannot be one. */
export function hunkAfter({ old, fresh }: Hunk, line: string): Hunk | null {
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
  /^(?:diff |Index: |={10,}$|index [0-9a-f]|new file mode |deleted file mode |old mode |new mode |(?:dis)?similarity index |rename (?:from|to) |copy (?:from|to) |--- \S|\+\+\+ \S|Binary files? |GIT binary patch|RCS file: |retrieving revision )/;
// "+++ b/src/lock.ts"
const NEW_FILE = /^\+\+\+ (?:b\/)?([^\t]{1,300})/;
// "diff --git a/src/lock.ts b/src/lock.ts"
const GIT_FILE = /^diff --git \S{1,300} b\/(\S{1,300})/;
const INDEX_FILE = /^Index: (\S{1,300})/;
