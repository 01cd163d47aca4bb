import type { Evidence, EvidencePost } from '../quotes/evidence.ts';
import type { Embed } from './read-digest.ts';

/** The posts that `::post` or `::thread` puts on a digest's page, in the order in which they stand there. */
export function embeddedPosts(
  { post, depth }: Pick<Embed, 'post' | 'depth'>,
  evidence: Evidence,
): readonly EvidencePost[] {
  const replies = depth > 0 ? repliesTo(post, evidence) : [];
  return [post, ...replies.flatMap((reply) => embeddedPosts({ post: reply, depth: depth - 1 }, evidence))];
}

const repliesByParent = new WeakMap<Evidence, ReadonlyMap<number, readonly EvidencePost[]>>();

/** The posts that answer this one, in the order of the export. */
export function repliesTo(post: EvidencePost, evidence: Evidence): readonly EvidencePost[] {
  const replies = repliesByParent.get(evidence) ?? Map.groupBy(evidence.posts, ({ parent }) => parent);
  repliesByParent.set(evidence, replies);
  return replies.get(post.number) ?? [];
}
