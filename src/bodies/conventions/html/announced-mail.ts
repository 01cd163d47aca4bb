import { type HtmlNode, isBlank, isElement, textOf } from '../../html/nodes.ts';
import { announcesForward, announcesOriginal } from '../../plain/separators.ts';
import type { HtmlConvention } from './convention.ts';
import { isHeaderField, LONGEST_HEADER, readHeaderBlock } from './header-block.ts';

/**
 * `-----Original Message-----`, `-------- Forwarded Message --------` in any language, and the headers of a mail below
 * it, in the same block or in the next ones: Thunderbird, Samsung, QQ, Naver, Seznam, Xiaomi; all that follows is the quoted
 * mail.
 */
export const announcedMail: HtmlConvention = {
  name: 'announced-mail',
  claim(siblings, index) {
    const from = announcementAt(siblings, index);
    const node = siblings[from];
    if (!node || node.nodeName === 'br') return null;
    const [announced = '', ...rest] = linesOf(node);
    const forward = announcesForward(announced);
    if (!forward && !announcesOriginal(announced)) return null;
    const end = headersEnd(siblings, from, rest);
    const header =
      end === null ? null : readHeaderBlock(siblings.slice(from, end).map(headerText).join('\n'));
    if (end === null || !header) return null;
    const kind = forward ? ('forward' as const) : header.kind;
    return { from, to: siblings.length, content: siblings.slice(end), mark: { ...header, kind } };
  },
};

/** Thunderbird sets the announcement as bare text above the table of headers. */
function announcementAt(siblings: readonly HtmlNode[], index: number): number {
  const before = siblings[index - 1];
  const bare = siblings[index]?.nodeName === 'table' && before?.nodeName === '#text' && !isBlank(before);
  return bare ? index - 1 : index;
}

/** The node behind the headers; `null` where what follows the announcement in its own block is not only headers. */
function headersEnd(siblings: readonly HtmlNode[], index: number, rest: readonly string[]): number | null {
  if (!rest.every(isHeaderField)) return null;
  let end = index + 1;
  for (let at = end; at < siblings.length && at - index < MOST_NODES; at += 1) {
    const node = siblings[at];
    if (!node || isBlank(node)) continue;
    if (!linesOf(node).every(isHeaderField)) break;
    end = at + 1;
  }
  return end;
}

const MOST_NODES = 40;

function linesOf(node: HtmlNode): readonly string[] {
  if (!isElement(node) && node.nodeName !== '#text') return [];
  return headerText(node)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

/** In a table, name and value of a header stand in two cells. */
function headerText(node: HtmlNode): string {
  const text = textOf([node], LONGEST_HEADER);
  return node.nodeName === 'table' ? text.replace(AFTER_NAME, ': ').replace(NAME_CELL, '$1: ') : text;
}

const AFTER_NAME = /[:：]\s{1,9}(?=\S)/g;
/** Xiaomi's cells, whose names end without a colon. */
const NAME_CELL = /^(From|Date|To|Cc|Subject)\s{1,9}(?=\S)/gm;
