import { readAttribution } from '../../plain/attribution.ts';
import type { Convention, Page } from '../../plain/convention.ts';
import { gather } from '../../plain/gather.ts';

/**
 * An attribution as only programs write it, with a date and an address or the time of day, in a paragraph of its own
 * below the author's words, and no quote marks in all that follows: that is the original, set without marks, as
 * phones do. Above everything else, or with quotes further down, the words below may be anybody's: the line is an
 * attribution, and they are the author's.
 */
export const unmarkedOriginals: Convention = {
  name: 'unmarked-originals',
  begin(page) {
    const lastQuoted = page.lines.findLastIndex((line) => line.depth > 0 && !line.blank);
    return (at) => {
      if (page.lines[at]?.depth !== 0 || !standsAlone(page, at)) return null;
      const wrapped = gather(page, at, 0);
      if (!wrapped || page.lines[page.filled(wrapped.end)]?.depth !== 0) return null;
      const attribution = readAttribution(wrapped.text);
      if (!attribution?.certain) return null;
      const first = page.filled(0) === at;
      if (!first && lastQuoted > at) return null;
      return {
        count: wrapped.end - at,
        role: 'attribution',
        introduces: {
          kind: 'reply',
          attribution: wrapped.text,
          ...(attribution.name && { name: attribution.name }),
        },
        ...(!first && { rest: 'quote' }),
      };
    };
  },
};

function standsAlone({ lines }: Page, at: number): boolean {
  return lines[at - 1]?.blank !== false;
}
