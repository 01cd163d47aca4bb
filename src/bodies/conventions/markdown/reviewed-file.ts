import type { MarkdownConvention } from './convention.ts';

/**
 * Above lines of a patch that is somewhere else: the name of a file, which leads to the changed files of a pull or
 * merge request: [`src/weir.c`](https://github.com/quay/weir/pull/15/files):
 */
export const reviewedFile: MarkdownConvention = {
  name: 'reviewed-file',
  place: 'above',
  read(text, [url, ...others], nodes) {
    const [link, colon, ...more] = nodes;
    if (!url || others.length > 0 || more.length > 0 || link?.type !== 'link') return null;
    if (colon?.type !== 'text' || colon.value.trim() !== ':' || !CHANGED_FILES.test(url)) return null;
    return { attribution: text, url };
  },
};

/** `https://github.com/quay/weir/pull/15/files`, `https://gitlab.com/quay/weir/-/merge_requests/15/diffs` */
const CHANGED_FILES = /\/(?:pull\/\d{1,12}\/files|merge_requests\/\d{1,12}\/diffs)(?:[?#]|$)/;
