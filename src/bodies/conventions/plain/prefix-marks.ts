import { isBelowAttribution } from '../../plain/below-attribution.ts';
import type { MarkConvention } from '../../plain/convention.ts';

/**
 * `JD> quoted`: marks with the initials of whom they quote (Supercite, Fidonet), where the line above or below bears
 * the same ones, or an attribution stands right above. Any other single line may be a shell's prompt or anything.
 */
export const prefixMarks: MarkConvention = {
  name: 'prefix-marks',
  read(texts, at) {
    const prefix = prefixOf(texts[at]);
    if (
      !prefix ||
      (prefixOf(texts[at - 1])?.mark !== prefix.mark &&
        prefixOf(texts[at + 1])?.mark !== prefix.mark &&
        !isBelowAttribution(texts, at))
    )
      return null;
    return { ends: prefix.ends };
  },
};

// "JD> ", "C>", " TW>> ", "Ada> "; not "a->b", "C:\>", "C>dir"
const PREFIX = /^( {0,4}(?:[A-Z]{1,4}|[A-Z][a-z]{1,8}))(>{1,5})(?: |$)/;

function prefixOf(
  text: string | undefined,
): { readonly mark: string; readonly ends: readonly number[] } | null {
  const match = text ? PREFIX.exec(text) : null;
  if (!match) return null;
  const [, initials = '', marks = ''] = match;
  return { mark: initials.trim(), ends: Array.from(marks, (_, n) => initials.length + n + 1) };
}
