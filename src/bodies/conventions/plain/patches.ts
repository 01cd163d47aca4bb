import type { Claim, Convention, Page } from '../../plain/convention.ts';
import {
  extendsHeader,
  fileOf,
  type Hunk,
  hunkAfter,
  isOver,
  readHunk,
  startsDiff,
} from '../../plain/patch.ts';

/**
 * Unified diffs, quoted or not, one claim for each file. A quoted hunk that a reviewer interrupts with a comment goes
 * on in the quoted lines below, as long as its header says that lines are left.
 */
export const patches: Convention = {
  name: 'patches',
  begin(page) {
    let open: { readonly depth: number; readonly tight: boolean; readonly hunk: Hunk } | null = null;
    return (at) => {
      const interrupted = open;
      const depth = page.lines[at]?.depth ?? 0;
      if (interrupted && depth < interrupted.depth) return null;
      open = null;
      const start = beginning(page, at, depth) ?? interrupted;
      if (!start) return null;
      const read = readPatch(page, at, start);
      if (read.end === at) return null;
      if (read.hunk && !isOver(read.hunk)) open = { ...start, hunk: read.hunk };
      return claimOf(page, at, read.end, start);
    };
  },
};

interface Start {
  readonly depth: number;
  /** Quoted by `>` alone, so that a space after the mark belongs to the diff. */
  readonly tight: boolean;
  readonly hunk: Hunk | null;
}

function beginning(page: Page, at: number, depth: number): Start | null {
  const content = page.content(at, depth);
  if (!startsDiff(content, page.content(at + 1, depth), page.content(at + 2, depth))) return null;
  return { depth, tight: page.lines[at]?.content(depth, true) === content, hunk: null };
}

function readPatch(page: Page, at: number, { depth, tight, hunk: begun }: Start) {
  let hunk = begun;
  let end = at;
  for (let next = at; next < page.lines.length; next += 1) {
    const line = page.lines[next];
    if (!line || line.depth < depth) break;
    const text = line.content(depth, tight);
    const further: Hunk | null = hunk && hunkAfter(hunk, text);
    const inside = further ?? (next === at || !startsFile(text) ? readHunk(text) : null);
    if (!inside && (!extendsHeader(text) || (next > at && startsFile(text)))) {
      hunk = null;
      break;
    }
    hunk = inside;
    if (text.trim() !== '') end = next + 1;
  }
  return { end, hunk };
}

function startsFile(text: string): boolean {
  return text.startsWith('diff ') || text.startsWith('Index: ');
}

function claimOf({ lines }: Page, at: number, end: number, { depth, tight }: Start): Claim {
  const file = fileOf(
    lines.slice(at, Math.min(end, at + HEADER_LINES)).map((line) => line.content(depth, tight)),
  );
  return {
    count: end - at,
    role: 'patch',
    depth,
    tight,
    code: { lang: 'diff', ...(file && { meta: file }) },
  };
}

/** A file's header is shorter than this. */
const HEADER_LINES = 12;
