import type { Quote } from '../quotes/quote.ts';
import { reviewsIn } from '../quotes/review.ts';
import type { Review } from '../quotes/review-comment.ts';
import { inferencesOf, type PostReading, type ThreadReading } from '../quotes/reading.ts';

/** A thread as `inspect --json` prints it. Programs rely on these keys. */
export function inspectionJson(reading: ThreadReading, quotes: readonly Quote[]): object {
  const { thread, posts } = reading;
  const byPost = Map.groupBy(quotes, ({ post }) => post);
  const reviews = reviewsIn(reading, quotes);
  const { id, title, origin, people } = thread;
  return {
    id,
    title,
    origin: { platform: origin.platform, ...given('url', origin.url) },
    people: Object.fromEntries(
      Object.entries(people).map(([key, { handle, name }]) => [key, { handle, ...given('name', name) }]),
    ),
    posts: posts.map((read) => ({
      ...postJson(read, byPost.get(read.post.id) ?? []),
      ...given('review', reviewJson(reviews.get(read.post.id))),
    })),
  };
}

function postJson(reading: PostReading, quotes: readonly Quote[]): object {
  const { post, own } = reading;
  const inferred = inferencesOf(reading, quotes);
  return {
    id: post.id,
    author: post.author,
    parent: post.parent,
    ...given('published', post.published),
    ...given('url', post.url),
    ...given('state', post.state),
    ...given('inferred', inferred.length > 0 ? inferred : undefined),
    text: own.text,
    quotes: quotes.map(quoteJson),
  };
}

function quoteJson({ text, depth, attribution, fidelity, source, inline }: Quote): object {
  return { text, depth, ...given('attribution', attribution), fidelity, source, ...given('inline', inline) };
}

function reviewJson(review: Review | undefined): object | undefined {
  if (!review) return undefined;
  const { patch, comments, trailers } = review;
  return { patch, comments, trailers: trailers.map(({ name, value }) => ({ name, value })) };
}

function given(key: string, value: unknown): object {
  return value === undefined ? {} : { [key]: value };
}
