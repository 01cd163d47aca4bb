import type { QuoteMark } from '../../body.ts';
import { attribute, hasClass, isElement, textOf } from '../../html/nodes.ts';
import type { HtmlConvention } from './convention.ts';

/**
 * Discourse: `<aside class="quote" data-username="ines" data-post="3" data-topic="77"><div class="title">…</div>
 * <blockquote>…</blockquote></aside>`. The reference is the post's number and its topic's.
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
    const name = attribute(aside, 'data-username') ?? USERNAME.exec(attribution)?.[1];
    const [post, topic] = ['data-post', 'data-topic'].map((key) => numberIn(attribute(aside, key)));
    const mark: QuoteMark = {
      kind: 'reply',
      ...(attribution ? { attribution } : {}),
      ...(name ? { name } : {}),
      ...(post ? { reference: { post, ...(topic ? { topic } : {}) } } : {}),
    };
    return { from: index, to: index + 1, content: quoted.childNodes, mark };
  },
};

const LONGEST_TITLE = 300;
/** `petra:`, all that older posts say of whom they quote */
const USERNAME = /^([\w.-]{1,60}):$/;

function numberIn(value: string | undefined): string | undefined {
  return value && NUMBER.test(value) ? value : undefined;
}

/** `3` */
const NUMBER = /^\d{1,9}$/;
