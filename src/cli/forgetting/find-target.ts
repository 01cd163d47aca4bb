import { personIdentity } from '../../site/people/person-identity.ts';
import { fitsPerson, fold, handlesOf, type People } from '../../thread/people.ts';
import type { Person, PersonId, PostId, Thread, ThreadId } from '../../thread/schema.ts';
import { QuotidianError } from '../../thread/error.ts';

/** Somebody of a thread. */
export interface ThreadPerson {
  readonly thread: Thread;
  readonly id: PersonId;
  readonly person: Person;
}

/** What is to be forgotten: a post, or a person wherever they take part. */
export type Target =
  | { readonly kind: 'post'; readonly thread: ThreadId; readonly post: PostId }
  | { readonly kind: 'person'; readonly places: readonly ThreadPerson[]; readonly key?: string };

/**
 * Whom or what the editor means: `<thread>#<post>`, a post's address, a key of people.yaml, or a person's handle, name
 * or id. Throws where that is nobody, or more than one.
 */
export function findTarget(named: string, threads: readonly Thread[], people: People): Target {
  const post = postNamed(named, threads);
  if (post) return post;
  const entry = Object.hasOwn(people, named) ? people[named] : undefined;
  const places = threads.flatMap((thread) =>
    Object.entries(thread.people).map(([id, person]) => ({ thread, id, person })),
  );
  if (entry) {
    const fitting = places.filter(({ id, person, thread }) =>
      handlesOf(entry).some((handle) => fitsPerson(handle, id, person, thread)),
    );
    return { kind: 'person', places: fitting, key: named };
  }
  const keyOf = ({ id, person, thread }: ThreadPerson) =>
    Object.entries(people).find(([, known]) =>
      handlesOf(known).some((handle) => fitsPerson(handle, id, person, thread)),
    )?.[0];
  const identityOf = (place: ThreadPerson) => {
    const key = keyOf(place);
    return key === undefined ? personIdentity(place.id, place.person, place.thread) : `known ${key}`;
  };
  const fits = ({ id, person }: ThreadPerson) =>
    id === named ||
    fold(person.handle) === fold(named) ||
    (person.name !== undefined && fold(person.name) === fold(named));
  const meant = new Set(places.filter(fits).map(identityOf));
  if (meant.size === 0) throw unknown(named);
  const [identity = ''] = meant;
  if (meant.size > 1) throw ambiguous(named, places.filter(fits));
  const key = identity.startsWith('known ') ? identity.slice('known '.length) : undefined;
  const all = places.filter((place) => identityOf(place) === identity);
  return { kind: 'person', places: all, ...(key === undefined ? {} : { key }) };
}

function postNamed(named: string, threads: readonly Thread[]): Target | undefined {
  const [id = '', post] = named.split('#');
  const thread = threads.find((one) => one.id === id);
  if (thread && post !== undefined) {
    if (thread.posts.some((one) => one.id === post)) return { kind: 'post', thread: id, post };
    throw unknown(named);
  }
  const linked = threads.flatMap((one) =>
    one.posts.flatMap(({ id: linkedPost, url }) =>
      url === named ? [{ thread: one.id, post: linkedPost }] : [],
    ),
  );
  const [first] = linked;
  if (linked.length > 1)
    throw new QuotidianError(`“${named}” stands in more than one thread.`, {
      code: 'ambiguous',
      hint: `Name each of them: ${linked.map((one) => `${one.thread}#${one.post}`).join(', ')}.`,
    });
  return first && { kind: 'post', ...first };
}

function unknown(named: string): QuotidianError {
  return new QuotidianError(`There is no post and no person “${named}”.`, {
    code: 'unknown-target',
    hint: 'Name a post as <thread>#<post> or by its address; a person by handle, name, id, or key of content/people.yaml.',
  });
}

function ambiguous(named: string, places: readonly ThreadPerson[]): QuotidianError {
  const candidates = places
    .slice(0, MOST_CANDIDATES)
    .map(({ id, person, thread }) => `${id} (${person.handle}, ${thread.origin.platform}, ${thread.id})`);
  return new QuotidianError(`“${named}” may be several people: ${candidates.join('; ')}.`, {
    code: 'ambiguous',
    hint: 'Name one by the id, which stands first in each, or join them in content/people.yaml and name its key.',
  });
}

const MOST_CANDIDATES = 20;
