import { type DiffHunk, type DiffLine, readDiff } from '../bodies/diff.ts';
import type { PostReading } from './reading.ts';

/** A line of the patch that a post's own words hold; offsets are into those words. */
export interface PatchLine extends Omit<DiffLine, 'start'> {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  /** What `keyOf` says of it. */
  readonly key: string;
  /** Nothing but empty lines follows in its hunk. */
  readonly isLast: boolean;
}

/** The patch in a post's own words. */
export interface Patch {
  readonly lines: readonly PatchLine[];
  /** The numbers of the lines of a key, ascending. */
  readonly byKey: ReadonlyMap<string, readonly number[]>;
}

/** The patch that a post proposes in its own words; `null` where they hold no hunk of a diff. */
export function patchIn({ own }: PostReading): Patch | null {
  const read: (DiffLine & { readonly end: number })[] = [];
  for (const { node, start } of own.leaves) {
    if (node.type !== 'code' || node.lang !== 'diff') continue;
    for (const line of readDiff(node.value, { file: node.meta ?? undefined }).lines) {
      const from = start + line.start;
      read.push({ ...line, start: from, end: from + line.text.length });
    }
  }
  if (!read.some(({ kind }) => kind === 'hunk')) return null;
  const areLast = lastOfHunks(read);
  const lines = read.map((line, number): PatchLine => {
    return { ...line, number, key: keyOf(line), isLast: areLast[number] ?? true };
  });
  const byKey = new Map<string, number[]>();
  for (const { key, number } of lines) {
    const known = byKey.get(key);
    if (known) known.push(number);
    else byKey.set(key, [number]);
  }
  return { lines, byKey };
}

/** From the last line to the first, so that each looks at the one below it only. */
function lastOfHunks(lines: readonly DiffLine[]): readonly boolean[] {
  const areLast: boolean[] = [];
  for (const [number, line] of [...lines.entries()].toReversed()) {
    const next = lines[number + 1];
    const isBlank = next?.kind === 'rest' || (next?.kind === 'context' && next.text.trim() === '');
    const ends = line.closes || !next || next.hunk !== line.hunk;
    areLast[number] = ends || (isBlank && areLast[number + 1] === true);
  }
  return areLast;
}

/** The first and the last line of a patch that a stretch of the post's own words touches; `null` where it touches none. */
export function linesTouched(
  { lines }: Patch,
  { start, end }: { readonly start: number; readonly end: number },
): readonly [PatchLine, PatchLine] | null {
  const from = lines[countWhile(lines, (line) => line.end <= start)];
  const last = lines[countWhile(lines, (line) => line.start < end) - 1];
  return from && last && from.number <= last.number ? [from, last] : null;
}

/** How many of the first lines a condition holds for that, from some line on, holds for none. */
function countWhile(lines: readonly PatchLine[], holds: (line: PatchLine) => boolean): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const line = lines[middle];
    if (line && holds(line)) low = middle + 1;
    else high = middle;
  }
  return low;
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
  const keys = run.slice(-LONGEST_RUN).map(keyOf);
  const scored = candidates.map((line) => ({ line, score: sameBefore(keys, line, patch) }));
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

function sameBefore(keys: readonly string[], line: PatchLine, patch: Patch): number {
  let same = 1;
  while (same < keys.length && keys[keys.length - 1 - same] === patch.lines[line.number - same]?.key)
    same += 1;
  return same;
}
