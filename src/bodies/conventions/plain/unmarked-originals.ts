import { readAttribution } from '../../plain/attribution.ts';
import type { Convention, Page } from '../../plain/convention.ts';
import { gather } from '../../plain/gather.ts';

/**
 * An attribution as only programs write it, with a date and an address or the time of day, below the author's words
 * (in a paragraph of its own if without an address), and no quote marks in what follows but such as have an attribution of their own: that is
 * the original, set without marks, as phones do. Above everything else the words below may be anybody's: the line is
 * an attribution, and they are the author's. At the very end, what it introduced was cut off.
 */
export const unmarkedOriginals: Convention = {
  name: 'unmarked-originals',
  begin(page) {
    const quoted = nextQuoted(page);
    return (at) => {
      if (page.lines[at]?.depth !== 0) return null;
      const wrapped = gather(page, at, 0);
      const next = wrapped && page.lines[page.filled(wrapped.end)];
      if (!wrapped || (next && next.depth !== 0)) return null;
      const attribution = readAttribution(wrapped.text);
      if (!attribution?.certain || !(standsAlone(page, at) || ADDRESSED.test(wrapped.text))) return null;
      const first = page.filled(0) === at;
      if (!first && !isIntroduced(page, wrapped.end, quoted[wrapped.end] ?? NONE)) return null;
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

const NONE = 0xffffffff;
// "Petra Holm <petra@quay.example>", "Petra Holm (petra@quay.example)": then it may stand right below the words
const ADDRESSED = /[<(‹[][^<>()‹›[\]]{0,100}(?:@[^<>()‹›[\]]{1,200}[>)\]]|›)/;

/** For each line the next one, itself included, that is quoted; `NONE` where there is none. */
function nextQuoted({ lines }: Page): Uint32Array {
  const next = new Uint32Array(lines.length + 1).fill(NONE);
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    next[at] = line && line.depth > 0 && !line.blank ? at : (next[at + 1] ?? NONE);
  }
  return next;
}

/** How far above a quote the attribution begins that introduces it. */
const FARTHEST = 6;

/** Whether the first quote below, if any, has an attribution that stands below line `from`. */
function isIntroduced(page: Page, from: number, quote: number): boolean {
  if (quote === NONE) return true;
  for (let at = quote - 1; at >= Math.max(from, quote - FARTHEST); at -= 1) {
    const wrapped = page.lines[at]?.blank === false ? gather(page, at, 0) : null;
    if (wrapped && page.filled(wrapped.end) === quote && readAttribution(wrapped.text)) return true;
  }
  return false;
}

function standsAlone({ lines }: Page, at: number): boolean {
  return lines[at - 1]?.blank !== false;
}
