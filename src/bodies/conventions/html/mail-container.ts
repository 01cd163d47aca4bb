import { attribute, type HtmlElement, isElement, textOf } from '../../html/nodes.ts';
import { LONGEST_ATTRIBUTION, readAttribution } from '../attribution-line.ts';
import type { HtmlConvention } from './convention.ts';
import { firstBlock } from './first-block.ts';
import { LONGEST_HEADER, readHeaderBlock } from './header-block.ts';

/**
 * An element that holds the whole quoted mail, its header or attribution first: Outlook for Mac
 * (`#OLK_SRC_BODY_SECTION`), Yahoo (`.yahoo_quoted`, also behind a prefix of its own), GMX (`[name=quote]`), iCloud and
 * AOL alike.
 */
export const mailContainer: HtmlConvention = {
  name: 'mail-container',
  claim(siblings, index) {
    const node = siblings[index];
    if (!isElement(node) || !isContainer(node)) return null;
    const claim = { from: index, to: index + 1, content: node.childNodes };
    const first = firstBlock(node);
    if (!first) return { ...claim, mark: { kind: 'reply' } };
    const header = readHeaderBlock(textOf([first], LONGEST_HEADER));
    if (header) return { ...claim, mark: header, spoken: [first] };
    const line = readAttribution(textOf([first], LONGEST_ATTRIBUTION));
    return line
      ? { ...claim, mark: { kind: 'reply', ...line }, spoken: [first] }
      : { ...claim, mark: { kind: 'reply' } };
  },
};

function isContainer(node: HtmlElement): boolean {
  return (
    attribute(node, 'id') === 'OLK_SRC_BODY_SECTION' ||
    YAHOO.test(attribute(node, 'class') ?? '') ||
    (node.tagName === 'div' && attribute(node, 'name') === 'quote')
  );
}

// "yahoo_quoted", "ydp1a2b3cyahoo_quoted"
const YAHOO = /(?:^|\s)(?:ydp[a-z\d]{1,20})?yahoo_quoted(?:\s|$)/;
