import type { Convention, Page } from '../../plain/convention.ts';
import { type HeaderBlock, headersAt, introduction } from '../../plain/headers.ts';
import { announcesOriginal } from '../../plain/separators.ts';

/**
 * The headers that Outlook and its kin set above the mail that is answered, which follows unmarked: with
 * `-----Original Message-----` or a rule above them, or without.
 */
export const originalHeaders: Convention = {
  name: 'original-headers',
  begin: (page) => (at) => {
    const depth = page.lines[at]?.depth ?? 0;
    const text = page.content(at, depth).slice(0, LONGEST).trim();
    const announced = announcesOriginal(text);
    const ruled = RULE.test(text);
    if (!announced && !ruled && !beginsBlock(page, at, depth)) return null;
    const from = announced || ruled ? page.filled(at + 1) : at;
    const headers = headersAt(page, from, depth);
    if (announced && !headers?.names.has('from')) return introduction(page, at, depth, lone(at), 'reply');
    if (!headers || !(announced || isWhole(headers.names, ruled))) return null;
    return introduction(page, at, depth, headers, 'reply');
  },
};

const LONGEST = 100;
// "________________________________"
const RULE = /^(?:_{10,}|-{10,})$/;

/**
 * Without a separator: who, when, to whom and about what. A patch's own headers lack the third; below a rule one of
 * the last two is enough.
 */
function isWhole(names: ReadonlySet<string>, ruled: boolean): boolean {
  if (!names.has('from') || !names.has('date')) return false;
  return ruled ? names.has('to') || names.has('subject') : names.has('to') && names.has('subject');
}

/** The separator alone. */
function lone(at: number): HeaderBlock {
  return { end: at + 1, names: new Set(), from: undefined, marked: false };
}

function beginsBlock({ lines }: Page, at: number, depth: number): boolean {
  const before = lines[at - 1];
  return !before || before.blank || before.depth !== depth;
}
