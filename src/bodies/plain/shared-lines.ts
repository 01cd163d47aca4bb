import { readAttribution } from './attribution.ts';
import type { TaggedLine } from './tagged-lines.ts';

/**
 * Lines on which the attribution of the quote below stands behind own words, as some programs set it where the answer
 * ends without a line end: `Lit! On Tue, 3 Mar 2026 10:02, Petra Holm <petra@quay.example> wrote:`. Words and
 * attribution become lines of their own, the first without a line end. All others come back as they are.
 */
export function partedLines(lines: readonly TaggedLine[]): readonly TaggedLine[] {
  return lines.flatMap((line, at) => {
    if (!ENDS.test(line.raw) || line.raw.length > LONGEST || line.tag || !isQuoteBelow(lines, at))
      return [line];
    const start = attributionStart(line.raw);
    if (start === null) return [line];
    const [words, rest] = [line.raw.slice(0, start), line.raw.slice(start)];
    return [
      { ...line, raw: words },
      { ...line, raw: rest },
    ];
  });
}

// "Petra Holm wrote:"
const ENDS = /:\s{0,4}$/;
const LONGEST = 500;
// "… On Tue, 3 Mar", "…--- Am 3. März", "… Le mar. 3 mars"
const OPENING =
  /(?:\s|-{2,10} ?)(?=(?:On|Am|Le|El|Il giorno|Op|Em|Den|W dniu|Dnia) (?:\p{L}{2,12}[.,]{0,2} )?(?:\p{L}{3,12} )?\d)/gu;
const MARKED = /^ {0,3}>/;
const MOST_BLANKS = 3;

function isQuoteBelow(lines: readonly TaggedLine[], at: number): boolean {
  if (MARKED.test(lines[at]?.raw ?? '')) return false;
  const below = lines.slice(at + 1, at + 2 + MOST_BLANKS).find(({ raw }) => raw.trim() !== '');
  return MARKED.test(below?.raw ?? '');
}

/** Where it begins behind words; `null` where the whole line is one, or none is certain. */
function attributionStart(line: string): number | null {
  if (readAttribution(line)) return null;
  for (const { index } of line.matchAll(OPENING)) {
    if (line.slice(0, index).trim() !== '' && readAttribution(line.slice(index))?.certain) return index;
  }
  return null;
}
