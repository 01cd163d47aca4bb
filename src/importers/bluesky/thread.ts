import { replyForest } from '../../thread/forest.ts';
import type { Person, PersonId, Post, Thread } from '../../thread/schema.ts';
import { threadFrom } from '../assembly/draft.ts';
import { textForTitle, titleFromText } from '../assembly/title.ts';
import type { ImportOptions } from '../importer.ts';
import { personIdOf } from './at-uri.ts';
import { personOf } from './person.ts';
import { postOf } from './post.ts';
import type { Closed, ReadPost } from './posts.ts';

/** The thread that the posts of a conversation make; `null` where none of them may be shown. */
export function threadOf(
  conversation: readonly ReadPost[],
  closed: Closed,
  options: Pick<ImportOptions, 'warn' | 'consent'>,
): Thread | null {
  const read = conversation.filter(({ kept }) => kept !== 'members');
  if (!read.some(({ kept }) => kept === undefined)) return null;
  const posts = read.map((post) => postOf(post, closed, options.warn));
  const people = peopleOf(read, posts);
  const first = replyForest(posts)[0]?.post;
  const url = first?.url;
  const origin = { platform: 'bluesky', ...(url && { url }), importer: 'bluesky' };
  return threadFrom({ title: titleOf(first, people), origin, people, posts }, options);
}

/** A profile that comes with any of a person's posts is better than none. */
function peopleOf(read: readonly ReadPost[], posts: readonly Post[]): Readonly<Record<PersonId, Person>> {
  const authors = new Set(posts.map(({ author }) => author));
  const people = new Map<PersonId, Person>();
  const profiles = new Map(
    read.flatMap(({ view }) => (view.author ? [[view.author.did, view.author] as const] : [])),
  );
  for (const did of new Set(read.flatMap((post) => post.did ?? [])))
    if (authors.has(personIdOf(did))) people.set(personIdOf(did), personOf(did, profiles.get(did)));
  return Object.fromEntries(people);
}

/** From the first words of the thread's beginning, unless a warning stands before them. */
function titleOf(first: Post | undefined, people: Readonly<Record<PersonId, Person>>): string {
  const begins = first?.parent === null && first.state === undefined;
  if (begins && first.warning === undefined && 'html' in first.body) {
    const title = titleFromText(textForTitle(first.body.html));
    if (title) return title;
  }
  const author = first?.author ? people[first.author] : undefined;
  if (begins && author) return `Thread by ${author.handle}`;
  const [someone, ...others] = Object.values(people);
  if (!someone) return 'Thread';
  return `Replies by ${someone.handle}${others.length > 0 ? ' and others' : ''}`;
}
