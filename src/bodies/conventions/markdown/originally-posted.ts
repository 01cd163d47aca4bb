import type { MarkdownConvention } from './convention.ts';

/** GitHub, below: `_Originally posted by @ines in [#12](https://github.com/…#issuecomment-7)_` */
export const originallyPosted: MarkdownConvention = {
  name: 'originally-posted',
  place: 'below',
  read(text, addresses) {
    const name = POSTED.exec(text)?.[1];
    if (!name) return null;
    const url = addresses.at(-1);
    return { attribution: text, name, ...(url ? { url } : {}) };
  },
};

/** `Originally posted by @ines in #12` */
const POSTED = /^Originally posted by (@[\w-]{1,60}) in \S{1,300}(?: \([^()\s]{1,300}\))?$/;
