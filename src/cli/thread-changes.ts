import { isDeepStrictEqual } from 'node:util';
import type { Post, PostId, Thread } from '../thread/schema.ts';
import { savedIn, withoutMedia } from './media/kept-media.ts';

/** What a new export of a thread changes in it. */
export interface ThreadChanges {
  readonly added: readonly PostId[];
  readonly edited: readonly PostId[];
  /** Still there, as deleted or removed; before they were not. */
  readonly deleted: readonly PostId[];
  readonly gone: readonly PostId[];
  /** Title, origin or people. */
  readonly about: boolean;
  /** Which pictures are saved of it. */
  readonly pictures: boolean;
}

export function threadChanges(former: Thread, later: Thread): ThreadChanges {
  // Whether a picture was saved tells nothing of what was said.
  const [before, after] = [withoutMedia(former), withoutMedia(later)];
  const earlier = new Map(before.posts.map((post) => [post.id, post]));
  const held = new Set(after.posts.map((post) => post.id));
  const changed = after.posts.filter((post) => {
    const former = earlier.get(post.id);
    return former !== undefined && !isDeepStrictEqual(post, former);
  });
  const { true: deleted = [], false: edited = [] } = Object.groupBy(changed, (post) =>
    isDeleted(post) && !isDeleted(earlier.get(post.id)) ? 'true' : 'false',
  );
  return {
    added: after.posts.filter((post) => !earlier.has(post.id)).map((post) => post.id),
    edited: edited.map((post) => post.id),
    deleted: deleted.map((post) => post.id),
    gone: before.posts.filter((post) => !held.has(post.id)).map((post) => post.id),
    about: !isDeepStrictEqual({ ...before, posts: [] }, { ...after, posts: [] }),
    pictures: !isDeepStrictEqual(savedIn(former), savedIn(later)),
  };
}

function isDeleted(post: Post | undefined): boolean {
  return post?.state === 'deleted' || post?.state === 'removed';
}

/** Why the one is no later state of the other, or `null` where it may be. */
export function otherOrigin(before: Thread, after: Thread): string | null {
  for (const key of ['importer', 'url', 'community'] as const) {
    const [old, now] = [before.origin[key], after.origin[key]];
    if (old !== now) return `its ${key} is ${old ?? 'not known'}, not ${now ?? 'unknown'}`;
  }
  const later = new Set(after.posts.map((post) => post.id));
  return before.posts.some((post) => later.has(post.id)) ? null : 'the two have no post in common';
}
