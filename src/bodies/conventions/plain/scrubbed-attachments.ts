import type { Convention } from '../../plain/convention.ts';

/** What Mailman's archive puts in the place of an attachment: `-------------- next part --------------`. */
export const scrubbedAttachments: Convention = {
  name: 'scrubbed-attachments',
  begin: (page) => (at) => {
    const depth = page.lines[at]?.depth ?? 0;
    if (page.content(at, depth).trimEnd() !== ROW || !SCRUBBED.test(page.content(at + 1, depth))) return null;
    let end = at + 2;
    while (end < at + MOST_LINES && DETAIL.test(page.content(end, depth))) end += 1;
    return { count: end - at, role: 'footer', delimiters: { before: 1, after: 0 } };
  },
};

const ROW = '-------------- next part --------------';
const MOST_LINES = 10;
// "A non-text attachment was scrubbed...", "An HTML attachment was scrubbed..."
const SCRUBBED = /^An? .{1,30} attachment was scrubbed\.\.\.$/;
// "Name: signature.asc", "URL: <https://lists.quay.example/…>"
const DETAIL = /^(?:Name|Type|Size|Desc|URL): \S/;
