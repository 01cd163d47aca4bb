import type { Convention } from '../../plain/convention.ts';
import { endsWithin } from '../../plain/level.ts';

/**
 * What stands below `-- ` (RFC 3676, section 4.3), at any depth of quoting; also below a bare `--` where a few lines
 * are all that follows.
 */
export const signatures: Convention = {
  name: 'signatures',
  begin: (page) => (at) => {
    const depth = page.lines[at]?.depth ?? 0;
    const text = page.content(at, depth);
    if (text !== DELIMITER && !(text === BARE && endsWithin(page, at, depth, MOST_LINES))) return null;
    return { count: 1, role: 'signature', delimiters: { before: 1, after: 0 }, rest: 'same' };
  },
};

const DELIMITER = '-- ';
/** What remains of the delimiter where a mail system cut trailing spaces. */
const BARE = '--';
/** Four lines are good manners, twice as many are met. */
const MOST_LINES = 8;
