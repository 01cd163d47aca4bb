import type { Blockquote } from 'mdast';
import type { DiffLine } from '../bodies/diff.ts';
import { trailersIn } from '../bodies/trailers.ts';
import type { PostId } from '../thread/schema.ts';
import { isCivility } from './civility.ts';
import { evidenceOf } from './evidence.ts';
import { type OwnStretch, ownStretches } from './own-stretches.ts';
import { linesTouched, type Patch, patchIn } from './patch-lines.ts';
import type { Passage, Quote } from './quote.ts';
import { quoteReader } from './quoted-lines.ts';
import type { PostReading, ThreadReading } from './reading.ts';
import type { Review, ReviewComment } from './review-comment.ts';
import { type Above, type ReviewedPlace, reviewedPlace } from './reviewed-place.ts';

/**
 * The reviews in a thread, by post: whoever quotes a patch and comments on it, or gives a trailer in answer to one.
 * A line's numbers are those that it has in the patch, where the thread holds it and the line is found there beyond
 * doubt; else they are counted from the header that the quote holds. Linear in the thread's text.
 */
export function reviewsIn(reading: ThreadReading, quotes: readonly Quote[]): ReadonlyMap<PostId, Review> {
  const patches = reading.posts.flatMap((post) => {
    const patch = patchIn(post);
    return patch ? [[post.post.id, patch] as const] : [];
  });
  const thread: Setting = {
    reading,
    quotesOf: Map.groupBy(quotes, ({ post }) => post),
    patches: new Map(patches),
    reviews: new Map(),
  };
  // An answer comes after what it answers, so that the place of a quoted comment is known.
  for (const { reading: post } of evidenceOf(reading).posts.toSorted(
    (one, other) => one.enters - other.enters,
  )) {
    const review = reviewIn(post, thread);
    if (review) thread.reviews.set(post.post.id, review);
  }
  return thread.reviews;
}

interface Setting {
  readonly reading: ThreadReading;
  readonly quotesOf: ReadonlyMap<PostId, readonly Quote[]>;
  readonly patches: ReadonlyMap<PostId, Patch>;
  /** Of the posts that come before in the tree of replies. */
  readonly reviews: Map<PostId, Review>;
}

function reviewIn(post: PostReading, thread: Setting): Review | null {
  const ancestors = patchedAncestors(post, thread);
  const comments = commentsIn(post, ancestors, thread);
  const isReview = comments.some(({ about }) => about !== 'patch');
  const isAnswer = ancestors.length > 0 && !thread.patches.has(post.post.id);
  const trailers = isReview || isAnswer ? trailersIn(post.own.text) : [];
  if (!isReview && trailers.length === 0) return null;
  const patch = mostNamed(comments) ?? ancestors[0] ?? null;
  const author = patch === null ? null : thread.reading.byId.get(patch)?.post.author;
  return {
    post: post.post.id,
    patch,
    ...(author && author === post.post.author && { byAuthor: true }),
    comments: isReview ? comments : [],
    trailers,
  };
}

/** How far up the ancestors a patch is looked for. */
const LONGEST_WAY = 64;

/** The ancestors that propose a patch, the nearest first. */
function patchedAncestors({ post }: PostReading, { reading, patches }: Setting): readonly PostId[] {
  const found: PostId[] = [];
  let above = post.parent;
  for (let steps = 0; above !== null && steps < LONGEST_WAY; steps += 1) {
    if (patches.has(above)) found.push(above);
    above = reading.byId.get(above)?.post.parent ?? null;
  }
  return found;
}

/** The patch that most of the comments are about. */
function mostNamed(comments: readonly ReviewComment[]): PostId | undefined {
  const named = comments.flatMap(({ passage }) => passage?.post ?? []);
  const counts = [...Map.groupBy(named, (id) => id)];
  return counts.toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0];
}

function commentsIn(
  post: PostReading,
  ancestors: readonly PostId[],
  thread: Setting,
): readonly ReviewComment[] {
  const read = aboveReader(post, thread);
  const stretches = ownStretches(post);
  const pointers = new Map<PostId, number>();
  const indices = new Map(post.quotes.map(({ node }, index) => [node, index]));
  return stretches.flatMap((stretch, n): ReviewComment[] => {
    const above = read(stretch);
    const lastQuote = above.blocks.at(-1)?.quote;
    const place = placeOf(
      above,
      {
        thread: thread.reading.thread.id,
        patches: thread.patches,
        candidates: candidatesFor(above, ancestors),
        pointers,
        isLast: n === stretches.length - 1,
        text: stretch.text,
      },
      thread,
    );
    if (!place || isCivility(stretch.text)) return [];
    const quote = lastQuote && indices.get(lastQuote);
    const { start, end } = stretch;
    return [{ ...place, start, end, ...(quote !== undefined && { quote }) }];
  });
}

interface PostAbove extends Above {
  /** The source of the last piece of a diff. */
  readonly source: PostId | undefined;
}

function candidatesFor({ source }: PostAbove, ancestors: readonly PostId[]): readonly PostId[] {
  return source === undefined ? ancestors : [source, ...ancestors.filter((post) => post !== source)];
}

/** Reads what stands above each stretch of one post, from its first to its last. */
function aboveReader(post: PostReading, thread: Setting): (stretch: OwnStretch) => PostAbove {
  const read = quoteReader();
  const quotes = thread.quotesOf.get(post.post.id) ?? [];
  const byNode = new Map<Blockquote | undefined, Quote>(
    quotes.map((quote) => [post.quotes[quote.index]?.node, quote]),
  );
  let run: readonly DiffLine[] = [];
  return ({ above }) => {
    const blocks = above.flatMap((quote) => read(quote));
    for (const { lines, joins } of blocks)
      if (lines) run = joins ? [...run.slice(-LONGEST_RUN), ...lines] : lines;
    const piece = blocks.findLast(({ lines }) => lines !== undefined);
    const last = blocks.at(-1);
    const words = last && !last.lines ? byNode.get(last.quote) : undefined;
    return {
      blocks,
      piece,
      run: piece ? run : [],
      words,
      proposal: words?.source ? proposalAt(words.source, thread) : undefined,
      isStrange: words?.source === null && last?.quote === piece?.quote,
      source: byNode.get(piece?.quote)?.source?.post,
    };
  };
}

/**
 * The patch that quoted words are part of or speak for. Those of a review that also holds a diff, its reviewer's
 * counter-proposal, speak for the review, but for the lines of the diff itself.
 */
function proposalAt(source: Passage, { patches, reviews }: Setting): Patch | undefined {
  const patch = patches.get(source.post);
  const isReview = (reviews.get(source.post)?.comments.length ?? 0) > 0;
  return patch && isReview && !linesTouched(patch, source) ? undefined : patch;
}

/** As many lines of a piece before as are ever compared. */
const LONGEST_RUN = 64;

function placeOf(
  above: PostAbove,
  setting: Parameters<typeof reviewedPlace>[1],
  thread: Setting,
): ReviewedPlace | null {
  if (above.blocks.length === 0) return { about: 'patch' };
  const place = reviewedPlace(above, setting);
  const source = above.words?.source;
  if (!source || above.proposal) return place;
  const answered = thread.reviews
    .get(source.post)
    ?.comments.find(({ start, end }) => start < source.end && source.start < end);
  if (place) return { ...place, answers: source.post };
  if (!answered) return null;
  const { start: _, end: __, quote: ___, ...same } = answered;
  return { ...same, answers: source.post };
}
