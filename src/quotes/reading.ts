import type { Root } from 'mdast';
import { parseBody } from '../bodies/index.ts';
import { bodyText, type Projection, type QuoteInBody, quotesIn } from '../bodies/text.ts';
import type { Person, Post, PostId, Thread } from '../thread/schema.ts';
import { type Normal, normalForm } from './normal.ts';

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

/** Reads every body of a thread: the dear step, to be done once. */
export function readThread(thread: Thread): ThreadReading {
  const posts = thread.posts.map((post): PostReading => {
    const root = parseBody(post.body);
    const own = bodyText(root);
    const author = (post.author !== null && thread.people[post.author]) || null;
    return { post, author, root, own, normal: normalForm(own.text), quotes: quotesIn(root) };
  });
  return { thread, posts, byId: new Map(posts.map((reading) => [reading.post.id, reading])) };
}
