import { applyPeople, withdrawnPosts, withoutPosts } from '../thread/apply-people.ts';
import type { People } from '../thread/people.ts';
import type { Post, PostId, Thread } from '../thread/schema.ts';
import { type Unquoted, withoutQuotesOf } from './without-quotes.ts';

/** What is to be forgotten in a thread. */
export interface ToForget {
  readonly posts: ReadonlySet<PostId>;
  /** Those who withdrew or get a pseudonym. */
  readonly people: People;
  /** What was said in other threads and is to be forgotten here too. */
  readonly said: readonly string[];
}

/** A thread to be stored, in which nothing is left of what was forgotten but gaps and marks. */
export interface Forgotten extends Unquoted {
  /** The posts of which gaps are left, as they were. */
  readonly removed: readonly Post[];
}

/** Forgets posts and people, and what others quote of their words. */
export function forgetIn(thread: Thread, { posts, people, said }: ToForget): Forgotten {
  const gone = new Set([...posts, ...withdrawnPosts(thread, people)]);
  const { thread: unquoted, quotes } = withoutQuotesOf(thread, gone, said);
  const { thread: peopled } = applyPeople(unquoted, people);
  const left = withoutPosts(peopled, gone);
  const speaking = new Set(left.posts.map(({ author }) => author));
  const silenced = new Set(
    unquoted.posts.flatMap(({ id, author }) => (gone.has(id) && author !== null ? [author] : [])),
  );
  const named = Object.entries(left.people).filter(([id]) => !silenced.has(id) || speaking.has(id));
  return {
    thread: {
      ...left,
      people: Object.fromEntries(named.map(([id, { known: _, consent: __, ...person }]) => [id, person])),
    },
    quotes,
    removed: thread.posts.filter(({ id }) => gone.has(id)),
  };
}
