import { inTimeOrder } from '../thread/forest.ts';
import type { PostId, Thread } from '../thread/schema.ts';
import type { PlacedPost } from './paging.ts';

/** The place of each post among those that the thread holds, from 1, as its pages have them one after the other. */
export function postPositions(pages: readonly (readonly PlacedPost[])[]): ReadonlyMap<PostId, number> {
  const held = pages.flat().filter(({ post }) => post.state !== 'missing');
  return new Map(held.map(({ post }, index) => [post.id, index + 1]));
}

/** The ids of each page's posts in order of time; none where they stand in that order anyway. */
export function idsInTime(
  { posts }: Thread,
  pages: readonly (readonly PlacedPost[])[],
): readonly (readonly PostId[])[] {
  const rank = new Map(inTimeOrder(posts).map(({ id }, index) => [id, index]));
  const rankOf = (id: PostId) => rank.get(id) ?? 0;
  return pages.map((page) => {
    const ids = page.map(({ post }) => post.id);
    const ordered = ids.toSorted((one, other) => rankOf(one) - rankOf(other));
    return ordered.every((id, index) => id === ids[index]) ? [] : ordered;
  });
}
