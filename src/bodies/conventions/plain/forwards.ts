import type { Convention } from '../../plain/convention.ts';
import { headersAt, introduction } from '../../plain/headers.ts';

/** A mail passed on whole: `---------- Forwarded message ---------`, `Begin forwarded message:`, then its headers. */
export const forwards: Convention = {
  name: 'forwards',
  begin: (page) => (at) => {
    const depth = page.lines[at]?.depth ?? 0;
    if (!SEPARATOR.test(page.content(at, depth).slice(0, LONGEST).trim())) return null;
    const headers = headersAt(page, page.filled(at + 1), depth);
    return headers?.names.has('from') ? introduction(page, at, depth, headers, 'forward') : null;
  },
};

const LONGEST = 100;
// "---------- Forwarded message ---------", "-------- Forwarded Message --------", "Begin forwarded message:"
const SEPARATOR =
  /^(?:-{2,20} ?(?:Forwarded [Mm]essage|Forwarded by .{1,60}) ?-{2,20}|Begin forwarded message:)$/;
