import { displayName } from '../../thread/display-name.ts';
import { stableId } from '../../thread/ids.ts';
import type { Person, PersonId } from '../../thread/schema.ts';

interface Authored {
  readonly author: string;
  readonly author_fullname: string;
}

/** Who wrote; nobody is known where the account is gone. */
export interface People {
  readonly people: Readonly<Record<PersonId, Person>>;
  readonly idOf: (authored: Authored) => PersonId | null;
}

/** The people of a thread. One whose full name stands anywhere in it has that as id, else the name. */
export function peopleOf(entries: readonly Authored[]): People {
  const ids = new Map<string, PersonId>();
  for (const { author, author_fullname } of entries)
    if (isKnown(author) && author_fullname && !ids.has(author)) ids.set(author, stableId(author_fullname));
  const people = new Map<PersonId, Person>();
  const idOf = ({ author }: Authored) => (isKnown(author) ? (ids.get(author) ?? stableId(author)) : null);
  for (const entry of entries) {
    const id = idOf(entry);
    if (id !== null && !people.has(id)) people.set(id, personOf(entry.author));
  }
  return { people: Object.fromEntries(people), idOf };
}

function isKnown(author: string): boolean {
  return author !== '' && author !== '[deleted]' && author !== '[removed]';
}

function personOf(author: string): Person {
  return {
    handle: displayName(`u/${author}`),
    url: `https://www.reddit.com/user/${encodeURIComponent(author.toWellFormed())}/`,
    ...(author === 'AutoModerator' && { bot: true }),
  };
}
