import type { Convention, Page } from '../../plain/convention.ts';
import { headersAt, introduction } from '../../plain/headers.ts';

/**
 * The headers that Outlook and its kin set above the mail that is answered, which follows unmarked: with
 * `-----Original Message-----` or a rule above them, or without.
 */
export const originalHeaders: Convention = {
  name: 'original-headers',
  begin: (page) => (at) => {
    const depth = page.lines[at]?.depth ?? 0;
    const text = page.content(at, depth).slice(0, LONGEST).trim();
    const announced = SEPARATOR.test(text);
    const ruled = RULE.test(text);
    if (!announced && !ruled && !beginsBlock(page, at, depth)) return null;
    const from = announced || ruled ? page.filled(at + 1) : at;
    const headers = headersAt(page, from, depth);
    if (!headers) return null;
    const certain = announced ? headers.names.has('from') : isWhole(headers.names);
    if (!certain) return null;
    return introduction(page, at, depth, headers, 'reply');
  },
};

const LONGEST = 100;
// "-----Original Message-----", "----- Original Message -----"
const SEPARATOR =
  /^-{2,10} ?(?:Original Message|Original message|Ursprüngliche Nachricht|Message d'origine|Mensaje original) ?-{2,10}$/;
// "________________________________"
const RULE = /^(?:_{10,}|-{10,})$/;

/** Without a separator: who, when, to whom and about what. A patch's own headers lack the third. */
function isWhole(names: ReadonlySet<string>): boolean {
  return ['from', 'date', 'to', 'subject'].every((name) => names.has(name));
}

function beginsBlock({ lines }: Page, at: number, depth: number): boolean {
  const before = lines[at - 1];
  return !before || before.blank || before.depth !== depth;
}
