import { redact } from '../thread/redact.ts';
import type { Post, PostId, Thread } from '../thread/schema.ts';
import { quoteGraph } from './graph.ts';
import { readThread, type ThreadReading } from './reading.ts';
import { sharedRuns } from './shared-runs.ts';

/** A thread in which nobody quotes certain posts any more. */
export interface Unquoted {
  readonly thread: Thread;
  /** Who quoted them, each with the words. */
  readonly quotes: readonly { readonly post: PostId; readonly words: string }[];
}

/** So many words in a row that stand in both texts are no coincidence. */
const LEAST_REPEATED = 8;
/** A pattern for more words at a time would cost more than it finds. */
const MOST_AT_ONCE = 24;

/**
 * The thread with a visible mark where other posts quote these ones: every quote that has its source there, and every
 * run of eight words or more that stands there too. In a post that quotes, and only there, quotes of fewer words go
 * as well. Texts that are said elsewhere may be given beside: runs of them go too.
 */
export function withoutQuotesOf(
  thread: Thread,
  gone: ReadonlySet<PostId>,
  further: readonly string[] = [],
): Unquoted {
  if (gone.size === 0 && further.length === 0) return { thread, quotes: [] };
  const reading = readThread(thread);
  const words = quotedWords(reading, gone, further);
  const posts = thread.posts.map((post) => {
    const quoted = words.get(post.id);
    return quoted ? without(post, quoted, thread) : post;
  });
  const quotes = [...words].flatMap(([post, all]) => all.map((one) => ({ post, words: one })));
  return { thread: { ...thread, posts }, quotes };
}

function quotedWords(
  reading: ThreadReading,
  gone: ReadonlySet<PostId>,
  further: readonly string[],
): ReadonlyMap<PostId, readonly string[]> {
  const found = new Map<PostId, string[]>();
  const add = (post: PostId, words: string) => {
    if (words.trim() !== '') found.set(post, [...(found.get(post) ?? []), words]);
  };
  for (const { post, source, text } of quoteGraph(reading).quotes)
    if (source && gone.has(source.post) && !gone.has(post)) add(post, text);
  const said = [
    ...further,
    ...reading.posts.filter(({ post }) => gone.has(post.id)).map(({ own }) => own.text),
  ];
  for (const { post, own, quotes } of reading.posts) {
    if (gone.has(post.id)) continue;
    for (const text of [own.text, ...quotes.map((quote) => quote.text)])
      for (const run of sharedRuns(text, said, LEAST_REPEATED)) add(post.id, run.text);
  }
  return found;
}

/** One post by itself: short quotes hold words that others may say. */
function without(post: Post, words: readonly string[], thread: Thread): Post {
  const pieces = words.flatMap(inPieces);
  const alone = { ...thread, title: '-', people: {}, posts: [{ ...post, author: null, parent: null }] };
  const { id: _, author: __, parent: ___, ...redacted } = redact(alone, pieces).posts[0] ?? post;
  return { ...post, ...redacted };
}

/** Pieces that a pattern can hold, none of them only a word or two that are left over. */
function inPieces(text: string): readonly string[] {
  const words = text.trim().split(/\s+/);
  const count = Math.ceil(words.length / MOST_AT_ONCE);
  const size = Math.ceil(words.length / count);
  return Array.from({ length: count }, (_, n) => words.slice(n * size, (n + 1) * size).join(' ')).filter(
    Boolean,
  );
}
