import type { ReadPost } from './posts.ts';

/**
 * The posts of an export by conversation, in the export's order: those that answer each other, and those that name the
 * same beginning where what is between them is not there. Takes chains and circles of any length.
 */
export function conversationsOf(posts: readonly ReadPost[]): readonly (readonly ReadPost[])[] {
  const byUri = new Map(posts.map((post) => [post.uri, post]));
  const beginnings = new Map<string, string>();
  for (const post of posts) {
    const walked = new Set<string>();
    let at = post;
    for (let above = parentOf(at, byUri); above && !walked.has(at.uri) && !beginnings.has(at.uri);) {
      walked.add(at.uri);
      at = above;
      above = parentOf(at, byUri);
    }
    const beginning = beginnings.get(at.uri) ?? at.root;
    for (const uri of walked) beginnings.set(uri, beginning);
    beginnings.set(at.uri, beginning);
  }
  return [...Map.groupBy(posts, ({ uri }) => beginnings.get(uri) ?? uri).values()];
}

function parentOf({ parent }: ReadPost, byUri: ReadonlyMap<string, ReadPost>): ReadPost | undefined {
  return parent === undefined ? undefined : byUri.get(parent);
}
