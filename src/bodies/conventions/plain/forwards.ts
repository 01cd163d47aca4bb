import type { Convention } from '../../plain/convention.ts';
import { headersAt, introduction } from '../../plain/headers.ts';
import { announcesForward } from '../../plain/separators.ts';

/** A mail passed on whole: `---------- Forwarded message ---------`, `Begin forwarded message:`, then its headers. */
export const forwards: Convention = {
  name: 'forwards',
  begin: (page) => (at) => {
    const depth = page.lines[at]?.depth ?? 0;
    if (!announcesForward(page.content(at, depth).trim())) return null;
    const headers = headersAt(page, page.filled(at + 1), depth);
    return headers?.names.has('from') ? introduction(page, at, depth, headers, 'forward') : null;
  },
};
