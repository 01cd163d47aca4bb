import type { PostView } from './views.ts';

/** A post with what is drawn below it. */
export interface Branch {
  readonly post: PostView;
  readonly replies: readonly Branch[];
}

/** Replies are set in as deep as this; deeper ones stand one after the other at this depth. */
export const DRAWN_DEPTH = 6;

/** The tree to draw for posts in reply order. */
export function branches(posts: readonly PostView[]): readonly Branch[] {
  const roots: Branch[] = [];
  const lists: Branch[][] = [roots];
  for (const post of posts) {
    const depth = Math.min(post.depth, DRAWN_DEPTH, lists.length - 1);
    const replies: Branch[] = [];
    lists[depth]?.push({ post, replies });
    lists.length = depth + 1;
    lists.push(replies);
  }
  return roots;
}
