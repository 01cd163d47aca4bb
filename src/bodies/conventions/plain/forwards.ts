import type { Convention } from '../../plain/convention.ts';
import { headersAt, introduction, separatorAt } from '../../plain/headers.ts';
import { announcesForward } from '../../plain/separators.ts';

/**
 * A mail passed on whole: `---------- Forwarded message ---------`, `Begin forwarded message:`, then its headers. Where
 * a program left them out, the mail itself follows, marked or below a line of dashes.
 */
export const forwards: Convention = {
  name: 'forwards',
  begin: (page) => (at) => {
    const depth = page.lines[at]?.depth ?? 0;
    const text = page.content(at, depth).trim();
    if (!announcesForward(text)) return null;
    const next = page.filled(at + 1);
    const headers = headersAt(page, next, depth);
    if (headers?.names.has('from')) return introduction(page, at, depth, headers, 'forward');
    const follows = DASHES.test(text) || (page.lines[next]?.depth ?? 0) > depth;
    return follows ? introduction(page, at, depth, separatorAt(at), 'forward') : null;
  },
};

// "---------- Forwarded message ---------"
const DASHES = /^\*?--/;
