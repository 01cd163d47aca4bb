import type { Trailer } from '../bodies/trailers.ts';
import type { PostId } from '../thread/schema.ts';
import type { Passage } from './quote.ts';

/** What a post says about a patch. */
export interface Review {
  readonly post: PostId;
  /** The post that proposes the patch; `null` where the thread does not hold it. */
  readonly patch: PostId | null;
  /** The patch's own author answers. */
  readonly byAuthor?: true;
  readonly comments: readonly ReviewComment[];
  /** What the post gives in its own words, such as `Reviewed-by: …`; offsets are into those words. */
  readonly trailers: readonly Trailer[];
}

/** A stretch of a post's own words that follows a quoted part of a patch. */
export interface ReviewComment {
  /**
   * What stands above it: the whole patch or nothing yet (`patch`), the commit's message, a file's header, a hunk to
   * its end, or lines of one.
   */
  readonly about: 'patch' | 'message' | 'file' | 'hunk' | 'line';
  /** The comment: UTF-16 offsets into the post's own words, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** The file after the change; before it, where the change removes it. */
  readonly file?: string;
  /** The header of the hunk, and what it says behind its numbers. */
  readonly hunk?: string;
  readonly context?: string;
  /** The quoted lines right above, of one hunk, since the comment before. */
  readonly first?: ReviewedLine;
  readonly last?: ReviewedLine;
  /** The numbers are counted from the header in the quote; the patch itself, which would tell, is not there. */
  readonly counted?: true;
  /** The place among the post's quotes of the one right above. */
  readonly quote?: number;
  /** The reviewed lines in the post that proposes them. */
  readonly passage?: Passage;
  /** The post whose comment on the same lines this one answers. */
  readonly answers?: PostId;
}

/** A line of a diff without its mark, and its numbers in the file before and after the change, from 1. */
export interface ReviewedLine {
  readonly kind: 'inserted' | 'deleted' | 'context';
  readonly text: string;
  readonly before?: number;
  readonly after?: number;
}
