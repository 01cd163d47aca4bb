import { inReplyOrder } from '../thread/forest.ts';
import type { Post } from '../thread/schema.ts';

export interface PlacedPost {
  readonly post: Post;
  /** 0 for a post that answers none. */
  readonly depth: number;
}

/**
 * A thread's posts in reply order, cut into pages of about `size` posts. A branch that fits on a page is never cut;
 * of a larger one the first post stands alone and its replies' branches follow by the same rule.
 */
export function pagesOf(posts: readonly Post[], size: number): readonly (readonly PlacedPost[])[] {
  const placed = inReplyOrder(posts);
  const sizes = branchSizes(placed);
  const pages: PlacedPost[][] = [[]];
  let at = 0;
  while (at < placed.length) {
    const branch = sizes[at] ?? 1;
    const unit = branch <= size ? branch : 1;
    if ((pages.at(-1)?.length ?? 0) + unit > size && pages.at(-1)?.length) pages.push([]);
    pages.at(-1)?.push(...placed.slice(at, at + unit));
    at += unit;
  }
  return pages;
}

/** For each post in reply order how many posts its branch has, itself included. */
function branchSizes(placed: readonly PlacedPost[]): readonly number[] {
  const sizes = placed.map(() => 1);
  const open: number[] = [];
  for (let n = 0; n <= placed.length; n += 1) {
    const depth = placed[n]?.depth ?? 0;
    while (open.length > 0 && (n === placed.length || (placed[open.at(-1) ?? 0]?.depth ?? 0) >= depth)) {
      const closed = open.pop() ?? 0;
      sizes[closed] = n - closed;
    }
    open.push(n);
  }
  return sizes;
}
