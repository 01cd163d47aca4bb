import { escapeHtml } from '../assembly/markup.ts';
import { htmlTokens, type HtmlToken, type OpeningTag } from './html-tokens.ts';
import { type Edit, splice } from './splice.ts';

/*
 * Exports write addresses of their own site without its host: `/user_uploads/2/harbour.png`, `//cdn.example/a.png`.
 * Where the host is known they become whole; a body's reader, which knows no host, would drop them.
 */

/** The whole address of one that begins with `/` or `#`; any other as it is. */
export function wholeAddress(address: string, home: string): string {
  const relative = address.startsWith('/') || address.startsWith('#');
  return (relative && URL.parse(address, home)?.href) || address;
}

/** The HTML with whole addresses in links and pictures; not a character else is changed. */
export function htmlWithWholeAddresses(html: string, home: string): string {
  if (!MAY_HOLD_RELATIVE.test(html)) return html;
  return splice(html, wholeAddressEdits(htmlTokens(html), home));
}

/** `href="/t/7"`, `src=//cdn.example/a.png` */
const MAY_HOLD_RELATIVE = /(?:href|src)\s{0,8}=\s{0,8}["']?[/#]/i;

/** The same as edits, for an importer that makes others too. */
export function wholeAddressEdits(tokens: readonly HtmlToken[], home: string): readonly Edit[] {
  return tokens.flatMap((token) => (token.kind === 'open' ? editsOf(token, home) : []));
}

function editsOf({ attributes }: OpeningTag, home: string): readonly Edit[] {
  return ['href', 'src'].flatMap((name) => {
    const attribute = attributes.get(name);
    const whole = attribute && wholeAddress(attribute.value, home);
    if (!attribute || whole === undefined || whole === attribute.value) return [];
    return [{ start: attribute.start, end: attribute.end, text: `${name}="${escapeHtml(whole)}"` }];
  });
}

/** Code in Markdown, a block or within a line. What is never closed is code to the end. */
const CODE = /(`{3}(?:[^`]|`(?!``))*(?:`{3}|$)|`[^`\n]{1,1000}`)/;

/** `[table](/user_uploads/2/a.pdf)`, `[said](#narrow/…)` */
const RELATIVE_LINK = /\]\(([/#][^\s()<>]{0,2000})\)/g;

/** The Markdown with whole addresses in its links; code is not changed. */
export function markdownWithWholeAddresses(markdown: string, home: string): string {
  return outsideCode(markdown, (text) =>
    text.replace(RELATIVE_LINK, (_, address: string) => `](${wholeAddress(address, home)})`),
  );
}

/** The Markdown with its text changed and its code as it is. */
export function outsideCode(markdown: string, change: (text: string) => string): string {
  return markdown
    .split(CODE)
    .map((piece, index) => (index % 2 === 0 ? change(piece) : piece))
    .join('');
}
