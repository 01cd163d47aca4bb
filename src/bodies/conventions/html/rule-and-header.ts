import { type HtmlNode, isBlank, isBlock, isElement, textOf } from '../../html/nodes.ts';
import type { Claim, HtmlConvention } from './convention.ts';
import { isHeaderField, LONGEST_HEADER, readHeaderBlock } from './header-block.ts';
import { isRule } from './rule.ts';

/**
 * `<hr>` and then `From: … Date: … Subject: …`: Hotmail (`#stopSpelling`), Outlook on the web, Zimbra
 * (`data-marker="__DIVIDER__"`), Comcast; all that follows is the quoted mail.
 */
export const ruleAndHeader: HtmlConvention = {
  name: 'rule-and-header',
  claim(siblings, index) {
    const node = siblings[index];
    if (!isElement(node) || !isRule(node)) return null;
    let start = index + 1;
    while (start < siblings.length && start - index < MOST_NODES && isBlankAt(siblings, start)) start += 1;
    const first = siblings[start];
    return isBlock(first) ? inBlock(siblings, index, start) : inLines(siblings, index, start);
  },
};
const MOST_NODES = 60;

function isBlankAt(siblings: readonly HtmlNode[], index: number): boolean {
  const node = siblings[index];
  return node !== undefined && isBlank(node);
}

function inBlock(siblings: readonly HtmlNode[], index: number, start: number): Claim | null {
  const header = readHeaderBlock(textOf(siblings.slice(start, start + 1), LONGEST_HEADER));
  if (!header) return null;
  const content = siblings.slice(start + 1);
  if (content.every(isBlank)) return null;
  return { from: index, to: siblings.length, content, mark: header };
}

/** The fields stand on lines of their own, up to the first line that is none. */
function inLines(siblings: readonly HtmlNode[], index: number, start: number): Claim | null {
  let line: HtmlNode[] = [];
  let end = start;
  for (let n = start; n < siblings.length && n - start < MOST_NODES; n += 1) {
    const node = siblings[n];
    if (!node || isBlock(node)) break;
    line.push(node);
    if (!isElement(node) || node.tagName !== 'br') continue;
    if (!isHeaderField(textOf(line, LONGEST_HEADER))) break;
    end = n + 1;
    line = [];
  }
  const header = readHeaderBlock(textOf(siblings.slice(start, end), LONGEST_HEADER));
  return header ? { from: index, to: siblings.length, content: siblings.slice(end), mark: header } : null;
}
