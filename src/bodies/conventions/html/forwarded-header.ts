import { hasClass, isElement, textOf } from '../../html/nodes.ts';
import type { HtmlConvention } from './convention.ts';
import { LONGEST_HEADER, readHeaderBlock } from './header-block.ts';

/**
 * Gmail: `<div class="gmail_attr">---------- Forwarded message --------- From: …</div>` and what follows it in its
 * container.
 */
export const forwardedHeader: HtmlConvention = {
  name: 'forwarded-header',
  claim(siblings, index) {
    const node = siblings[index];
    if (!isElement(node) || !hasClass(node, 'gmail_attr')) return null;
    const text = textOf([node], LONGEST_HEADER);
    if (!RULED.test(text.trimStart())) return null;
    const header = readHeaderBlock(text);
    const mark = header
      ? { ...header, kind: 'forward' as const }
      : { kind: 'forward' as const, attribution: text.trim() };
    return { from: index, to: siblings.length, content: siblings.slice(index + 1), mark };
  },
};

/** `---------- Forwarded message ---------` in any language. */
const RULED = /^-{5,}/;
