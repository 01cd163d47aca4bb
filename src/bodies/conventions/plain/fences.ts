import type { Claim, Convention, Page } from '../../plain/convention.ts';

/** Code between lines of three backticks or more, the first with the language's name if any. */
export const fences: Convention = {
  name: 'fences',
  begin(page) {
    // For each depth the line up to which no fence closes, so that nothing is looked through twice.
    const unclosed = new Map<number, number>();
    return (at) => {
      const depth = page.lines[at]?.depth ?? 0;
      const language = OPENING.exec(page.content(at, depth));
      if (!language || at < (unclosed.get(depth) ?? 0)) return null;
      const closing = findClosing(page, at, depth);
      if (closing.found) return fenced(closing.at - at + 1, language[1]);
      unclosed.set(depth, closing.at);
      return null;
    };
  },
};

// "```ts"
const OPENING = /^ {0,3}`{3,}[ \t]*(?:([\w+#.-]{1,30})[ \t]*)?$/;
// "```"
const CLOSING = /^ {0,3}`{3,}[ \t]*$/;

/** The closing fence; where there is none, the line at which the search ended. */
function findClosing({ lines, content }: Page, at: number, depth: number): { found: boolean; at: number } {
  for (let next = at + 1; next < lines.length; next += 1) {
    if ((lines[next]?.depth ?? 0) < depth) return { found: false, at: next };
    if (CLOSING.test(content(next, depth))) return { found: true, at: next };
  }
  return { found: false, at: lines.length };
}

function fenced(count: number, language: string | undefined): Claim {
  return {
    count,
    role: 'code',
    delimiters: { before: 1, after: 1 },
    ...(language && { code: { lang: language } }),
  };
}
