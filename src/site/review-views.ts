import type { QuotedPassage, ReviewedHeading } from '../markdown/render.ts';
import type { Review, ReviewComment } from '../quotes/review-comment.ts';
import type { PostId } from '../thread/schema.ts';
import type { CommentView, ReviewView } from './views.ts';
import type { Words } from './words/index.ts';

export interface ReviewSetting {
  readonly words: Words;
  readonly hrefOf: (post: PostId) => string;
  /** `null` where the name is not known. */
  readonly nameOf: (post: PostId) => string | null;
}

/** What stands at the head of a post that reviews a patch. */
export function reviewView(review: Review, { words, hrefOf, nameOf }: ReviewSetting): ReviewView {
  const { post, patch, byAuthor, comments, trailers } = review;
  const author = patch === null ? null : nameOf(patch);
  const files = new Set(comments.flatMap(({ file }) => file ?? [])).size;
  const given = [...new Set(trailers.map(({ name }) => name))];
  return {
    label: byAuthor ? words.review.answer : words.review.of(author),
    ...(patch !== null && { href: hrefOf(patch) }),
    facts: [
      ...(comments.length > 0 ? [words.review.comments(comments.length, files)] : []),
      ...(given.length > 0 ? [words.review.gives(given)] : []),
    ],
    comments: comments.map((comment, n) => ({
      label: placeInWords(comment, words),
      href: `#${commentId(post, n)}`,
    })),
  };
}

/** What stands above each comment of a post, in its order. */
export function reviewedHeadings(
  { post, comments }: Review,
  { words, hrefOf }: ReviewSetting,
): readonly ReviewedHeading[] {
  return comments.map((comment, n) => ({
    id: commentId(post, n),
    text: placeInWords(comment, words),
    ...hrefOfLines(comment, hrefOf),
    ...(comment.context && comment.about !== 'file' && { context: comment.context }),
  }));
}

function hrefOfLines(
  { passage }: ReviewComment,
  hrefOf: ReviewSetting['hrefOf'],
): { readonly href?: string } {
  return passage ? { href: `${hrefOf(passage.post)}--${passage.start}-${passage.end}` } : {};
}

/** The comments on the patch in each post, in the order of its lines. */
export function commentsOnPatches(
  reviews: ReadonlyMap<PostId, Review>,
): ReadonlyMap<PostId, readonly OnPatch[]> {
  const all = [...reviews.values()].flatMap(({ post, comments }) =>
    comments.flatMap((comment, number): OnPatch[] => (comment.passage ? [{ post, comment, number }] : [])),
  );
  const byPatch = Map.groupBy(all, ({ comment }) => comment.passage?.post ?? '');
  return new Map(
    [...byPatch].map(([id, comments]) => [id, comments.toSorted((one, other) => endOf(one) - endOf(other))]),
  );
}

/** A comment, the post that it stands in, and its place among the comments there. */
export interface OnPatch {
  readonly post: PostId;
  readonly comment: ReviewComment;
  readonly number: number;
}

function endOf({ comment }: OnPatch): number {
  return comment.passage?.end ?? 0;
}

/** The comments on a patch as a list: who says something, and where. */
export function commentViews(comments: readonly OnPatch[], setting: ReviewSetting): readonly CommentView[] {
  const { words, nameOf } = setting;
  return comments.map((on) => ({
    label: words.review.by(nameOf(on.post) ?? words.post.authorUnknown, placeInWords(on.comment, words)),
    href: hrefOfComment(on, setting),
  }));
}

function hrefOfComment({ post, number }: OnPatch, { hrefOf }: ReviewSetting): string {
  return `${hrefOf(post)}${commentAnchor(number)}`;
}

/** The lines of a patch that comments are about, each leading to its comment, or to their list. */
export function commentedLines(
  id: PostId,
  comments: readonly OnPatch[],
  setting: ReviewSetting,
): readonly (QuotedPassage & { readonly start: number; readonly end: number })[] {
  const byEnd = Map.groupBy(comments, endOf);
  return [...byEnd.values()].flatMap((ending) => {
    const [first, ...more] = ending;
    if (!first) return [];
    const href = more.length > 0 ? `#${id}-comments` : hrefOfComment(first, setting);
    const label = setting.words.review.onLines(ending.length);
    const starts = [...new Set(ending.flatMap(({ comment }) => comment.passage?.start ?? []))];
    return starts.map((start, n) => ({
      start,
      end: endOf(first),
      id: `${id}--${start}-${endOf(first)}`,
      count: 0,
      href,
      ...(n === 0 && { comments: { href, label } }),
    }));
  });
}

function commentId(post: PostId, number: number): string {
  return `${post}${commentAnchor(number)}`;
}

function commentAnchor(number: number): string {
  return `-comment-${number + 1}`;
}

function placeInWords({ about, file, first, last, counted }: ReviewComment, { review }: Words): string {
  if (about === 'patch') return review.onPatch;
  if (about === 'message') return review.onMessage;
  if (file === undefined) return review.onDiff;
  const number = last?.after ?? last?.before;
  if (number === undefined) return review.onFile(file);
  const from = last?.after === undefined ? first?.before : first?.after;
  const isOld = last?.after === undefined;
  const place =
    about === 'hunk' && from !== undefined && from < number
      ? review.onRange(file, from, number)
      : isOld
        ? review.onOldLine(file, number)
        : review.onLine(file, number);
  return counted ? review.counted(place) : place;
}
