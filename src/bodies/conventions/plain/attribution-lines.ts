import { type Attribution, readAttribution } from '../../plain/attribution.ts';
import type { Convention, Page } from '../../plain/convention.ts';

/**
 * `On 3 March 2026, Petra Holm wrote:` above a quote, wrapped over up to four lines. Where no quote follows, the
 * line is the author's own. Phones set the line into the quote, above its words.
 */
export const attributionLines: Convention = {
  name: 'attribution-lines',
  begin: (page) => (at) => {
    const depth = page.lines[at]?.depth ?? 0;
    const wrapped = gather(page, at, depth);
    const within =
      wrapped && isFirst(page, at, depth) && page.lines[page.filled(wrapped.end)]?.depth === depth;
    if (!wrapped || !(within || introducesQuote(page, wrapped.end, depth))) return null;
    const attribution: Attribution | null = readAttribution(wrapped.text);
    if (!attribution || (attribution.prose && (within || !standsAlone(page, at, depth)))) return null;
    const { name } = attribution;
    return {
      count: wrapped.end - at,
      role: 'attribution',
      depth: within ? depth - 1 : depth,
      introduces: { kind: 'reply', attribution: wrapped.text, ...(name && { name }) },
    };
  },
};

const MOST_LINES = 4;
const LONGEST_LINE = 300;
// "Petra Holm wrote:", "---- On Tue, 3 Mar 2026 Petra Holm wrote ----"
const ENDING = /[:：]\s*$|\s-{3,5}\s*$/;

/** The lines from `at` to the first that ends as an attribution does, joined. */
function gather(page: Page, at: number, depth: number): { text: string; end: number } | null {
  let text = '';
  for (let end = at; end < at + MOST_LINES; end += 1) {
    const line = page.lines[end];
    if (!line || line.blank || !belongs(text, line.depth - depth)) return null;
    const words = line.content(depth).trim();
    if (words.length > LONGEST_LINE) return null;
    // A mark that was set before the rest of a wrapped line: "Petra Holm <petra@quay.example" / "> wrote:".
    text = text === '' ? words : `${text}${words.startsWith('>') ? '' : ' '}${words}`;
    if (ENDING.test(words)) return { text, end: end + 1 };
  }
  return null;
}

/** Whether a line is the first of its quote. */
function isFirst({ lines }: Page, at: number, depth: number): boolean {
  return depth > 0 && (lines[at - 1]?.depth ?? 0) < depth;
}

/** Lines of one attribution have one depth, but for one cut within angle brackets before the closing one. */
function belongs(before: string, deeper: number): boolean {
  return deeper === 0 || (deeper === 1 && before.lastIndexOf('<') > before.lastIndexOf('>'));
}

function introducesQuote({ lines, filled }: Page, at: number, depth: number): boolean {
  return (lines[filled(at)]?.depth ?? 0) > depth;
}

function standsAlone({ lines }: Page, at: number, depth: number): boolean {
  const before = lines[at - 1];
  return !before || before.blank || before.depth !== depth;
}
