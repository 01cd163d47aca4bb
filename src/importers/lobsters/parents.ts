import type { Comment } from './story.ts';

/** What a comment answers. */
export interface Parent {
  /** The short id of a comment; `null`: the story. */
  readonly shortId: string | null;
  /** The comments do not say so: their depths leave a gap. */
  readonly inferred: boolean;
}

/**
 * What each comment answers, in the order of the comments. Where they do not name their parent they stand in the order
 * of the page, each branch together, and their depth tells: the parent is the last one before that is one level up.
 */
export function parentsOf(comments: readonly Comment[]): readonly Parent[] {
  const branch: { readonly shortId: string; readonly depth: number }[] = [];
  return comments.map((one): Parent => {
    const depth = one.depth ?? (one.indent_level ?? 1) - 1;
    while ((branch.at(-1)?.depth ?? -1) >= depth) branch.pop();
    const above = branch.at(-1);
    branch.push({ shortId: one.short_id, depth });
    if (one.parent_comment !== undefined) return { shortId: one.parent_comment, inferred: false };
    return { shortId: above?.shortId ?? null, inferred: (above?.depth ?? -1) < depth - 1 };
  });
}
