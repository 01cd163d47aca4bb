import { angleMarks } from './angle-marks.ts';
import type { MarkConvention } from '../../plain/convention.ts';

/**
 * Quoted lines that a mail program wrapped again without their marks: below a full quoted line a short one
 * without, which goes on in a small letter, as the quoted line below it does. Where it happens once it may be an answer;
 * it counts where it happens again nearby.
 *
 *     > The keeper of the northern lamp has not been seen since the tide
 *     turned,
 *     > and nobody on the quay has asked after him in all the days since
 *     then.
 *
 * What a line end took from a link is no answer either: `> see (https://quay.example/a` above `b)`.
 */
export const rewrappedLines: MarkConvention = {
  name: 'rewrapped-lines',
  read(texts, at, stuffed) {
    const linked = restOfLink(texts, at, stuffed);
    if (linked > 0) return { ends: new Array(linked).fill(0) };
    const depth = rewrapped(texts, at, stuffed);
    if (depth === 0) return null;
    for (let other = at - NEARBY; other <= at + NEARBY; other += 1) {
      if (other !== at && rewrapped(texts, other, stuffed) === depth)
        return { ends: new Array(depth).fill(0) };
    }
    return null;
  },
};

/** Lines to either side. */
const NEARBY = 12;
/** A line that was full before it was wrapped again has at least so many characters. */
const FULL = 56;
/** What is left over is short. */
const LONGEST_REST = 40;
/** Lines longer than this were not wrapped by the mail program. */
const WIDEST = 100;
// "turned,", "quay is closed"
const GOES_ON = /^\p{Ll}[\p{L}\p{N}’'-]*[^?!]*$/u;
// "yes", "no idea", "agreed, but"
const ANSWER =
  /^(?:yes|yep|yeah|no|nope|ok|okay|sure|agreed|right|true|done|thanks|me|same|ja|nein|oui|non|si|nej|da)\b/;
const SENTENCE_END = /[.!?:;]["'”’)]?$/;

/** The depth of the quote out of which a link, or the end of one, was put on a line of its own; 0 where it was not. */
function restOfLink(texts: readonly string[], at: number, stuffed: boolean): number {
  const text = texts[at] ?? '';
  if (text.length > LONGEST_LINK) return 0;
  if (LINK_END.test(text) && OPEN_LINK.test(texts[at - 1] ?? '')) return depthAt(texts, at - 1, stuffed);
  if (!LINK_AND_MARK.test(text)) return 0;
  const depth = depthAt(texts, at - 1, stuffed);
  return depthAt(texts, at + 1, stuffed) === depth ? depth : 0;
}

const LONGEST_LINK = 400;
// "> see (https://quay.example/a"
const OPEN_LINK = /[(<]https?:\/\/[^\s()<>]{1,400}$/;
// "b)"
const LINK_END = /^[^\s()<>]{1,400}[)>]$/;
// " (https://quay.example/a) >", a link whose mark came behind it
const LINK_AND_MARK = /^ ?\(https?:\/\/[^\s()<>]{1,400}\) >$/;

/** The depth of the quote that a line was wrapped out of; 0 where it was not. */
function rewrapped(texts: readonly string[], at: number, stuffed: boolean): number {
  const text = texts[at];
  const above = texts[at - 1];
  const below = texts[at + 1] ?? '';
  if (!text || !above || above.length < FULL || above.length > WIDEST || text.length > LONGEST_REST) return 0;
  if (below.length > WIDEST || !GOES_ON.test(text) || SENTENCE_END.test(above)) return 0;
  if (ANSWER.test(text) || !continues(below)) return 0;
  const depth = depthAt(texts, at - 1, stuffed);
  if (depth === 0 || (depthAt(texts, at + 1, stuffed) !== depth && below !== '')) return 0;
  return depth;
}

/** Whether the quote goes on below in the middle of a sentence, or ends. */
function continues(below: string): boolean {
  return below === '' || /^[\s>]*(?:\p{Ll}|\p{N}|$)/u.test(below);
}

function depthAt(texts: readonly string[], at: number, stuffed: boolean): number {
  return angleMarks.read(texts, at, stuffed)?.ends.length ?? 0;
}
