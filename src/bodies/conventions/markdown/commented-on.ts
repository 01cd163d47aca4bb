import type { MarkdownConvention } from './convention.ts';

/** What quoting scripts write above: `[**@ines**](https://…) commented on [3 Mar 2026](https://…#issuecomment-7):` */
export const commentedOn: MarkdownConvention = {
  name: 'commented-on',
  place: 'above',
  read(text, addresses) {
    const name = COMMENTED.exec(text)?.[1];
    const url = addresses.at(-1);
    return name && url ? { attribution: text, name, url } : null;
  },
};

/** `@ines commented on 3 Mar 2026:` */
const COMMENTED =
  /^(@[\w-]{1,60}) (?:commented|wrote|said|replied)(?: (?:on|at|in) [^:\n]{1,80}(?::\d\d){0,2}[^:\n]{0,40})?:$/;
