import { isBlank, isElement } from '../../html/nodes.ts';
import type { HtmlConvention } from './convention.ts';

/**
 * Matrix, up to version 1.12: `<mx-reply><blockquote>…</blockquote></mx-reply>` repeats the post that is answered
 * for clients that know no replies. Machine's work: it is dropped, the post's parent says the same. One that holds
 * anything else, as where its end is missing, is left alone.
 */
export const matrixReply: HtmlConvention = {
  name: 'matrix-reply',
  claim(siblings, index) {
    const node = siblings[index];
    if (!isElement(node) || node.tagName !== 'mx-reply') return null;
    const repeats = node.childNodes.every(
      (child) => isBlank(child) || (isElement(child) && child.tagName === 'blockquote'),
    );
    if (!repeats) return null;
    return { from: index, to: index + 1, content: null };
  },
};
