import { fileOf } from './plain/patch.ts';

/** The hunk that a line of a diff stands in. */
export interface DiffHunk {
  /** `@@ -40,6 +42,9 @@ static int weir_step(void)` */
  readonly header: string;
  /** What the header says behind its numbers: `static int weir_step(void)`. */
  readonly context?: string;
}

/** A line of a diff, with the numbers that it has in the files where its hunk's header tells them. */
export interface DiffLine {
  /** `file`: the names of the files; `note`: the rest of a header; `rest`: what a mail program wrapped, or `\ No newline`. */
  readonly kind: 'file' | 'note' | 'hunk' | 'inserted' | 'deleted' | 'context' | 'rest';
  /** As it stands in the diff, its mark included. */
  readonly text: string;
  /** How long its mark is: 1, one for each parent in a combined diff, 2 in a context diff; 0 where it was lost. */
  readonly marks: number;
  /** UTF-16 offset of its first character in the diff. */
  readonly start: number;
  readonly file?: string;
  readonly hunk?: DiffHunk;
  /** In the file before the change and after it, from 1. Of a combined diff only the latter. */
  readonly before?: number;
  readonly after?: number;
  /** Set on the last line that its hunk's header promises. */
  readonly closes?: true;
}

/** Where in a diff one stands: what is needed to read on in a further piece of it. */
export interface DiffPlace {
  readonly file?: string | undefined;
  readonly hunk?: OpenHunk | undefined;
}

interface OpenHunk {
  readonly is: DiffHunk;
  /** The next line's number and how many lines are left, of each file before the change. */
  readonly before: readonly Side[];
  readonly after: Side;
}

interface Side {
  readonly next: number;
  readonly left: number;
}

/**
 * A unified, context or combined diff line by line, and where its end stands. Lines beyond what a hunk's header
 * promises have no numbers. Never throws; linear in the length of the text.
 */
export function readDiff(
  diff: string,
  from: DiffPlace = {},
): { readonly lines: readonly DiffLine[]; readonly place: DiffPlace } {
  const texts = diff.split('\n');
  const lines: DiffLine[] = [];
  let place = from;
  let header: string[] = [];
  let start = 0;
  for (const [n, text] of texts.entries()) {
    if (isFileHeader(text, texts[n + 1] ?? '', texts[n + 2] ?? '', place)) {
      if (place.hunk || BEGINS_FILE.test(text)) header = [];
      if (header.length < HEADER_LINES) header.push(text);
      place = { file: fileOf(header) ?? (header.length > 1 ? place.file : undefined) ?? from.file };
      lines.push({ kind: FILE.test(text) ? 'file' : 'note', text, marks: 0, start, ...fileIn(place) });
    } else {
      const read = readLine(text, place);
      place = read.place;
      lines.push({ ...read.line, text, start, ...fileIn(place) });
    }
    start += text.length + 1;
  }
  return { lines, place };
}

type Read = { readonly line: Omit<DiffLine, 'text' | 'start'>; readonly place: DiffPlace };

function fileIn({ file }: DiffPlace): { readonly file?: string } {
  return file === undefined ? {} : { file };
}

/** A file's header is shorter than this. */
const HEADER_LINES = 16;
// "diff --git a/lock.ts b/lock.ts", "Index: lock.ts"
const BEGINS_FILE = /^(?:diff |Index: )/;
const FILE = /^(?:\+\+\+ |--- |\*\*\* |diff |index )/;
const NOTE =
  /^(?:Index: |={10,}$|new file mode |deleted file mode |old mode |new mode |mode |(?:dis)?similarity index |rename (?:from|to) |copy (?:from|to) |Binary files? |GIT binary patch|RCS file: |retrieving revision )/;

function isFileHeader(text: string, next: string, third: string, { hunk }: DiffPlace): boolean {
  if (/^diff --/.test(text)) return true;
  if (hunk && !isOver(hunk))
    return text.startsWith('--- ') && next.startsWith('+++ ') && third.startsWith('@@');
  return FILE.test(text) ? !RANGE.test(text) : NOTE.test(text);
}

// Of a context diff: "*** 12,19 ****", "--- 12,23 ----"
const RANGE = /^(?:\*\*\*|---) \d{1,9}(?:,\d{1,9})? (?:\*{4}|-{4})/;
// Above each of its hunks: "***************"
const CONTEXT_HUNK = /^\*{15}/;
// "@@ -325,6 +325,11 @@ function wake()", "@@@ -98,20 -98,12 +98,20 @@@ int main"
const HUNK = /^(@{2,9})((?: -\d{1,9}(?:,\d{1,9})?){1,8}) \+(\d{1,9})(?:,(\d{1,9}))? @{2,9}(.*)$/;

function readLine(text: string, place: DiffPlace): Read {
  if (text.startsWith('@@') || RANGE.test(text)) return openHunk(text, place);
  const { hunk, file } = place;
  const plain = (kind: DiffLine['kind'], marks: number): Read => ({
    line: { kind, marks, ...(hunk && { hunk: hunk.is }) },
    place,
  });
  if (text.startsWith('\\')) return plain('rest', 0);
  if (CONTEXT_HUNK.test(text)) return plain('note', 0);
  if (hunk && RANGE.test(hunk.is.header)) return plain(...kindInContextDiff(text, hunk.is));
  const marks = hunk?.before.length || 1;
  const signs = text.slice(0, marks);
  if (hunk && !isOver(hunk) && !/^[-+ ]*$/.test(signs) && !text.startsWith('\t')) return plain('rest', 0);
  const kind = signs.includes('-') ? 'deleted' : signs.includes('+') ? 'inserted' : 'context';
  if (!hunk || isOver(hunk)) return plain(kind, text.startsWith('\t') ? 0 : marks);
  const inBefore = hunk.before.map((_, n) => signs[n] === '-' || (kind !== 'deleted' && signs[n] !== '+'));
  const inAfter = kind !== 'deleted';
  const [first] = hunk.before;
  const next: OpenHunk = {
    is: hunk.is,
    before: hunk.before.map((side, n) => (inBefore[n] ? step(side) : side)),
    after: inAfter ? step(hunk.after) : hunk.after,
  };
  return {
    line: {
      kind,
      marks: text.startsWith('\t') ? 0 : marks,
      hunk: hunk.is,
      ...(first && hunk.before.length === 1 && inBefore[0] && { before: first.next }),
      ...(inAfter && { after: hunk.after.next }),
      ...(isOver(next) && { closes: true }),
    },
    place: { file, hunk: next },
  };
}

/** A changed line, `! int level;`, stands in both halves of its hunk: removed in the first, put in in the second. */
function kindInContextDiff(text: string, { header }: DiffHunk): [DiffLine['kind'], number] {
  if (!/^[-+! ] /.test(text)) return ['context', 0];
  if (text.startsWith(' ')) return ['context', 2];
  return [header.startsWith('*') ? 'deleted' : 'inserted', 2];
}

function openHunk(text: string, { file }: DiffPlace): Read {
  const [, signs = '', olds = '', start, count, context = ''] = HUNK.exec(text) ?? [];
  const before = [...olds.matchAll(/-(\d+)(?:,(\d+))?/g)].map((match) => side(match[1], match[2]));
  const is: DiffHunk = { header: text, ...(context.trim() && { context: context.trim() }) };
  const isHunk = before.length > 0 && before.length === signs.length - 1;
  const hunk: OpenHunk = isHunk
    ? { is, before, after: side(start, count) }
    : { is, before: [], after: side('0', '0') };
  return { line: { kind: 'hunk', marks: 0, hunk: is }, place: { file, hunk } };
}

function side(start = '0', count = '1'): Side {
  return { next: Number(start), left: Number(count) };
}

function step({ next, left }: Side): Side {
  return { next: next + 1, left: left - 1 };
}

function isOver({ before, after }: OpenHunk): boolean {
  return after.left <= 0 && before.every(({ left }) => left <= 0);
}
