import type { Heard, HeardQuote } from './heard.ts';
import { countShingles } from './near-shingles.ts';
import type { Orphan } from './orphans.ts';
import { probesOf } from './probes.ts';
import type { QuoteGraph } from './quote.ts';
import { statedAuthor, type ThreadReading } from './reading.ts';
import { Watched } from './watched.ts';
import { type Found, withWays } from './ways.ts';
import { shingles } from './words.ts';

/** A thread that has been read, as it is heard by `watchFor`; with its graph, who only hands words on is known too. */
export function heard({ thread, posts, byId }: ThreadReading, graph?: QuoteGraph): Heard {
  return {
    thread: thread.id,
    posts: posts.map((reading) => {
      const { post, normal } = reading;
      const quotedBy = graph?.quotedBy.get(post.id)?.map(({ passage, by, fidelity }): HeardQuote => {
        const quoting = byId.get(by.post);
        const author = quoting ? statedAuthor(quoting) : null;
        return { start: passage.start, end: passage.end, post: by.post, author, fidelity };
      });
      return {
        id: post.id,
        authorId: post.author,
        author: statedAuthor(reading),
        normal,
        ...(post.published === undefined ? {} : { published: post.published }),
        ...(quotedBy ? { quotedBy } : {}),
      };
    }),
  };
}

/**
 * Looks for the sources of orphans in other threads, one thread at a time in any order, so that the threads need
 * not be in memory together: the orphans' shingles are watched for in every post. The same text comes first, then
 * declared edits, then a text of which one word in ten differs, if it is the only one of all threads.
 */
export function watchFor(orphans: readonly Orphan[]): {
  /** Whether a thread that says these shingles, in any order, need be read: `false` where nothing can be found in it. */
  concerns(shingles: Uint32Array): boolean;
  /** Reads one thread, each once. */
  look(thread: Heard): void;
  /** What has been found so far, by the orphan's place; the earliest post that said it. */
  found(): ReadonlyMap<number, Found>;
} {
  const watched = orphans.map((orphan) => new Watched(orphan));
  const probes = probesOf(watched.map(({ sought }) => sought));
  return {
    concerns: (said) => probes.meet(said),
    look(thread) {
      for (const post of thread.posts) {
        const said = shingles(post.normal.text);
        const concerned = probes.quotesIn(said);
        if (concerned.length === 0) continue;
        const counts = countShingles(said);
        for (const number of concerned) watched[number]?.lookIn(post, thread, counts);
      }
    },
    found: () =>
      withWays(
        orphans,
        watched.map((one) => one.best()),
      ),
  };
}
