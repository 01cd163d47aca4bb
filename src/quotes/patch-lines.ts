import { type DiffHunk, type DiffLine, readDiff } from '../bodies/diff.ts';
import type { PostReading } from './reading.ts';

/** A line of the patch that a post's own words hold; offsets are into those words. */
export interface PatchLine extends Omit<DiffLine, 'start'> {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** The patch in a post's own words. */
export interface Patch {
  readonly lines: readonly PatchLine[];
  /** By what `keyOf` says of a line. */
  readonly byKey: ReadonlyMap<string, readonly number[]>;
}

/** The patch that a post proposes in its own words; `null` where they hold no hunk of a diff. */
export function patchIn({ own }: PostReading): Patch | null {
  const lines: PatchLine[] = [];
  for (const { node, start } of own.leaves) {
    if (node.type !== 'code' || node.lang !== 'diff') continue;
    for (const line of readDiff(node.value, { file: node.meta ?? undefined }).lines) {
      const from = start + line.start;
      lines.push({ ...line, number: lines.length, start: from, end: from + line.text.length });
    }
  }
  if (!lines.some(({ kind }) => kind === 'hunk')) return null;
  const byKey = new Map<string, number[]>();
  for (const line of lines) {
    const known = byKey.get(keyOf(line));
    if (known) known.push(line.number);
    else byKey.set(keyOf(line), [line.number]);
  }
  return { lines, byKey };
}

/** The same for lines that are the same but for white space, which mail programs change. */
export function keyOf({ kind, text, marks }: Pick<DiffLine, 'kind' | 'text' | 'marks'>): string {
  return `${kind} ${text.slice(marks).replace(/\s+/g, ' ').trim()}`;
}

/** What is known of a run of quoted lines when its last one is looked for. */
export interface Run {
  /** Lines that stand in the quote one after the other, oldest first. */
  readonly lines: readonly DiffLine[];
  /** The line of the patch at which the quote last stood; -1 at its beginning. */
  readonly after: number;
}

/** A line that stands in the patch more often tells nothing. */
const MOST_CANDIDATES = 200;
/** How many lines before the last one are compared. */
const LONGEST_RUN = 40;

/**
 * Where the run's last line stands in the patch: where the most lines before it are the same too, in its file and its
 * hunk where the quote names them. `null` where it stands nowhere, or nothing tells two places apart.
 */
export function locateLast({ lines: run, after }: Run, patch: Patch): PatchLine | null {
  const last = run.at(-1);
  if (!last) return null;
  const numbers = patch.byKey.get(keyOf(last)) ?? [];
  if (numbers.length > MOST_CANDIDATES) return null;
  const candidates = numbers
    .flatMap((number) => patch.lines[number] ?? [])
    .filter(
      (line) =>
        (last.file === undefined || line.file === undefined || line.file === last.file) && inHunk(line, last),
    );
  const scored = candidates.map((line) => ({ line, score: sameBefore(run, line, patch) }));
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
  const alike = scored.filter(({ score }) => score === best).map(({ line }) => line);
  if (alike.length < 2) return alike[0] ?? null;
  const counted = alike.filter(
    (line) => isNumbered(last) && line.before === last.before && line.after === last.after,
  );
  if (counted.length === 1) return counted[0] ?? null;
  const further = alike.filter(({ number }) => number > after);
  return further.length === 1 ? (further[0] ?? null) : null;
}

function isNumbered({ before, after }: DiffLine): boolean {
  return before !== undefined || after !== undefined;
}

// "@@ -40,6 +42,9 @@"
const NUMBERS = /^@{2,9}[^@]{1,200}@{2,9}/;

function inHunk({ hunk }: PatchLine, { hunk: named }: DiffLine): boolean {
  return !named || !hunk || numbersOf(hunk) === numbersOf(named);
}

function numbersOf({ header }: DiffHunk): string {
  return NUMBERS.exec(header)?.[0] ?? header;
}

function sameBefore(run: readonly DiffLine[], line: PatchLine, patch: Patch): number {
  let same = 1;
  while (same < Math.min(run.length, LONGEST_RUN)) {
    const [quoted, original] = [run[run.length - 1 - same], patch.lines[line.number - same]];
    if (!quoted || !original || keyOf(quoted) !== keyOf(original)) break;
    same += 1;
  }
  return same;
}
