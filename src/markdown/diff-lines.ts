/** A line of a unified diff, and where its words are found among the lines of the file before or after the change. */
export interface DiffLine {
  readonly kind: 'file' | 'hunk' | 'inserted' | 'deleted' | 'context';
  readonly text: string;
  /** For a line of the file: which version holds it, and as which line. Context is taken from the version after. */
  readonly place?: { readonly version: 'before' | 'after'; readonly line: number };
}

/** A unified diff taken apart; `before` and `after` hold what its hunks show of either version of the file. */
export interface ParsedDiff {
  readonly lines: readonly DiffLine[];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Reads a unified diff line by line; what stands before the first hunk belongs to the file's header. */
export function parseDiff(diff: string): ParsedDiff {
  const before: string[] = [];
  const after: string[] = [];
  let inHunk = false;
  const lines = diff.split('\n').map((text): DiffLine => {
    if (text.startsWith('@@')) inHunk = true;
    if (text.startsWith('@@')) return { kind: 'hunk', text };
    if (/^(?:diff --git |\+\+\+ [ab]\/|--- [ab]\/)/.test(text)) inHunk = false;
    const words = text.slice(1);
    if (!inHunk && /^(?:\+\+\+ |--- |diff |index )/.test(text)) return { kind: 'file', text };
    if (text.startsWith('+')) {
      after.push(words);
      return { kind: 'inserted', text, place: { version: 'after', line: after.length - 1 } };
    }
    if (text.startsWith('-')) {
      before.push(words);
      return { kind: 'deleted', text, place: { version: 'before', line: before.length - 1 } };
    }
    if (!inHunk || text.startsWith('\\')) return { kind: 'context', text };
    before.push(words);
    after.push(words);
    return { kind: 'context', text, place: { version: 'after', line: after.length - 1 } };
  });
  return { lines, before, after };
}

/** `src/gauge/filter.py` → `py`; `Makefile` → `makefile`. */
export function extensionOf(file: string): string {
  const name = file.split('/').at(-1)?.toLowerCase() ?? '';
  return name.includes('.') ? (name.split('.').at(-1) ?? '') : name;
}
