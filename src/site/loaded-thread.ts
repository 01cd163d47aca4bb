import { quoteGraph } from '../quotes/graph.ts';
import type { Quote, QuoteGraph } from '../quotes/quote.ts';
import { readThread, type ThreadReading } from '../quotes/reading.ts';
import { reviewsIn } from '../quotes/review.ts';
import type { Review } from '../quotes/review-comment.ts';
import type { EditedThread } from '../thread/overlay.ts';
import type { PostId } from '../thread/schema.ts';
import { type PlacedPost, pagesOf } from './paging.ts';

/** A thread that has been read: the dear part, shared by all that is made of it. */
export interface LoadedThread extends EditedThread {
  readonly reading: ThreadReading;
  readonly graph: QuoteGraph;
  readonly quotesOf: ReadonlyMap<PostId, readonly Quote[]>;
  readonly reviews: ReadonlyMap<PostId, Review>;
  /** The page of each post, from 1. */
  readonly pageOf: ReadonlyMap<PostId, number>;
  readonly pages: readonly (readonly PlacedPost[])[];
}

/** Reads a thread's bodies and traces its quotes. */
export function loadThread(edited: EditedThread, postsPerPage: number): LoadedThread {
  const reading = readThread(edited.thread);
  const pages = pagesOf(edited.thread.posts, postsPerPage);
  const pageOf = new Map(pages.flatMap((page, n) => page.map(({ post }) => [post.id, n + 1] as const)));
  const graph = quoteGraph(reading);
  const quotesOf = Map.groupBy(graph.quotes, ({ post }) => post);
  const reviews = reviewsIn(reading, graph.quotes);
  return { ...edited, reading, graph, quotesOf, reviews, pages, pageOf };
}
