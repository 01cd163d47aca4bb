import type { PostView } from './views.ts';

/** A post with what is drawn below it. */
export interface Branch {
  readonly post: PostView;
  readonly replies: readonly Branch[];
}

/** Replies are set in as deep as this; deeper ones stand one after the other at this depth. */
export const DRAWN_DEPTH = 6;

/** The tree to draw for posts in reply order, or for a stretch of them: its first post may stand deep in the thread. */
export function branches(posts: readonly PostView[]): readonly Branch[] {
  const roots: Branch[] = [];
  /** The posts that the next one may answer, the outermost first, each with the list of its replies. */
  const open: { readonly depth: number; readonly replies: Branch[] }[] = [];
  for (const post of posts) {
    while ((open.at(-1)?.depth ?? -1) >= post.depth) open.pop();
    const list = open.at(Math.min(open.length, DRAWN_DEPTH) - 1)?.replies ?? roots;
    const replies: Branch[] = [];
    list.push({ post, replies });
    open.push({ depth: post.depth, replies });
  }
  return roots;
}
