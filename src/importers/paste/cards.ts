import { safeAddress } from '../../thread/address.ts';
import type { Card } from '../../thread/schema.ts';

/**
 * Splits the link preview off the end of a post's text. A browser copies a preview as bare lines (title,
 * description, site); only what cannot well be anything else is taken, and every word of the text is in either
 * part of the answer, once and in order:
 *
 * - below the post's first address: a title that ends with the site (`How tides work - Quay News`), then maybe one
 *   line of description, then maybe the site again. The site must be the address's host (`quaynews.example`) or
 *   the line below.
 * - a last line like a patch's page: `[PATCH v2 1/3] boat: fix leak - Petra Holm`.
 * - a last paragraph of one line that ends with a site's name in brackets: `Boats in spring [LWN.net]`.
 */
export function splitCard(text: string): { readonly text: string; readonly card: Card | null } {
  return previewOf(text) ?? lastLineOf(text) ?? { text, card: null };
}

interface Split {
  readonly text: string;
  readonly card: Card;
}

// The first address in a text: `https://quaynews.example/tides`
const ADDRESS = /https?:\/\/[^\s<>"]+/;
// What ends a sentence or a bracket, not the address.
const AFTER_ADDRESS = /(?<![.,;:!?)\]'’”…])[.,;:!?)\]'’”…]+$/;
const LONGEST_ADDRESS = 4096;
const LONGEST_PREVIEW_LINE = 1000;

function previewOf(text: string): Split | null {
  const address = ADDRESS.exec(text);
  if (!address || address[0].length > LONGEST_ADDRESS) return null;
  const url = safeAddress(address[0].replace(AFTER_ADDRESS, ''));
  if (!url) return null;
  const paragraphs = lastParagraphs(text, address.index + address[0].length);
  for (const lines of [paragraphs, paragraphs.slice(1), paragraphs.slice(2)]) {
    const card = toCard(
      lines.map((line) => line.text),
      url,
    );
    if (card) return { text: text.slice(0, lines[0]?.start).trimEnd(), card };
  }
  return null;
}

interface Paragraph {
  readonly text: string;
  readonly start: number;
}

/** Up to three paragraphs of one line each at the end of the text, below the line of `after`. */
function lastParagraphs(text: string, after: number): readonly Paragraph[] {
  const found: Paragraph[] = [];
  let end = text.length;
  while (found.length < 3) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    if (start <= after || end - start > LONGEST_PREVIEW_LINE) break;
    const above = text.slice(0, start).trimEnd().length;
    if (text.slice(above, start).split('\n').length < 3) break;
    found.unshift({ text: text.slice(start, end).trim(), start });
    end = above;
  }
  return found;
}

function toCard(lines: readonly string[], url: string): Card | null {
  const [title, second, third] = lines;
  const named = title && siteOf(title);
  if (!title || !named) return null;
  const isHost = namesHost(named, url);
  if (second === undefined) return isHost ? { url, title } : null;
  const last = third ?? second;
  if (named === last)
    return third === undefined ? { url, title, site: last } : { url, title, description: second, site: last };
  return isHost && third === undefined ? { url, title, description: second } : null;
}

const SEPARATORS = [' - ', ' – ', ' — ', ' | ', ' · '];

/** What a title says its site is: what follows the last separator. */
function siteOf(title: string): string | null {
  const from = Math.max(...SEPARATORS.map((separator) => title.lastIndexOf(separator)));
  return from > 0 ? title.slice(from + 3).trim() || null : null;
}

const SHORTEST_SITE = 3;

/** Whether `Quay News®` is the name of `www.quaynews.example`: one of its labels but the last, or all of it. */
function namesHost(site: string, url: string): boolean {
  const name = letters(site);
  const host = URL.parse(url)?.hostname.replace(/^www\./, '') ?? '';
  return (
    name.length >= SHORTEST_SITE &&
    [...host.split('.').slice(0, -1), host].some((label) => letters(label) === name)
  );
}

function letters(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const LONGEST_TITLE = 300;
// `[PATCH v2 1/3] boat: fix leak - Petra Holm`
const PATCH =
  /^\[(?:RFC |RESEND )?PATCH[^\]]{0,40}\] \S.{2,200} - \p{Lu}[\p{L}\p{M}.'-]{0,40}(?: [\p{L}\p{M}.'-]{1,40}){1,3}$/u;
// `Boats in spring [LWN.net]`
const BRACKETED = /^[\p{Lu}\p{N}“"][^.!?:@]{2,200} \[[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,40}){1,3}\]$/u;

function lastLineOf(text: string): Split | null {
  const start = text.lastIndexOf('\n') + 1;
  const line = text.slice(start, start + LONGEST_TITLE + 1).trim();
  const above = text.slice(0, start).trimEnd();
  if (above === '' || line.length > LONGEST_TITLE) return null;
  const apart = text.slice(above.length, start).split('\n').length > 2;
  if (!PATCH.test(line) && !(apart && BRACKETED.test(line))) return null;
  return { text: above, card: { title: line } };
}
