import { inTimeOrder } from '../thread/forest.ts';
import type { PostId, Thread } from '../thread/schema.ts';
import type { PlacedPost } from './paging.ts';

/** The place of each post among those that the thread holds, from 1, as its pages have them one after the other. */
export function postPositions(pages: readonly (readonly PlacedPost[])[]): ReadonlyMap<PostId, number> {
  const held = pages.flat().filter(({ post }) => post.state !== 'missing');
  return new Map(held.map(({ post }, index) => [post.id, index + 1]));
}

/** The ids of each page's posts in order of time, by the number of the page, from 1. */
export function idsInTime(
  { posts }: Thread,
  pageOf: ReadonlyMap<PostId, number>,
): ReadonlyMap<number, readonly PostId[]> {
  const pages = new Map<number, PostId[]>();
  for (const { id } of inTimeOrder(posts)) {
    const page = pageOf.get(id) ?? 1;
    const ids = pages.get(page);
    if (ids) ids.push(id);
    else pages.set(page, [id]);
  }
  return pages;
}
