import { inTimeOrder, type KnownOfMissing } from '../../thread/forest.ts';
import { stableId } from '../../thread/ids.ts';
import type { Person, PersonId, Post, PostId, Thread } from '../../thread/schema.ts';
import { withoutEmoji } from '../assembly/custom-emoji.ts';
import { threadFrom } from '../assembly/draft.ts';
import { textForTitle, titleFromText } from '../assembly/title.ts';
import type { ImportOptions } from '../importer.ts';
import { webAddress } from '../reading/web-address.ts';
import type { KeyOf } from './discussions.ts';
import type { Entry } from './entries.ts';
import { type Known, personId, personOf } from './people.ts';
import { postOf } from './post.ts';
import type { QuotedPost } from './quoted.ts';
import { customEmoji } from './tags.ts';

/** What all threads of an export share. */
export interface Surroundings {
  readonly keyOf: KeyOf;
  /** The keys of posts of which nothing may be told. */
  readonly hidden: ReadonlySet<string>;
  readonly find: (address: string) => QuotedPost | undefined;
  readonly known: Known;
  readonly options: Pick<ImportOptions, 'warn' | 'consent'>;
}

/** The thread that the posts of one discussion make, of which there must be one at least. */
export function threadOf(entries: readonly Entry[], surroundings: Surroundings): Thread {
  const { find, options } = surroundings;
  const held = new Set(entries.map(({ key }) => key));
  const missing = new Map<PostId, KnownOfMissing>();
  const posts = entries.map((entry) => {
    const parent = parentOf(entry, held, surroundings);
    if (parent === undefined) return postOf(entry, null, find);
    const url = surroundings.hidden.has(parent) ? undefined : webAddress(parent);
    if (!held.has(parent)) missing.set(stableId(parent), { author: null, parent: null, ...(url && { url }) });
    return postOf(entry, stableId(parent), find);
  });
  const people = peopleOf(entries, surroundings.known);
  const first = firstOf(posts);
  const url = first?.url;
  const community = entries
    .flatMap(({ id, author, url }) => (id === first?.id ? (URL.parse(author ?? url ?? '')?.host ?? []) : []))
    .at(0);
  return threadFrom(
    {
      title: titleOf(entries, posts, people),
      origin: {
        platform: 'activitypub',
        ...(url && { url }),
        ...(community && { community }),
        importer: 'activitypub',
      },
      people,
      posts,
      missing,
    },
    options,
  );
}

/** The key of the post that this one answers: of several the first that the export holds, for a thread has room for one. */
function parentOf(
  { id, parents, found }: Entry,
  held: ReadonlySet<string>,
  { keyOf, options }: Surroundings,
): string | undefined {
  const keys = [...new Set(parents.map(keyOf))];
  const parent = keys.find((key) => held.has(key)) ?? keys[0];
  if (keys.length > 1)
    options.warn({
      post: id,
      file: found.file,
      code: 'several-parents',
      message: `The post answers ${keys.length} posts. It stands below one of them.`,
    });
  return parent;
}

function peopleOf(entries: readonly Entry[], known: Known): Readonly<Record<PersonId, Person>> {
  const people = new Map<PersonId, Person>();
  for (const { author, key } of entries)
    if (author !== undefined && !people.has(personId(author)))
      people.set(personId(author), personOf(author, key, known));
  return Object.fromEntries(people);
}

/** The first post that answers none of the others. */
function firstOf(posts: readonly Post[]): Post | undefined {
  const held = new Set(posts.map(({ id }) => id));
  const ordered = inTimeOrder(posts);
  return ordered.find(({ parent }) => parent === null || !held.has(parent)) ?? ordered[0];
}

/** The first post's name, else its first words, or where it has a content warning that: a title is read by all. */
function titleOf(
  entries: readonly Entry[],
  posts: readonly Post[],
  people: Readonly<Record<PersonId, Person>>,
): string {
  const first = firstOf(posts);
  const emoji = new Map(entries.map(({ id, object }) => [id, customEmoji(object?.tag ?? [])]));
  for (const post of [...(first ? [first] : []), ...inTimeOrder(posts)]) {
    const words = post.subject ?? titleFromText(withoutEmoji(textOf(post), emoji.get(post.id) ?? []));
    if (words) return words;
  }
  const author = first?.author ? people[first.author] : undefined;
  return author ? `Thread by ${author.handle}` : 'Thread';
}

function textOf({ warning, body }: Post): string {
  if (warning) return warning;
  if ('html' in body) return textForTitle(body.html);
  return 'plain' in body ? body.plain : body.markdown;
}
