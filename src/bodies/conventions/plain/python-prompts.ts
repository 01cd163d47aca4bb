import type { Convention, Page } from '../../plain/convention.ts';

/** A session of Python's shell, whose prompt looks like a quote in a quote in a quote: `>>> import this`. */
export const pythonPrompts: Convention = {
  name: 'python-prompts',
  begin: (page) => (at) => {
    if (!PROMPT.test(textOf(page, at)) || isQuoted(page, at - 1)) return null;
    let end = at + 1;
    while (isSession(page, end)) end += 1;
    return isQuoted(page, end) ? null : { count: end - at, role: 'code', depth: 0, code: { lang: 'pycon' } };
  },
};

// ">>> import this", ">>> total = sum(sizes)", ">>> print(total)", ">>> for size in sizes:"
const PROMPT =
  /^>>> (?:(?:import|from|print|def|class|for|while|if|with|try|return|assert|del|raise)\b|[\w.[\]'"]+(?:\(| [-+*/]?= ))/;
// ">>>", ">>> total", "...     total += size"
const FURTHER = /^(?:>>>|\.\.\.)(?: |$)/;

function textOf({ lines }: Page, at: number): string {
  return lines[at]?.text ?? '';
}

/** Prompts, and what was printed between them, up to the next blank line. */
function isSession(page: Page, at: number): boolean {
  const text = textOf(page, at);
  return text.trim() !== '' && (FURTHER.test(text) || !isQuoted(page, at));
}

function isQuoted({ lines }: Page, at: number): boolean {
  const line = lines[at];
  return line !== undefined && line.depth > 0;
}
