import { type KnownOfMissing, mendReplies } from '../../thread/forest.ts';
import { hashedId, slug } from '../../thread/ids.ts';
import type { Origin, Person, PersonId, Post, PostId, Thread } from '../../thread/schema.ts';
import type { ImportOptions } from '../importer.ts';

/** What an importer has read of one thread. */
export interface Draft {
  /** On one line; see `title.ts` where the platform gives none. */
  readonly title: string;
  readonly origin: Origin;
  readonly people: Readonly<Record<PersonId, Person>>;
  /** In the export's order, with parents that may be missing, ids that may be double, cycles. */
  readonly posts: readonly Post[];
  /** What the export tells of posts that it does not hold. */
  readonly missing?: ReadonlyMap<PostId, KnownOfMissing>;
}

/** The draft as a thread: replies mended and told of, its id from its title, with the basis of consent if one was given. */
export function threadFrom(draft: Draft, { warn, consent }: Pick<ImportOptions, 'warn' | 'consent'>): Thread {
  const { posts, mendings } = mendReplies(draft.posts, draft.missing);
  mendings.forEach(warn);
  const title = draft.title || 'Thread';
  return {
    format: 1,
    id: slug(title),
    title,
    origin: { ...draft.origin, ...(consent === undefined ? {} : { consent }) },
    people: draft.people,
    posts,
  };
}

/**
 * Which threads of one export are handed over: those that the options select. Two threads may begin with the same
 * words: the later gets an id that its posts tell apart. Use one delivery for one export.
 */
export function delivery({ select }: ImportOptions): (thread: Thread) => Thread | null {
  const taken = new Set<string>();
  return (thread) => {
    const distinct = taken.has(thread.id) ? { ...thread, id: distinctId(thread) } : thread;
    taken.add(distinct.id);
    const { id, title, posts } = distinct;
    return (select?.({ id, title, posts: posts.length }) ?? true) ? distinct : null;
  };
}

function distinctId({ id, posts }: Thread): string {
  return `${id}-${hashedId(posts.map((post) => post.id).join(' '))}`;
}
