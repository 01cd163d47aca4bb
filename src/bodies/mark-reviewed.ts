import type { Nodes, Root } from 'mdast';
import type { ReviewedLines } from './body.ts';

/** The tree with a note above each of the given top-level blocks, by their places: own text stays the same. */
export function markReviewed(root: Root, blocks: readonly Nodes[]): Root {
  if (blocks.length === 0) return root;
  const places = new Map(blocks.map((block, index) => [block, index]));
  const children = root.children.flatMap((child) => {
    const index = places.get(child);
    const above: readonly ReviewedLines[] = index === undefined ? [] : [{ type: 'reviewed', index }];
    return [...above, child];
  });
  return { ...root, children };
}
