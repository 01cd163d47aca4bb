import type { Convention, Page } from '../../plain/convention.ts';
import { headerIn } from '../../plain/header-names.ts';
import { endsWithin } from '../../plain/level.ts';

/**
 * What stands below `-- ` (RFC 3676, section 4.3), at any depth of quoting; also below a bare `--`, or another row of
 * marks, where a few lines, or a few short ones, are all that follows.
 */
export const signatures: Convention = {
  name: 'signatures',
  begin: (page) => (at) => {
    const depth = page.lines[at]?.depth ?? 0;
    const text = page.content(at, depth);
    if (text !== DELIMITER && !isBelowRow(page, at, depth, text)) return null;
    return { count: 1, role: 'signature', delimiters: { before: 1, after: 0 }, rest: 'same' };
  },
};

const DELIMITER = '-- ';
/** What remains of the delimiter where a mail system cut trailing spaces. */
const BARE = '--';
/** Four lines are good manners, twice as many are met. */
const MOST_LINES = 8;
// "_____", "—"
const ROW = /^(?:_{2,32}|—)\s?$/;
// "---", "=====", "*****", "~~~~", "=-=-=-=": rules of Markdown, unless a name stands below them; also a long "____".
const RULE = /^(?:_{33,200}|[-=*~#+]{3,80}|-)\s?$/;
// "Petra Holm", "Petra K. Holm, Keeper"
const NAME = /^\p{Lu}[\p{L}’'-]+(?: (?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+)){1,3}(?:, .{1,30})?$/u;
const MOST_SHORT_LINES = 4;
const LONGEST = 60;

// "Petra", alone below the row; not "Done", "Thanks"
const FIRST_NAME = /^\p{Lu}\p{Ll}{2,20}$/u;
const NO_NAMES =
  /^(?:thanks|cheers|regards|best|done|yes|yep|nope|okay|sure|right|true|edit|update|updated|end|note|notes|agreed|same|nice|great|good|hello|bye|danke|merci|gracias|grazie|obrigado|ja|nein)$/i;

function isBelowRow(page: Page, at: number, depth: number, text: string): boolean {
  if (text === BARE) return endsWithin(page, at, depth, MOST_LINES);
  const row =
    (ROW.test(text) && !isHeader(page, at, depth)) || (RULE.test(text) && isNameBelow(page, at, depth));
  return row && endsWithin(page, at, depth, MOST_SHORT_LINES) && isShort(page, at, depth);
}

/** `From: petra@quay.example` below the row heads another mail. */
function isHeader({ content, filled }: Page, at: number, depth: number): boolean {
  return headerIn(content(filled(at + 1), depth).trim())?.name === 'from';
}

function isNameBelow(page: Page, at: number, depth: number): boolean {
  const below = page.content(at + 1, depth).trim();
  if (NAME.test(below)) return true;
  return FIRST_NAME.test(below) && !NO_NAMES.test(below) && endsWithin(page, at, depth, 1);
}

function isShort({ lines, content, filled }: Page, at: number, depth: number): boolean {
  let next = filled(at + 1);
  if (lines[next]?.depth !== depth) return false;
  for (let count = 0; count < MOST_SHORT_LINES && lines[next]?.depth === depth; count += 1) {
    if (content(next, depth).length > LONGEST) return false;
    next = filled(next + 1);
  }
  return true;
}
