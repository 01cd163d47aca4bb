import type { Root } from 'mdast';
import { parseBody } from '../bodies/index.ts';
import { bodyText, type Projection, type QuoteInBody, quotesIn } from '../bodies/text.ts';
import type { Inference, Person, Post, PostId, Thread } from '../thread/schema.ts';
import { markQuotesByText } from './by-text.ts';
import { evidenceOf } from './evidence.ts';
import { type Normal, normalForm } from './normal.ts';
import type { Quote } from './quote.ts';

/** A post whose body has been read. */
export interface PostReading {
  readonly post: Post;
  readonly author: Person | null;
  readonly root: Root;
  /** The post's own words, quotes left out. */
  readonly own: Projection;
  /** The own words in normal form. */
  readonly normal: Normal;
  readonly quotes: readonly QuoteInBody[];
}

/** A thread whose bodies have been read, in the thread's order. */
export interface ThreadReading {
  readonly thread: Thread;
  readonly posts: readonly PostReading[];
  readonly byId: ReadonlyMap<PostId, PostReading>;
}

/**
 * What is not stated but concluded of a post: what the import says, and that words are a quote that no convention marks
 * as one, a paragraph or, among those `traced`, words within a sentence.
 */
export function inferencesOf(
  { post, quotes }: PostReading,
  traced: readonly Pick<Quote, 'inline'>[],
): readonly Inference[] {
  const byText = quotes.some(({ node }) => node.data?.quote?.byText) || traced.some(({ inline }) => inline);
  return [...new Set([...(post.inferred ?? []), ...(byText ? (['quote'] as const) : [])])];
}

/**
 * Reads every body of a thread: the dear step, to be done once. Paragraphs that only repeat an earlier post are read as
 * quotes of it.
 */
export function readThread(thread: Thread): ThreadReading {
  const posts = thread.posts.map((post): PostReading => {
    const author = (post.author !== null && thread.people[post.author]) || null;
    return readRoot(post, author, parseBody(post.body));
  });
  const asWritten = withIds(thread, posts);
  const evidence = evidenceOf(asWritten);
  const read = evidence.posts.map((post) => {
    const root = markQuotesByText(post, evidence);
    return root === post.reading.root ? post.reading : readRoot(post.reading.post, post.reading.author, root);
  });
  return read.every((reading, n) => reading === posts[n]) ? asWritten : withIds(thread, read);
}

function readRoot(post: Post, author: Person | null, root: Root): PostReading {
  const own = bodyText(root);
  return { post, author, root, own, normal: normalForm(own.text), quotes: quotesIn(root) };
}

function withIds(thread: Thread, posts: readonly PostReading[]): ThreadReading {
  return { thread, posts, byId: new Map(posts.map((reading) => [reading.post.id, reading])) };
}

/** The author whom the export or the editor names; `null` where none is known, or one is only inferred. */
export function statedAuthor({ post, author }: Pick<PostReading, 'post' | 'author'>): Person | null {
  return post.inferred?.includes('author') ? null : author;
}
