import { attribute, type HtmlElement, hasClass, isBlank, isElement, textOf } from '../../html/nodes.ts';
import type { HtmlConvention } from './convention.ts';
import { isHeaderField, LONGEST_HEADER, readHeaderBlock } from './header-block.ts';
import { isRule } from './rule.ts';

/**
 * Outlook and Windows Mail: a block that holds `From: … Sent: … To: … Subject: …`, known by its id
 * (`divRplyFwdMsg`), by a line along its top, by a rule at its beginning, or by holding nothing else; all that
 * follows is the quoted mail.
 */
export const outlookDivider: HtmlConvention = {
  name: 'outlook-divider',
  claim(siblings, index) {
    const node = siblings[index];
    if (!isElement(node) || !(node.tagName === 'div' ? holdsDivider(node) : isHeaderParagraph(node)))
      return null;
    const header = readHeaderBlock(textOf([node], LONGEST_HEADER));
    if (!header) return null;
    const content = siblings.slice(index + 1);
    if (content.every(isBlank)) return null;
    return { from: index, to: siblings.length, content, mark: header };
  },
};

/** The divider itself, or a wrapper that holds nothing else. */
function holdsDivider(node: HtmlElement): boolean {
  let element = node;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    if (attribute(element, 'id') === 'divRplyFwdMsg') return true;
    if (TOP_LINE.test(attribute(element, 'style') ?? '')) return true;
    const only = element.childNodes.find((child) => !isBlank(child));
    if (isRule(only) && only !== element) return true;
    if (!isElement(only) || only.tagName !== 'div') return false;
    if (element.childNodes.some((child) => child !== only && !isBlank(child))) return false;
    element = only;
  }
  return false;
}
const DEEPEST = 4;
/** `border:none;border-top:solid #E1E1E1 1.0pt` */
const TOP_LINE = /(?:^|;)\s*border-top(?:-color)?\s*:/i;

function isHeaderParagraph(node: HtmlElement): boolean {
  if (node.tagName !== 'p' || !hasClass(node, 'MsoNormal')) return false;
  const lines = textOf([node], LONGEST_HEADER)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.length >= 4 && lines.every(isHeaderField);
}
