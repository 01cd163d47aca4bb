import type { Person, PersonId, PostId, ThreadId } from '../thread/schema.ts';
import { names } from './attribution.ts';
import { type Location, locateDeclared, locateExact } from './locate.ts';
import { originalRange } from './normal.ts';
import type { Fidelity, Source } from './quote.ts';
import type { Normal } from './normal.ts';
import { statedAuthor, type ThreadReading } from './reading.ts';
import { longestPiece, type Sought, seek } from './sought.ts';
import { shingles } from './words.ts';

/** A quote that its own thread does not hold the source of. */
export interface Orphan {
  readonly thread: ThreadId;
  readonly text: string;
  readonly name?: string;
  /** When the post that it stands in was published. */
  readonly published?: string;
}

/** A thread as far as it matters here: who said what when. */
export interface Heard {
  readonly thread: ThreadId;
  readonly posts: readonly HeardPost[];
}

export interface HeardPost {
  readonly id: PostId;
  readonly authorId: PersonId | null;
  /** For its name; `null` where the author is not known or only inferred. */
  readonly author: Person | null;
  readonly published?: string;
  /** The post's own words. */
  readonly normal: Normal;
}

/** A thread that has been read, as it is heard here. */
export function heard({ thread, posts }: ThreadReading): Heard {
  return {
    thread: thread.id,
    posts: posts.map(({ post, author, normal }) => ({
      id: post.id,
      authorId: post.author,
      author: statedAuthor({ post, author }),
      normal,
      ...(post.published === undefined ? {} : { published: post.published }),
    })),
  };
}

/** What an orphan came from, in another thread. */
export interface Found {
  readonly source: Source;
  readonly fidelity: Extract<Fidelity, 'verbatim' | 'abridged'>;
}

/** Shorter quotes are found in other threads by chance. */
const LEAST_WORDS = 5;
const LEAST_CHARACTERS = 24;
/** Words that two people may well choose alike. */
const MOST_WORDS_BY_CHANCE = 8;
/** How many shingles of an orphan are watched for. */
const PROBES = 6;

/**
 * Looks for the sources of orphans in other threads, one thread at a time in any order, so that the threads need
 * not be in memory together: the orphans' shingles are watched for in every post. Only the same text counts, or the
 * same but for declared edits.
 */
export function watchFor(orphans: readonly Orphan[]): {
  /** Whether a thread that says these shingles, in any order, need be read: `false` where nothing can be found in it. */
  concerns(shingles: Uint32Array): boolean;
  /** Reads one thread. */
  look(thread: Heard): void;
  /** What has been found so far, by the orphan's place; the earliest post that said it. */
  found(): ReadonlyMap<number, Found>;
} {
  const watched = orphans.map((orphan) => ({ orphan, sought: seek(orphan.text) }));
  const probes = probesOf(watched.map(({ sought }) => sought));
  const maybe = sieveOf(probes);
  const hits = watched.map((): Hit[] => []);
  return {
    concerns: (said) => said.some((hash) => maybe[hash % SIEVE] === 1 && probes.has(hash)),
    look({ thread, posts }) {
      if (probes.size === 0) return;
      for (const post of posts) {
        for (const number of heardIn(post, probes)) {
          const { orphan, sought } = watched[number] ?? {};
          if (!orphan || !sought || orphan.thread === thread) continue;
          const hit = hitOf(thread, post, orphan, sought);
          if (hit) hits[number]?.push(hit);
        }
      }
    },
    found: () =>
      new Map(
        hits.flatMap((candidates, number) => {
          const { orphan, sought } = watched[number] ?? {};
          const best = orphan && sought && choose(candidates, orphan, sought);
          return best ? [[number, { source: best.source, fidelity: best.fidelity }] as const] : [];
        }),
      ),
  };
}

interface Hit extends Found {
  readonly post: Omit<HeardPost, 'normal'>;
}

function probesOf(sought: readonly Sought[]): ReadonlyMap<number, readonly number[]> {
  const probes = new Map<number, number[]>();
  for (const [number, quote] of sought.entries()) {
    const { text, words } = longestPiece({ pieces: quote.pieces, normal: quote.normal, words: quote.words });
    if (words < LEAST_WORDS || text.length < LEAST_CHARACTERS) continue;
    const hashes = shingles(text);
    const step = Math.max(1, Math.floor(hashes.length / PROBES));
    for (let n = 0; n < hashes.length; n += step) {
      const hash = hashes[n] ?? 0;
      const known = probes.get(hash);
      if (known) known.push(number);
      else probes.set(hash, [number]);
    }
  }
  return probes;
}

/** The size of a table that tells at once that most shingles are not watched for. */
const SIEVE = 2 ** 20;

function sieveOf(probes: ReadonlyMap<number, unknown>): Uint8Array {
  const sieve = new Uint8Array(SIEVE);
  for (const hash of probes.keys()) sieve[hash % SIEVE] = 1;
  return sieve;
}

function heardIn({ normal }: HeardPost, probes: ReadonlyMap<number, readonly number[]>): ReadonlySet<number> {
  const heard = new Set<number>();
  for (const hash of shingles(normal.text)) for (const number of probes.get(hash) ?? []) heard.add(number);
  return heard;
}

function hitOf(thread: ThreadId, post: HeardPost, orphan: Orphan, sought: Sought): Hit | null {
  const { id, normal, published } = post;
  if (published !== undefined && orphan.published !== undefined && published > orphan.published) return null;
  const location: Location | null = locateExact(normal.text, sought) ?? locateDeclared(normal.text, sought);
  if (!location || location.fidelity === 'altered') return null;
  const [start, end] = originalRange(normal, location.start, location.end);
  const { author, authorId } = post;
  return {
    post: { id, author, authorId, ...(published === undefined ? {} : { published }) },
    source: { thread, post: id, start, end },
    fidelity: location.fidelity,
  };
}

function choose(hits: readonly Hit[], { name }: Orphan, sought: Sought): Hit | undefined {
  const exact = hits.filter((hit) => hit.fidelity === 'verbatim');
  const best = exact.length > 0 ? exact : hits;
  const named = best.filter(({ post }) => name !== undefined && post.author && names(name, post.author));
  const candidates = [...(named.length > 0 ? named : best)].sort(order);
  const [first] = candidates;
  const byChance = longestPiece(sought).words < MOST_WORDS_BY_CHANCE;
  const authors = new Set(candidates.map(({ post }) => post.authorId ?? post.id));
  return byChance && authors.size > 1 ? undefined : first;
}

/** By date, the undated last; then by address, so that the order of reading does not matter. */
function order(one: Hit, other: Hit): number {
  const key = ({ post, source }: Hit) => `${post.published ?? '~'} ${source.thread} ${source.post}`;
  return key(one) < key(other) ? -1 : 1;
}
