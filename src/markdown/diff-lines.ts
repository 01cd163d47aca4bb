import { type DiffLine as LineRead, readDiff } from '../bodies/diff.ts';

/** A line of a diff, and where its words are found among the lines of the file before or after the change. */
export interface DiffLine {
  readonly kind: 'file' | 'hunk' | 'inserted' | 'deleted' | 'context';
  readonly text: string;
  /** How many characters of it are marks. */
  readonly marks: number;
  /** For a line of the file: which version holds it, and as which line. Context is taken from the version after. */
  readonly place?: { readonly version: 'before' | 'after'; readonly line: number };
}

/** A diff taken apart; `before` and `after` hold what its hunks show of either version of the file. */
export interface ParsedDiff {
  readonly lines: readonly DiffLine[];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Reads a diff for printing: each version of the file by itself. */
export function parseDiff(diff: string): ParsedDiff {
  const before: string[] = [];
  const after: string[] = [];
  const lines = readDiff(diff).lines.map(({ kind, text, marks, hunk }): DiffLine => {
    const words = text.slice(marks);
    const shown = SHOWN[kind];
    if (kind === 'inserted') {
      after.push(words);
      return { kind, text, marks, place: { version: 'after', line: after.length - 1 } };
    }
    if (kind === 'deleted') {
      before.push(words);
      return { kind, text, marks, place: { version: 'before', line: before.length - 1 } };
    }
    if (kind !== 'context' || !hunk) return { kind: shown, text, marks };
    before.push(words);
    after.push(words);
    return { kind, text, marks, place: { version: 'after', line: after.length - 1 } };
  });
  return { lines, before, after };
}

const SHOWN: Readonly<Record<LineRead['kind'], DiffLine['kind']>> = {
  file: 'file',
  note: 'context',
  hunk: 'hunk',
  inserted: 'inserted',
  deleted: 'deleted',
  context: 'context',
  rest: 'context',
};

/** `src/gauge/filter.py` → `py`; `Makefile` → `makefile`. */
export function extensionOf(file: string): string {
  const name = file.split('/').at(-1)?.toLowerCase() ?? '';
  return name.includes('.') ? (name.split('.').at(-1) ?? '') : name;
}
