import type { KeyOf } from './discussions.ts';
import type { Entries } from './entries.ts';
import type { QuotedPost } from './quoted.ts';

/** What the export tells of a post that another one quotes, by any of its addresses; `undefined` where it is not there. */
export function quotable(
  { shown, hidden }: Pick<Entries, 'shown' | 'hidden'>,
  keyOf: KeyOf,
): (address: string) => QuotedPost | undefined {
  const posts = new Map<string, QuotedPost>();
  for (const { key, author, url, state, object } of shown)
    posts.set(key, {
      id: key,
      author,
      state: state ? 'deleted' : 'shown',
      url,
      policy: object?.interactionPolicy,
    });
  for (const { key } of hidden)
    posts.set(key, { id: key, author: undefined, state: 'hidden', url: undefined, policy: undefined });
  return (address) => posts.get(keyOf(address));
}
