import type { Convention, Page } from '../../plain/convention.ts';
import { headerIn } from '../../plain/header-names.ts';
import { type HeaderBlock, headersAt, introduction, separatorAt } from '../../plain/headers.ts';
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
    if (announced && !headers?.names.has('from'))
      return introduction(page, at, depth, separatorAt(at), 'reply');
    if (!headers || !(announced || isWhole(headers, ruled))) return null;
    return introduction(page, at, depth, headers, 'reply');
  },
};

const LONGEST = 100;
// "________________________________"
const RULE = /^(?:_{10,}|-{10,})$/;

/**
 * Without a separator: who, when and to whom. A patch's own headers lack the third; below a rule, and where the date
 * is called `Sent`, the subject will do for it.
 */
function isWhole({ names, sent }: HeaderBlock, ruled: boolean): boolean {
  if (!names.has('from') || !names.has('date')) return false;
  return names.has('to') || ((ruled || sent) && names.has('subject'));
}

/** Whether the first of the headers can stand here: some programs set them right below the words. */
function beginsBlock({ lines, content }: Page, at: number, depth: number): boolean {
  const before = lines[at - 1];
  if (!before || before.blank || before.depth !== depth) return true;
  return headerIn(content(at, depth).trim()) !== null && headerIn(content(at - 1, depth).trim()) === null;
}
