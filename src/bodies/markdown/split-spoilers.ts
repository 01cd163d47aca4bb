import type { BlockContent, Paragraph, PhrasingContent } from 'mdast';

/** Whether covered words stand somewhere in the line. */
export function holdsSpoiler(nodes: readonly PhrasingContent[]): boolean {
  return nodes.some(
    (node) => node.type === 'inlineSpoiler' || (holdsPhrasing(node) && holdsSpoiler(node.children)),
  );
}

type Holder = Extract<PhrasingContent, { children: PhrasingContent[] }>;

function holdsPhrasing(node: PhrasingContent): node is Holder {
  return 'children' in node && node.type !== 'passage';
}

/**
 * The paragraph as what stands before, in and after its covered words: a page covers blocks. A spoiler in a spoiler is
 * part of it.
 */
export function splitSpoilers(children: readonly PhrasingContent[]): BlockContent[] {
  return piecesOf(children).flatMap(({ covered, nodes }): BlockContent[] => {
    const trimmed = withoutEmptyEnds(nodes);
    if (trimmed.length === 0) return [];
    const paragraph: Paragraph = { type: 'paragraph', children: trimmed };
    return [covered ? { type: 'spoiler', children: [paragraph] } : paragraph];
  });
}

interface Piece {
  readonly covered: boolean;
  readonly nodes: PhrasingContent[];
}

function piecesOf(nodes: readonly PhrasingContent[]): readonly Piece[] {
  const pieces: Piece[] = [{ covered: false, nodes: [] }];
  for (const node of nodes) {
    if (node.type === 'inlineSpoiler') {
      pieces.push({ covered: true, nodes: uncovered(node.children) }, { covered: false, nodes: [] });
    } else if (holdsPhrasing(node) && holdsSpoiler(node.children)) {
      for (const { covered, nodes: some } of piecesOf(node.children)) {
        const wrapped = some.length > 0 ? [{ ...node, children: some } as PhrasingContent] : [];
        if (covered) pieces.push({ covered, nodes: wrapped }, { covered: false, nodes: [] });
        else pieces.at(-1)?.nodes.push(...wrapped);
      }
    } else {
      pieces.at(-1)?.nodes.push(node);
    }
  }
  return pieces;
}

function uncovered(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (!holdsPhrasing(node)) return [node];
    const children = uncovered(node.children);
    return node.type === 'inlineSpoiler' ? children : [{ ...node, children } as PhrasingContent];
  });
}

/** Without line breaks and white space at either end. */
export function withoutEmptyEnds(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  let from = 0;
  let to = nodes.length;
  while (from < to && isEmpty(nodes[from])) from += 1;
  while (to > from && isEmpty(nodes[to - 1])) to -= 1;
  return nodes.slice(from, to).map((node, at, all) => {
    if (node.type !== 'text') return node;
    const begun = at === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: at === all.length - 1 ? begun.trimEnd() : begun };
  });
}

function isEmpty(node: PhrasingContent | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
}
