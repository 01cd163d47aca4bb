import { isBelowAttribution } from '../../plain/below-attribution.ts';
import type { MarkConvention } from '../../plain/convention.ts';

/** `| quoted`, in runs of lines or right below an attribution; tables, trees of files and drawings use the same sign and are none. */
export const pipeMarks: MarkConvention = {
  name: 'pipe-marks',
  read(texts, at) {
    if (!isPiped(texts[at])) return null;
    const around = [...run(texts, at, -1), ...run(texts, at, 1)];
    const worded = [texts[at], ...around].some((text) => WORDS.test(text ?? ''));
    return worded && (around.length > 0 || isBelowAttribution(texts, at)) ? { ends: [1] } : null;
  },
};

// "| quoted", "|"; not "|-- src", "| name | size |", "|   └ lamp.ts", "||"
const PIPED = /^\|(?: (?! {2})[^|]{0,400})?$/;
// "and so", at least
const WORDS = /\p{L}{2}[ ,.]+\p{L}/u;

/** How far the words may be that tell a quote from a drawing. */
const NEARBY = 4;

/** The lines with marks that follow without a gap, in one direction. */
function run(texts: readonly string[], at: number, step: 1 | -1): readonly string[] {
  const lines = Array.from({ length: NEARBY }, (_, n) => texts[at + step * (n + 1)]);
  const end = lines.findIndex((text) => !isPiped(text));
  return lines.slice(0, end < 0 ? NEARBY : end).filter((text) => text !== undefined);
}

function isPiped(text: string | undefined): boolean {
  return text !== undefined && PIPED.test(text);
}
