import { forgetIn } from '../../quotes/forget-in.ts';
import type { People } from '../../thread/people.ts';
import type { PostId, Thread } from '../../thread/schema.ts';
import { type ForgottenFile, hashesOfPost, hashOfPerson } from './forgotten-file.ts';

/** A thread of an export without what was forgotten, and how much that is. */
export interface WithoutForgotten {
  readonly thread: Thread;
  readonly posts: readonly PostId[];
}

/** Forgets again what an export brings back. */
export function withoutForgotten(thread: Thread, forgotten: ForgottenFile | null): WithoutForgotten {
  if (!forgotten) return { thread, posts: [] };
  const { salt } = forgotten;
  const known = new Set(forgotten.posts);
  const posts = thread.posts.filter((post) =>
    hashesOfPost(post, thread, salt).some((hash) => known.has(hash)),
  );
  const people: People = Object.fromEntries(
    Object.entries(thread.people).flatMap(([id, person], n) => {
      const pseudonym = forgotten.people[hashOfPerson(id, person, thread, salt)];
      if (pseudonym === undefined) return [];
      const handles = { [thread.origin.platform]: id };
      return [[`p${n}`, pseudonym === null ? { handles, withdrawn: true as const } : { handles, pseudonym }]];
    }),
  );
  if (posts.length === 0 && Object.keys(people).length === 0) return { thread, posts: [] };
  const ids = new Set(posts.map(({ id }) => id));
  const { thread: left, removed } = forgetIn(thread, { posts: ids, people, said: [] });
  return { thread: left, posts: removed.map(({ id }) => id) };
}
