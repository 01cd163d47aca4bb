import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { FixableFinding } from './finding.ts';
import { sourceOffsets } from './source-offsets.ts';
import { withoutTracking } from './tracking-parameters.ts';

/** The links and pictures of a digest whose addresses tell where a reader came from; `body` is its Markdown. */
export function addressFindings(root: Root, body: string): readonly FixableFinding[] {
  const findings: FixableFinding[] = [];
  visit(root, ['link', 'definition', 'image'], (node) => {
    if (node.type !== 'link' && node.type !== 'definition' && node.type !== 'image') return;
    const { removed } = withoutTracking(node.url);
    if (removed.length === 0) return;
    const { start, end } = node.position ?? {};
    const written = body.slice(start?.offset ?? 0, end?.offset ?? 0);
    const place = node.title?.includes(node.url) ? null : placeOf(written, node.url);
    findings.push({
      line: start?.line ?? 1,
      severity: 'warning',
      code: 'tracking',
      message: `The address tells where its reader came from: ${removed.join(', ')}.`,
      hint: 'Take that out of it; check --fix does.',
      ...(place === null
        ? {}
        : {
            fix: [
              {
                start: (start?.offset ?? 0) + place.at,
                end: (start?.offset ?? 0) + place.at + place.written.length,
                text: withoutTracking(place.written).address,
              },
            ],
          }),
    });
  });
  return findings;
}

/** Where the address stands in the Markdown of its link: behind the link's text, which may be the same address. */
function placeOf(markdown: string, url: string): { readonly at: number; readonly written: string } | null {
  for (
    let at = markdown.lastIndexOf(SCHEME);
    at >= 0;
    at = at === 0 ? -1 : markdown.lastIndexOf(SCHEME, at - 1)
  ) {
    const end = sourceOffsets(url, markdown.slice(at))?.ends.at(-1);
    if (end !== undefined) return { at, written: markdown.slice(at, at + end) };
  }
  return null;
}

const SCHEME = 'http';
