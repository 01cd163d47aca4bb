import type { Nodes, PhrasingContent } from 'mdast';

/** The nodes with every list of phrasing content changed, inner ones first. */
export function mapPhrasing(
  nodes: readonly Nodes[],
  change: (siblings: readonly PhrasingContent[]) => readonly PhrasingContent[],
): Nodes[] {
  return nodes.map((node) => {
    if (!('children' in node)) return node;
    const children = mapPhrasing(node.children, change);
    const changed = HOLDERS.has(node.type) ? change(children as PhrasingContent[]) : children;
    return { ...node, children: changed } as Nodes;
  });
}

/** The nodes with every text changed, but for mentions. */
export function mapText(
  nodes: readonly Nodes[],
  change: (value: string) => readonly PhrasingContent[],
): Nodes[] {
  return mapPhrasing(nodes, (siblings) =>
    siblings.flatMap((node) => (node.type === 'text' && !node.data ? change(node.value) : [node])),
  );
}

/** A text in which every line end is one that readers see. */
export function withBreaks(value: string): readonly PhrasingContent[] {
  return value
    .split(LINE_END)
    .flatMap((line, at): PhrasingContent[] => [
      ...(at > 0 ? [{ type: 'break' } as const] : []),
      ...(line === '' ? [] : [{ type: 'text', value: line } as const]),
    ]);
}
const LINE_END = /(?:(?<![ \t])[ \t]+)?(?:\r\n|\r|\n)[ \t]*/;

const HOLDERS: ReadonlySet<string> = new Set([
  'delete',
  'emphasis',
  'heading',
  'inlineSpoiler',
  'link',
  'linkReference',
  'paragraph',
  'strong',
  'tableCell',
]);
