import type { Person, PostId, ThreadId } from '../thread/schema.ts';
import { names } from './attribution.ts';
import type { Quote, QuoteGraph } from './quote.ts';
import { statedAuthor, type ThreadReading } from './reading.ts';

/** A quote that its own thread does not hold the source of. */
export interface Orphan {
  readonly thread: ThreadId;
  readonly text: string;
  /** Whom it names. */
  readonly name?: string;
  /** Whether the name means somebody who takes part in the quote's own thread. */
  readonly namesParticipant?: true;
  /** The post that it stands in. */
  readonly post?: PostId;
  /** Who quotes, as stated. */
  readonly author?: Person;
  /** When that post was published. */
  readonly published?: string;
  /** The posts with orphans of their own that this one's post answers, the nearest first. */
  readonly answers?: readonly PostId[];
}

/** A thread's orphans, each with the quote that it is, in the order of the graph. Linear in the thread's posts. */
export function orphansOf(
  reading: ThreadReading,
  { quotes }: QuoteGraph,
): readonly (Orphan & { readonly quote: Quote })[] {
  const without = quotes.filter(({ source }) => source === null);
  const holding = new Set(without.map(({ post }) => post));
  const answersOf = new Map([...holding].map((post) => [post, answered(post, holding, reading)]));
  const isParticipant = participants(reading);
  return without.map((quote) => {
    const quoting = reading.byId.get(quote.post);
    const name = quoting?.quotes[quote.index]?.node.data?.quote?.name;
    const author = quoting && statedAuthor(quoting);
    const answers = answersOf.get(quote.post) ?? [];
    return {
      quote,
      thread: reading.thread.id,
      text: quote.text,
      post: quote.post,
      ...(name ? { name } : {}),
      ...(name && isParticipant(name) ? { namesParticipant: true as const } : {}),
      ...(author ? { author } : {}),
      ...(quoting?.post.published ? { published: quoting.post.published } : {}),
      ...(answers.length > 0 ? { answers } : {}),
    };
  });
}

/** How far up the replies the way of a quote is followed. */
const LONGEST_WAY = 64;

function answered(post: PostId, holding: ReadonlySet<PostId>, { byId }: ThreadReading): readonly PostId[] {
  const found: PostId[] = [];
  let parent = byId.get(post)?.post.parent ?? null;
  for (let steps = 0; parent !== null && steps < LONGEST_WAY; steps += 1) {
    if (holding.has(parent)) found.push(parent);
    parent = byId.get(parent)?.post.parent ?? null;
  }
  return found;
}

function participants({ thread }: ThreadReading): (name: string) => boolean {
  const people = Object.values(thread.people);
  const known = new Map<string, boolean>();
  return (name) => {
    const means = known.get(name) ?? people.some((person) => names(name, person));
    known.set(name, means);
    return means;
  };
}
