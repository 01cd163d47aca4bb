import { toString as textOf } from 'mdast-util-to-string';
import { postNear } from '../near-link.ts';
import type { MarkdownConvention } from './convention.ts';

/**
 * Zulip, above: `@_**Petra Holm|7** [said](https://…/#narrow/channel/4-lamps/topic/buoys/near/123):`, in whatever
 * language. The line is the name, one link to a message, and a colon.
 */
export const saidLink: MarkdownConvention = {
  name: 'said-link',
  place: 'above',
  read(text, [url, ...others], nodes) {
    const [mention, ...after] = nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '');
    const name = mention?.type === 'text' ? mention.data?.mention : undefined;
    const at = after.findIndex((node) => node.type === 'link');
    const post = url && others.length === 0 ? postNear(url) : undefined;
    if (!url || !post || !name || at < 0) return null;
    return COLON.test(textOf(after.slice(at + 1))) ? { attribution: text, name, url, post } : null;
  },
};

/** `:`, `：`; German and Japanese put the verb's rest before it: ` geschrieben:` */
const COLON = /^[^:：\n]{0,30}[:：]\s*$/;
