import type { Convention, Page } from '../../plain/convention.ts';
import { isSentFrom } from '../../plain/sent-from.ts';

/** The lines that a phone's mail program adds: `Sent from my iPhone`, in a paragraph of their own. */
export const phoneSignatures: Convention = {
  name: 'phone-signatures',
  begin: (page) => (at) => {
    const depth = page.lines[at]?.depth ?? 0;
    if (!isLine(page, at, depth)) return null;
    let end = at + 1;
    while (end < at + MOST_LINES && isLine(page, end, depth)) end += 1;
    const after = page.lines[end];
    const apart = !after || after.blank || after.depth !== depth || RULE.test(page.content(end, depth));
    return apart ? { count: end - at, role: 'signature' } : null;
  },
};

const MOST_LINES = 40;
// "________________________________", which Outlook sets below its line, above the mail that is answered
const RULE = /^[_-]{5,80}\s?$/;

function isLine({ lines, content }: Page, at: number, depth: number): boolean {
  const line = lines[at];
  return line !== undefined && !line.blank && line.depth === depth && isSentFrom(content(at, depth).trim());
}
