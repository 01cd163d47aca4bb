import { QuotidianError } from './error.ts';
import { hashedId } from './ids.ts';
import { consentText, fitsPerson, handlesOf, type KnownPerson, type People } from './people.ts';
import { type Disguise, disguiseOf } from './pseudonym.ts';
import { mapThread, REDACTED } from './redact.ts';
import type { Person, PersonId, Post, PostId, Thread } from './schema.ts';

/** A thread in which people are named as the editor knows them. */
export interface PeopledThread {
  readonly thread: Thread;
  /** Of the posts of those who withdrew their words: what remains of them are gaps. */
  readonly withdrawn: ReadonlySet<PostId>;
  /** Texts beside the thread, such as notes, with pseudonyms in the place of names. */
  readonly disguised: (text: string) => string;
  /** Places where something that looks like the name of a person with a pseudonym still stands. */
  readonly leftovers: readonly Leftover[];
}

/** Something that looks like a name, and the key of the person whose it may be. */
export interface Leftover {
  readonly key: string;
  readonly words: string;
  /** `posts.m3.body.plain` */
  readonly place: string;
}

/**
 * Joins the handles of a person to one, sets names, puts pseudonyms in the place of names in every text and address,
 * and makes gaps of the posts of those who withdrew. Throws where a handle fits more than one person of the thread, or
 * two entries fit the same one.
 */
export function applyPeople(stored: Thread, people: People): PeopledThread {
  const thread = {
    ...stored,
    people: mapValues(stored.people, ({ known: _, consent: __, ...person }) => person),
  };
  const found = peopleIn(thread, people);
  const disguises = disguisesIn(thread, people, found);
  const disguised = (text: string) => disguises.reduce((kept, { disguise }) => disguise.text(kept), text);
  const withdrawn = postsOfWithdrawn(thread, found);
  const replaced =
    disguises.length === 0
      ? thread
      : disguise(
          thread,
          disguises.map((one) => one.disguise),
        );
  const renamed = rename(withoutPosts(replaced, withdrawn), found);
  return { thread: renamed, withdrawn, disguised, leftovers: leftoversIn(renamed, disguises) };
}

/** The posts of those who withdrew their words. */
export function withdrawnPosts(thread: Thread, people: People): ReadonlySet<PostId> {
  return postsOfWithdrawn(thread, peopleIn(thread, people));
}

/** The entries that name somebody of the thread, each with the ids there. */
export function peopleIn(thread: Thread, people: People): readonly FoundPerson[] {
  const owner = new Map<PersonId, string>();
  return Object.entries(people).flatMap(([key, entry]): FoundPerson[] => {
    const ids = handlesOf(entry).flatMap((handle) => {
      const fitting = Object.entries(thread.people).filter(([id, person]) =>
        fitsPerson(handle, id, person, thread),
      );
      if (fitting.length > 1)
        throw ambiguous(
          key,
          handle,
          fitting.map(([id]) => id),
          thread.id,
        );
      return fitting.map(([id]) => id);
    });
    for (const id of ids) {
      const other = owner.get(id) ?? key;
      if (other !== key) throw sharedPerson(key, other, id, thread.id);
      owner.set(id, key);
    }
    return ids.length === 0 ? [] : [{ key, entry, ids: [...new Set(ids)] }];
  });
}

interface FoundPerson {
  readonly key: string;
  readonly entry: KnownPerson;
  readonly ids: readonly PersonId[];
}

function ambiguous(
  key: string,
  [platform, handle]: readonly [string, string],
  ids: readonly string[],
  thread: string,
) {
  return new QuotidianError(
    `In the thread “${thread}” the handle “${handle}” (${platform}) of “${key}” fits ${ids.length} people.`,
    {
      code: 'ambiguous-person',
      place: { file: key },
      hint: `Write the person’s id in its place; there are: ${ids.slice(0, 8).join(', ')}.`,
    },
  );
}

function sharedPerson(key: string, other: string, id: string, thread: string) {
  return new QuotidianError(`In the thread “${thread}” both “${other}” and “${key}” mean the person ${id}.`, {
    code: 'shared-person',
    place: { file: key },
    hint: 'Put the handles of one person into one entry.',
  });
}

interface KeyedDisguise {
  readonly key: string;
  readonly disguise: Disguise;
}

/**
 * Whoever has a pseudonym has it wherever they are named, in threads in which they say nothing too; whoever withdrew
 * is not named at all.
 */
function disguisesIn(thread: Thread, known: People, found: readonly FoundPerson[]): readonly KeyedDisguise[] {
  const hosts = [thread.origin.url, ...Object.values(thread.people).map(({ url }) => url)].flatMap((url) =>
    url !== undefined && URL.canParse(url) ? [new URL(url).host.replace(/^www\./, '').toLowerCase()] : [],
  );
  return Object.entries(known).flatMap(([key, entry]) => {
    const pseudonym = entry.pseudonym ?? (entry.withdrawn === undefined ? undefined : REDACTED);
    if (pseudonym === undefined) return [];
    const ids = found.find((one) => one.key === key)?.ids ?? [];
    const people = ids.flatMap((id) => {
      const person = thread.people[id];
      return person ? [[id, person] as const] : [];
    });
    const own = thread.posts.filter(({ author }) => author !== null && ids.includes(author));
    const addresses = own.flatMap(({ url }) => url ?? []);
    return [
      { key, disguise: disguiseOf({ entry, pseudonym, people, addresses, hosts: [...new Set(hosts)] }) },
    ];
  });
}

function disguise(thread: Thread, disguises: readonly Disguise[]): Thread {
  return mapThread(thread, (text, isAddress) => {
    if (isAddress) return disguises.some(({ leadsToThem }) => leadsToThem(text)) ? null : text;
    return disguises.reduce((kept, one) => one.text(kept), text);
  });
}

function postsOfWithdrawn(thread: Thread, found: readonly FoundPerson[]): ReadonlySet<PostId> {
  const ids = new Set(found.flatMap(({ entry, ids: own }) => (entry.withdrawn === undefined ? [] : own)));
  return new Set(thread.posts.flatMap(({ id, author }) => (author !== null && ids.has(author) ? [id] : [])));
}

/** The gap that is left of a post: its place among the others, and nothing of who wrote what when. */
export function tombstone({ id, parent }: Pick<Post, 'id' | 'parent'>): Post {
  return { id, author: null, parent, state: 'deleted', body: { plain: '' } };
}

/** The thread with gaps in the place of these posts; nothing leads to what they were. */
export function withoutPosts(thread: Thread, withdrawn: ReadonlySet<PostId>): Thread {
  if (withdrawn.size === 0) return thread;
  const gone = new Set(thread.posts.flatMap(({ id, url }) => (withdrawn.has(id) && url ? [url] : [])));
  const { url, ...origin } = thread.origin;
  return {
    ...thread,
    origin: url === undefined || gone.has(url) ? origin : thread.origin,
    posts: thread.posts.map((post) =>
      withdrawn.has(post.id) ? tombstone(post) : withoutShared(post, withdrawn, gone),
    ),
  };
}

/** A post that carried a withdrawn one with it says only that it did. */
function withoutShared(post: Post, withdrawn: ReadonlySet<PostId>, gone: ReadonlySet<string>): Post {
  const { quoted } = post;
  if (!quoted) return post;
  const isGone =
    (quoted.post !== undefined && withdrawn.has(quoted.post)) ||
    (quoted.url !== undefined && gone.has(quoted.url));
  return isGone ? { ...post, quoted: { state: 'revoked' } } : post;
}

/** Everybody who is known under one id; whoever withdrew is no longer among the people. */
function rename(thread: Thread, found: readonly FoundPerson[]): Thread {
  const ids = new Map<PersonId, PersonId>();
  const people = new Map(Object.entries(thread.people));
  for (const { key, entry, ids: own } of found) {
    const [first] = own;
    const former = first === undefined ? undefined : thread.people[first];
    for (const id of own) people.delete(id);
    if (!former || entry.withdrawn !== undefined) continue;
    const known = entry.pseudonym === undefined ? key : hashedId(`pseudonym ${entry.pseudonym}`);
    for (const id of own) ids.set(id, known);
    people.set(
      known,
      personAs(
        entry,
        own.flatMap((id) => thread.people[id] ?? []),
        former,
        known,
      ),
    );
  }
  return {
    ...thread,
    people: Object.fromEntries(people),
    posts: thread.posts.map((post) => {
      const author = post.author === null ? undefined : ids.get(post.author);
      return author === undefined ? post : { ...post, author };
    }),
  };
}

/** The person whom an entry makes of one or more of a thread: each may have asked something of machines. */
function personAs(
  { name, pseudonym, consent }: KnownPerson,
  joined: readonly Person[],
  former: Person,
  known: string,
): Person {
  const basis =
    consent === undefined ? (pseudonym === undefined ? undefined : 'pseudonymised') : consentText(consent);
  const wishes = [...new Set(joined.flatMap((one) => one.wishes ?? []))];
  const { bot } = former;
  const shown: Person =
    pseudonym === undefined
      ? { ...former, ...(name === undefined ? {} : { name }) }
      : { handle: pseudonym, name: pseudonym, ...(bot ? { bot } : {}) };
  return {
    ...shown,
    ...(wishes.length > 0 ? { wishes } : {}),
    known,
    ...(basis === undefined ? {} : { consent: basis }),
  };
}

function leftoversIn(thread: Thread, disguises: readonly KeyedDisguise[]): readonly Leftover[] {
  if (disguises.length === 0) return [];
  const leftovers: Leftover[] = [];
  mapThread(thread, (text, _isAddress, path) => {
    for (const { key, disguise: one } of disguises) {
      const words = one.doubtful(text);
      const place = [
        path[0],
        path[0] === 'posts' ? thread.posts[Number(path[1])]?.id : path[1],
        ...path.slice(2),
      ];
      if (words !== undefined) leftovers.push({ key, words, place: place.filter(Boolean).join('.') });
    }
    return text;
  });
  return leftovers;
}

function mapValues<Value>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Value,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
