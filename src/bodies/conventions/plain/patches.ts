import type { Claim, Convention, Page } from '../../plain/convention.ts';
import { fileOf, follow, isOver, isWrapped, type Place, startsDiff, startsFile } from '../../plain/patch.ts';

/**
 * Unified diffs, quoted or not, one claim for each file. A quoted hunk that a reviewer interrupts
 * with a comment or cuts (`[...]`) goes on in the quoted lines below, as long as its header says that lines are left.
 */
export const patches: Convention = {
  name: 'patches',
  begin(page) {
    let open: Start | null = null;
    return (at) => {
      const interrupted = open;
      const depth = page.lines[at]?.depth ?? 0;
      const isFurtherOut = interrupted !== null && depth < interrupted.depth;
      const start = beginning(page, at, depth) ?? (isFurtherOut ? null : interrupted);
      if (!isFurtherOut) open = null;
      if (!start) return null;
      const read = readPatch(page, at, start);
      const left = read.place?.hunk && !isOver(read.place.hunk) ? read.place : null;
      if (left) open = { ...start, place: left, ...fileIn(page, at, read.end, start) };
      return read.end === at ? null : claimOf(page, at, read.end, start);
    };
  },
};

interface Start {
  readonly depth: number;
  /** Quoted by `>` alone, so that a space after the mark belongs to the diff. */
  readonly tight: boolean;
  readonly place: Place;
  /** Of a hunk that goes on: the file that its header named. */
  readonly file?: string;
}

function beginning(page: Page, at: number, depth: number): Start | null {
  const content = page.content(at, depth);
  if (!startsDiff(content, page.content(at + 1, depth), page.content(at + 2, depth))) return null;
  return {
    depth,
    tight: page.lines[at]?.content(depth, true) === content,
    place: { hunk: null, binary: false },
  };
}

/** Where a file's diff ends, and where in it the last line stood if the lines of its depth went out before it. */
function readPatch(page: Page, at: number, { depth, tight, place: begun }: Start) {
  let place: Place | null = begun;
  let end = at;
  for (let next = at; next < page.lines.length; next += 1) {
    const line = page.lines[next];
    if (!line || line.depth < depth) break;
    const text = line.content(depth, tight);
    if (place.hunk && SNIP.test(text)) break;
    const further: Place | null = next > at && startsFile(text) ? null : follow(place, text);
    const [before, after] = [page.lines[next - 1], page.lines[next + 1]];
    if (!further && (next === at || !before || after?.depth !== depth)) return { end, place: null };
    if (
      !further &&
      !isWrapped(place, before?.content(depth, tight) ?? '', text, after?.content(depth, tight) ?? '')
    )
      return { end, place: null };
    place = further ?? place;
    if (text.trim() !== '') end = next + 1;
  }
  return { end, place };
}

// "[...]", "[snip]", "...", "<snip>"
const SNIP = /^ ?[[<(]?(?:\.\.\.|…|snip|cut)[\])>]?$/i;

function claimOf(page: Page, at: number, end: number, start: Start): Claim {
  const { depth, tight } = start;
  const { file } = fileIn(page, at, end, start);
  return {
    count: end - at,
    role: 'patch',
    depth,
    tight,
    code: { lang: 'diff', ...(file && { meta: file }) },
  };
}

function fileIn({ lines }: Page, at: number, end: number, { depth, tight, file }: Start): { file?: string } {
  const header = lines.slice(at, Math.min(end, at + HEADER_LINES));
  const named = fileOf(header.map((line) => line.content(depth, tight))) ?? file;
  return named ? { file: named } : {};
}

/** A file's header is shorter than this. */
const HEADER_LINES = 12;
