/** How many lines a hunk still has of each old file (one, but in a combined diff) and of the new one. */
export interface Hunk {
  readonly old: readonly number[];
  readonly fresh: number;
}

/**
 * Whether a diff begins at the first of three lines: `diff --git …`, `Index: …`, the two names above a hunk, a hunk,
 * the three lines above a context diff.
 */
export function startsDiff(line: string, next: string, third: string): boolean {
  if (DIFF.test(line) || readHunk(line)) return true;
  if (line.startsWith('Index: ')) return /^={10,}/.test(next);
  if (line.startsWith('*** ')) return next.startsWith('--- ') && CONTEXT_DIFF.test(third);
  if (line.startsWith('+++ ')) return readHunk(next) !== null;
  return line.startsWith('--- ') && next.startsWith('+++ ') && readHunk(third) !== null;
}

/** Whether the next file of a diff begins at a line. */
export function startsFile(line: string): boolean {
  return line.startsWith('diff ') || line.startsWith('Index: ');
}

/** Where in a diff one stands: in a hunk, in git's binary data, in a context diff, or in a header. */
export interface Place {
  readonly hunk: Hunk | null;
  readonly binary: boolean;
  readonly context?: true;
}

/** Where one stands after a line; `null` where the line is no part of a diff there. */
export function follow({ hunk, binary, context }: Place, line: string): Place | null {
  const further = hunk && hunkAfter(hunk, line);
  if (further) return { hunk: further, binary: false };
  const opened = readHunk(line);
  if (opened) return { hunk: opened, binary: false };
  if (BINARY.test(line)) return { hunk: null, binary: true };
  if (binary && (line === '' || BASE85.test(line))) return { hunk: null, binary };
  if (CONTEXT_DIFF.test(line) || (context && CONTEXT_LINE.test(line)))
    return { hunk: null, binary: false, context: true };
  return HEADER.test(line) ? { hunk: null, binary: false } : null;
}

/**
 * Whether a line is the end of the one before it, which a mail program wrapped: it has no mark, the line before is as
 * long as lines of mail get, and the line after goes on in the hunk.
 */
export function isWrapped({ hunk }: Place, before: string, line: string, next: string): boolean {
  if (!hunk || isOver(hunk) || before.length + 1 + line.length < LEAST_WRAPPED || line === '') return false;
  return before.length <= WIDEST_LINE && (hunkAfter(hunk, next) !== null || readHunk(next) !== null);
}

/** A line that a mail program wraps is longer; what is left of it is shorter. */
const LEAST_WRAPPED = 66;
const WIDEST_LINE = 100;

function readHunk(line: string): Hunk | null {
  const match = HUNK.exec(line);
  if (!match) return null;
  const [, signs = '', olds = '', fresh] = match;
  const old = [...olds.matchAll(/-\d+(?:,(\d+))?/g)].map(([, count]) => Number(count ?? 1));
  return old.length === signs.length - 1 ? { old, fresh: Number(fresh ?? 1) } : null;
}

// What is left of a hunk after one of its lines.
function hunkAfter({ old, fresh }: Hunk, line: string): Hunk | null {
  if (line.startsWith('\\')) return { old, fresh };
  if (isOver({ old, fresh })) return null;
  // Mail systems cut trailing spaces: an empty line is an empty line of context.
  const signs = line.startsWith('\t') ? '' : line.slice(0, old.length);
  if (!/^[-+ ]*$/.test(signs)) return null;
  const isDeleted = signs.includes('-');
  return {
    old: old.map((left, n) => ((isDeleted ? signs[n] !== '-' : signs[n] === '+') ? left : left - 1)),
    fresh: isDeleted ? fresh : fresh - 1,
  };
}

/** Whether a hunk has all its lines. */
export function isOver({ old, fresh }: Hunk): boolean {
  return fresh <= 0 && old.every((left) => left <= 0);
}

/** The file that a diff's header names, as it is after the change; before it, where the change removes it. */
export function fileOf(header: readonly string[]): string | undefined {
  const [after, elsewhere, before] = [[NEW_FILE], [GIT_FILE, MERGED_FILE, INDEX_FILE], [OLD_FILE]].map(
    (patterns) => {
      const names = header.flatMap((line) => patterns.map((pattern) => pattern.exec(line)?.[1]));
      return names.find((name) => name && name !== '/dev/null');
    },
  );
  return after ?? elsewhere ?? before;
}

// "diff --git a/lock.ts b/lock.ts", "diff -u lock.ts.orig lock.ts"
const DIFF = /^diff (?:--(?:git|cc|combined) |-[a-zA-Z])/;
// "@@ -325,6 +325,11 @@ function wake()"; of a merge: "@@@ -98,20 -98,12 +98,20 @@@ int main(void)"
const HUNK = /^(@{2,9})((?: -\d{1,9}(?:,\d{1,9})?){1,8}) \+\d{1,9}(?:,(\d{1,9}))? @{2,9}/;
// "***************", "*** 12,19 ****", "--- 12,23 ----"
const CONTEXT_DIFF = /^(?:\*{15}|(?:\*\*\* \d{1,9}(?:,\d{1,9})? \*{4}|--- \d{1,9}(?:,\d{1,9})? -{4})$)/;
const CONTEXT_LINE = /^(?:[-+! ] |$)/;
// "index 8a3f8ee..197ab01 100644", "rename from lock.ts"
const HEADER =
  /^(?:diff |Index: |={10,}$|index [0-9a-f]|new file mode |deleted file mode |old mode |new mode |(?:dis)?similarity index |rename (?:from|to) |copy (?:from|to) |mode \d|--- \S|\*\*\* \S|\+\+\+ \S|Binary files? |RCS file: |retrieving revision )/;
// "GIT binary patch", "literal 142"
const BINARY = /^(?:GIT binary patch|(?:literal|delta) \d+)$/;
const BASE85 = /^[A-Za-z][0-9A-Za-z!#$%&()*+;<=>?@^_`{|}~-]{5,70}$/;
// "+++ b/src/lock.ts"
const NEW_FILE = /^\+\+\+ (?:b\/)?([^\t]{1,300})/;
// "diff --git a/src/lock.ts b/src/lock.ts"
const OLD_FILE = /^--- (?:a\/)?([^\t]{1,300})/;
const GIT_FILE = /^diff --git \S{1,300} (?:b\/)?(\S{1,300})/;
// "diff --cc src/lock.ts"
const MERGED_FILE = /^diff --(?:cc|combined) (\S{1,300})/;
const INDEX_FILE = /^Index: (\S{1,300})/;
