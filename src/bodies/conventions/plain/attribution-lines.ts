import { readAttribution } from '../../plain/attribution.ts';
import type { Claim, Convention, Page } from '../../plain/convention.ts';
import { type Gathered, gather } from '../../plain/gather.ts';

/**
 * `On 3 March 2026, Petra Holm wrote:` above a quote, wrapped over up to four lines. Where no quote follows, the
 * line is the author's own. Phones set the line into the quote, above its words.
 */
export const attributionLines: Convention = {
  name: 'attribution-lines',
  begin: (page) => (at) => {
    const depth = page.lines[at]?.depth ?? 0;
    const wrapped = gather(page, at, depth);
    const within = wrapped !== null && startsWithin(page, at, wrapped, depth);
    if (!wrapped || !(within || introducesQuote(page, wrapped.end, depth))) return null;
    const attribution = readAttribution(wrapped.text);
    if (!attribution || beginsBelow(page, at, wrapped, depth)) return null;
    if (attribution.prose && (within || wrapped.end > at + 1 || !standsAlone(page, at, depth))) return null;
    const { name } = attribution;
    return {
      count: wrapped.end - at,
      role: 'attribution',
      depth: within ? depth - 1 : depth,
      introduces: { kind: 'reply', attribution: wrapped.text, ...(name && { name }) },
    } satisfies Claim;
  },
};

/** Whether a line is the first of its quote, with more of it below. */
function startsWithin({ lines, filled }: Page, at: number, { end }: Gathered, depth: number): boolean {
  return depth > 0 && (lines[at - 1]?.depth ?? 0) < depth && lines[filled(end)]?.depth === depth;
}

/** Whether the first line is a word of the author's above the attribution: `Hello,` above `Petra Holm <…> wrote:`. */
function beginsBelow(page: Page, at: number, { end }: Gathered, depth: number): boolean {
  if (end === at + 1 || /\p{Nd}/u.test(page.content(at, depth))) return false;
  const below = gather(page, at + 1, depth);
  return below !== null && Boolean(readAttribution(below.text)?.name);
}

function introducesQuote({ lines, filled }: Page, at: number, depth: number): boolean {
  return (lines[filled(at)]?.depth ?? 0) > depth;
}

function standsAlone({ lines }: Page, at: number, depth: number): boolean {
  const before = lines[at - 1];
  return !before || before.blank || before.depth !== depth;
}
