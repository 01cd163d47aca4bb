import type { Convention, Page } from '../../plain/convention.ts';

/** The line `---` below a commit's message, and the diffstat that git writes under it. */
export const diffstats: Convention = {
  name: 'diffstats',
  begin: (page) => (at) => {
    const depth = page.lines[at]?.depth ?? 0;
    const text = page.content(at, depth);
    const cut = CUT.test(text);
    if (cut ? !isCut(page, at, depth) : !beginsStat(text)) return null;
    let end = at + 1;
    while (page.lines[end]?.depth === depth && isStat(page.content(end, depth))) end += 1;
    return { count: end - at, role: 'patch', delimiters: { before: cut ? 1 : 0, after: 0 }, ...AS_DIFF };
  },
};

const AS_DIFF = { code: { lang: 'diff' } } as const;
const CUT = /^---\s?$/;
// " src/lock.ts | 12 ++++++------", " art/logo.png | Bin 0 -> 1024 bytes"
const FILE = /^ {0,2}\S.{0,200} \| {1,8}(?:\d+ ?[-+]*|Bin\b.{0,40})\s?$/;
// " 2 files changed, 8 insertions(+), 6 deletions(-)"
const TOTAL = /^ {0,2}\d+ files? changed(?:, \d+ insertions?\(\+\))?(?:, \d+ deletions?\(-\))?\s?$/;
// " create mode 100644 src/sleep.ts"
const MODE = /^ {0,2}(?:create mode|delete mode|mode change|rename|copy|rewrite) \S.{0,300}$/;
// "Signed-off-by: Ada Lovelace"
const TRAILER = /^[A-Z][A-Za-z-]{1,30}-by: /;
const STAT = [FILE, TOTAL, MODE];

function isStat(text: string): boolean {
  return STAT.some((line) => line.test(text));
}

/** A lone ` rename …` line may be prose. */
function beginsStat(text: string): boolean {
  return FILE.test(text) || TOTAL.test(text);
}

/** `---` cuts where a diffstat or a diff follows, or a commit's trailers stand right above it. */
function isCut(page: Page, at: number, depth: number): boolean {
  const next = page.content(page.filled(at + 1), depth);
  if (isStat(next) || next.startsWith('diff --git ')) return true;
  return TRAILER.test(page.content(at - 1, depth));
}
