import type { QuoteMark } from '../../body.ts';
import { attribute, hasClass, isElement, textOf } from '../../html/nodes.ts';
import type { HtmlConvention } from './convention.ts';

/**
 * Discourse: `<aside class="quote" data-username="ines" data-post="3" data-topic="77"><div class="title">…</div>
 * <blockquote>…</blockquote></aside>`. The reference is the post's number.
 */
export const discourseAside: HtmlConvention = {
  name: 'discourse-aside',
  claim(siblings, index) {
    const aside = siblings[index];
    if (!isElement(aside) || aside.tagName !== 'aside' || !hasClass(aside, 'quote')) return null;
    const elements = aside.childNodes.filter(isElement);
    const quoted = elements.find((child) => child.tagName === 'blockquote');
    if (!quoted) return null;
    const title = elements.find((child) => hasClass(child, 'title'));
    const attribution = title ? textOf([title], LONGEST_TITLE).replace(/\s+/g, ' ').trim() : '';
    const name = attribute(aside, 'data-username');
    const post = attribute(aside, 'data-post');
    const mark: QuoteMark = {
      kind: 'reply',
      ...(attribution ? { attribution } : {}),
      ...(name ? { name } : {}),
      ...(post && POST_NUMBER.test(post) ? { reference: { post } } : {}),
    };
    return { from: index, to: index + 1, content: quoted.childNodes, mark };
  },
};

const LONGEST_TITLE = 300;
/** `3` */
const POST_NUMBER = /^\d{1,9}$/;
