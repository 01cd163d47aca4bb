import { readQuoteTag } from '../../bbcode/quote-tag.ts';
import type { Convention } from '../../plain/convention.ts';

/**
 * `[quote="petra, post:3, topic:77"]` and `[/quote]`, one in the other, as they stand in what was copied out of a
 * forum's editor: lines of their own, or the first and the last on the quote's lines. Tags without a partner, in code
 * and in the middle of a line of words are the author's.
 */
export const bbcodeQuotes: Convention = {
  name: 'bbcode-quotes',
  begin:
    ({ lines }) =>
    (at) => {
      const tag = lines[at]?.tag;
      if (!tag) return null;
      if (tag.closing) return { count: 1, role: 'mark' };
      return { count: 1, role: 'attribution', introduces: readQuoteTag(tag) };
    },
};
