import { hasClass, isElement } from '../../html/nodes.ts';
import type { HtmlConvention } from './convention.ts';

/**
 * Mastodon (FEP-044f): `<p class="quote-inline">RE: <a …>` names the quoted post for software that knows no quote
 * posts. Machine's work: it is dropped, `post.quoted` says the same.
 */
export const quoteInline: HtmlConvention = {
  name: 'quote-inline',
  claim(siblings, index) {
    const node = siblings[index];
    if (!isElement(node) || !hasClass(node, 'quote-inline')) return null;
    return { from: index, to: index + 1, content: null };
  },
};
