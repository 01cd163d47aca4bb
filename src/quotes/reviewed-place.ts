import type { DiffLine } from '../bodies/diff.ts';
import type { PostId } from '../thread/schema.ts';
import { approves } from './civility.ts';
import { keyOf, linesTouched, locateLast, type Patch, type PatchLine } from './patch-lines.ts';
import type { Passage, Quote } from './quote.ts';
import type { QuotedBlock } from './quoted-lines.ts';
import type { ReviewComment, ReviewedLine } from './review-comment.ts';

/** What a comment of a review is about, without the comment. */
export type ReviewedPlace = Omit<ReviewComment, 'start' | 'end' | 'quote'>;

/** What stands above a comment. */
export interface Above {
  /** The blocks of the quotes since the comment before. */
  readonly blocks: readonly QuotedBlock[];
  /** The last piece of a diff among them, and the lines that stand before its end without a gap, those before the
   * comment before included. */
  readonly piece: QuotedBlock | undefined;
  readonly run: readonly DiffLine[];
  /** The quote whose words stand last, where they are no diff, and the patch, where they are of a post's proposal. */
  readonly words: Quote | undefined;
  readonly proposal: Patch | undefined;
  /** Whether words of a quote that is known of no source stand last. */
  readonly isStrange: boolean;
}

export interface PlaceSetting {
  readonly thread: string;
  readonly patches: ReadonlyMap<PostId, Patch>;
  /** The posts whose patch the lines may be of, best first. */
  readonly candidates: readonly PostId[];
  /** Where each patch was last quoted; kept up to date. */
  readonly pointers: Map<PostId, number>;
  readonly isLast: boolean;
  readonly text: string;
}

/** The place in a patch of what a post quotes right above a comment of its own; `null` where it is in none. */
export function reviewedPlace(above: Above, setting: PlaceSetting): ReviewedPlace | null {
  const { words, proposal, piece, run } = above;
  if (words?.source && proposal) return placeOfWords(words, words.source, proposal, setting);
  if (!piece) return null;
  const [last] = run.slice(lastTelling(run));
  if (!last) return null;
  if (last.kind === 'note' || last.kind === 'file' || above.isStrange)
    return last.file === undefined ? { about: 'message' } : { about: 'file', file: last.file };
  return placeOfLines(above, last, setting);
}

/** The place of the last line that is not empty. */
function lastTelling(run: readonly DiffLine[]): number {
  return run.findLastIndex(({ kind, text }) => kind !== 'rest' && (kind !== 'context' || text.trim() !== ''));
}

/** Of a quote whose words stand in the patch's post, but which does not look like a diff. */
function placeOfWords(
  words: Quote,
  source: Passage,
  patch: Patch,
  setting: PlaceSetting,
): ReviewedPlace | null {
  const { thread, post, start, end } = source;
  const passage: Passage = { thread, post, start, end };
  const touched = linesTouched(patch, passage);
  if (!touched) return { about: 'message', passage };
  const [from, last] = touched;
  if (!isLineOfFile(last))
    return last.file === undefined
      ? { about: 'message', passage }
      : { about: 'file', file: last.file, passage };
  // The same lines may stand in the patch more than once: then only what all have in common is known.
  const isOneLine = from.number >= last.number;
  const alike = sameWords(last, words.text, patch).filter((number) => isAlike(from, last, number, patch));
  if (alike.length > 1 || words.fidelity === 'altered') {
    const files = new Set(alike.map((number) => patch.lines[number]?.file));
    return files.size > 1 || last.file === undefined ? null : { about: 'file', file: last.file };
  }
  setting.pointers.set(post, last.number);
  return lineIn(last, isOneLine ? last : from, setting.thread, post);
}

/** The lines of the same words; of any kind, where the quote dropped the mark that says which. */
function sameWords(line: PatchLine, text: string, { byKey }: Patch): readonly number[] {
  if (/^[-+]/.test(text)) return byKey.get(line.key)?.slice(0, MOST_ALIKE) ?? [];
  const kinds = ['inserted', 'deleted', 'context'] as const;
  return kinds.flatMap((kind) => byKey.get(keyOf({ ...line, kind }))?.slice(0, MOST_ALIKE) ?? []);
}

/** Of places alike no more are looked at. */
const MOST_ALIKE = 64;

/** Whether the lines that end with the numbered one are the same as those from `from` to `last`. */
function isAlike(from: PatchLine, last: PatchLine, number: number, { lines }: Patch): boolean {
  for (let back = 1; back <= Math.min(last.number - from.number, MOST_ALIKE); back += 1) {
    const [one, other] = [lines[last.number - back], lines[number - back]];
    if (!one || one.key !== other?.key) return false;
  }
  return true;
}

function isLineOfFile(line: Pick<DiffLine, 'kind'>): line is DiffLine & ReviewedLine {
  return line.kind === 'inserted' || line.kind === 'deleted' || line.kind === 'context';
}

function placeOfLines(above: Above, last: DiffLine, setting: PlaceSetting): ReviewedPlace {
  const run = above.run.slice(0, lastTelling(above.run) + 1);
  for (const post of setting.candidates) {
    const patch = setting.patches.get(post);
    const line = patch && locateLast({ lines: run, after: setting.pointers.get(post) ?? -1 }, patch);
    if (!patch || !line) continue;
    setting.pointers.set(post, line.number);
    return placeInPatch(above, run, line, patch, post, setting);
  }
  const here = { ...fileOf(last), ...hunkOf(last) };
  if (!isLineOfFile(last)) return { about: 'hunk', ...here };
  const closes = above.run.slice(run.length - 1).some((line) => line.closes);
  if (isWhole(above, closes, setting)) return { about: 'patch' };
  const isCounted = last.before !== undefined || last.after !== undefined;
  const segment = segmentOf(above, run);
  return {
    about: isWholeHunk(segment, last, closes) ? 'hunk' : 'line',
    ...here,
    first: reviewedLine(segment.find(isLineOfFile) ?? last),
    last: reviewedLine(last),
    ...(isCounted && { counted: true }),
  };
}

function placeInPatch(
  above: Above,
  run: readonly DiffLine[],
  line: PatchLine,
  patch: Patch,
  post: PostId,
  setting: PlaceSetting,
): ReviewedPlace {
  if (!isLineOfFile(line)) {
    const passage = { thread: setting.thread, post, start: line.start, end: line.end };
    return { about: 'hunk', ...fileOf(line), ...hunkOf(line), passage };
  }
  if (isWhole(above, line.isLast, setting)) return { about: 'patch' };
  const segment = segmentOf(above, run);
  const first = firstIn(segment, line, patch);
  const place = lineIn(line, first, setting.thread, post);
  return isWholeHunk(segment, line, line.isLast) ? { ...place, about: 'hunk' } : place;
}

/** From `first` to `last`, where they stand in one hunk. */
function lineIn(last: PatchLine, first: PatchLine, thread: string, post: PostId): ReviewedPlace {
  const from = isLineOfFile(first) && first.hunk === last.hunk ? first : last;
  return {
    about: 'line',
    ...fileOf(last),
    ...hunkOf(last),
    first: reviewedLine(from),
    last: reviewedLine(last),
    passage: { thread, post, start: from.start, end: last.end },
  };
}

/** The quoted lines since the comment before, of the last one's hunk. */
function segmentOf({ piece }: Above, run: readonly DiffLine[]): readonly DiffLine[] {
  const last = run.at(-1);
  const lines = piece?.lines ?? [];
  const end = last ? lines.indexOf(last) + 1 : 0;
  const start = lines.slice(0, end).findLastIndex(({ kind }) => kind === 'hunk') + 1;
  return lines.slice(start, end);
}

/** The line of the patch with which the segment begins, as far as they agree. */
function firstIn(segment: readonly DiffLine[], last: PatchLine, patch: Patch): PatchLine {
  let first = last;
  for (let back = 1; back < segment.length; back += 1) {
    const [quoted, original] = [segment[segment.length - 1 - back], patch.lines[last.number - back]];
    if (!quoted || !original || original.hunk !== last.hunk || keyOf(quoted) !== original.key) break;
    if (isLineOfFile(original)) first = original;
  }
  return first;
}

/** A comment below context at a hunk's end is about what the hunk changes, not about its last line. */
function isWholeHunk(segment: readonly DiffLine[], last: Pick<DiffLine, 'kind'>, closes: boolean): boolean {
  return (
    closes && last.kind === 'context' && segment.some(({ kind }) => kind === 'inserted' || kind === 'deleted')
  );
}

/** The last words of a post, below several hunks quoted without a word between, or words that approve of all. */
function isWhole({ blocks }: Above, closes: boolean, { isLast, text }: PlaceSetting): boolean {
  if (!isLast || !closes) return false;
  const hunks = blocks.flatMap(({ lines }) => lines?.filter(({ kind }) => kind === 'hunk') ?? []);
  return hunks.length > 1 || approves(text);
}

function fileOf({ file }: { readonly file?: string }): { readonly file?: string } {
  return file === undefined ? {} : { file };
}

function hunkOf({ hunk }: Pick<DiffLine, 'hunk'>): { readonly hunk?: string; readonly context?: string } {
  return hunk ? { hunk: hunk.header, ...(hunk.context && { context: hunk.context }) } : {};
}

function reviewedLine(line: DiffLine | PatchLine): ReviewedLine {
  const { kind, text, marks, before, after } = line;
  return {
    kind: kind === 'inserted' || kind === 'deleted' ? kind : 'context',
    text: text.slice(marks),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}
