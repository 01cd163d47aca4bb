import { displayName } from '../../thread/display-name.ts';
import { hashedId, stableId } from '../../thread/ids.ts';
import { maskMailAddresses } from '../../thread/mail-address.ts';
import { type Person, type PersonId, personSchema } from '../../thread/schema.ts';
import { isRecord } from '../reading/glance.ts';
import { readEntry } from '../reading/entry.ts';
import { webAddress } from '../reading/web-address.ts';
import type { Row } from './form.ts';

/** The people of a thread by id, in the order met. */
export type People = Map<PersonId, Person>;

/** The people that the first line of NDJSON names; `fault` is told what of it cannot be read. */
export function peopleIn(value: unknown, fault: (fault: string) => void): People {
  const people: People = new Map();
  if (value === undefined) return people;
  if (!isRecord(value)) {
    fault('people: expected an object');
    return people;
  }
  for (const [key, one] of Object.entries(value)) {
    const { entry, faults } = readEntry(personSchema, one, NEEDED);
    for (const text of faults) fault(`people.${key}.${text}`);
    if (entry) people.set(stableId(key), cleaned(entry));
  }
  return people;
}

/** A wish that cannot be read might be one that forbids. */
const NEEDED = new Set(['handle', 'wishes']);

function cleaned({ handle, name, url, avatar, ...rest }: Person): Person {
  const [page, picture] = [webAddress(url ?? ''), webAddress(avatar ?? '')];
  return {
    handle: handleOf(handle),
    ...named(name),
    ...(page && { url: page }),
    ...(picture && { avatar: picture }),
    ...rest,
  };
}

/**
 * The author of a post: somebody of `people` by id, or else by the handle, who is then one of them. `null`: nobody is
 * named. What `person` says tells apart two people of one handle.
 */
export function authorIn({ author, person, name, wishes }: Row, people: People): PersonId | null {
  const written = typeof author === 'string' ? author.trim() : '';
  const given = typeof person === 'string' ? person.trim() : '';
  if (written === '' && given === '') return null;
  if (given === '' && people.has(stableId(written))) return stableId(written);
  const handle = handleOf(written || given);
  const id = given
    ? stableId(given)
    : maskMailAddresses(written) === written
      ? stableId(written)
      : hashedId(written.toLowerCase());
  const known = people.get(id);
  people.set(id, {
    ...(known ?? { handle }),
    ...(known?.name === undefined && named(name)),
    ...wishedBy(wishes, known),
  });
  return id;
}

/** `Ada Rowe <ada@quay.example>` is Ada Rowe, `ada.rowe@quay.example` is ada.rowe; `@ines@quay.example` is a handle. */
function handleOf(written: string): string {
  const masked = displayName(maskMailAddresses(written).replaceAll('‹address›', ' '));
  return (
    masked || displayName(written.slice(0, Math.max(0, written.indexOf('@'))).replace(/^</, '')) || 'unknown'
  );
}

function named(value: unknown): { name?: string } {
  const name =
    typeof value === 'string' ? displayName(maskMailAddresses(value).replaceAll('‹address›', ' ')) : '';
  return name ? { name } : {};
}

function wishedBy(value: unknown, known: Person | undefined): Pick<Person, 'wishes'> {
  const wishes = wishesIn(value) ?? [];
  const all = [...new Set([...(known?.wishes ?? []), ...wishes])];
  return all.length > 0 ? { wishes: all } : {};
}

/** The wishes that a line names; `undefined` where they cannot be read. */
export function wishesIn(value: unknown): Person['wishes'] {
  return WISHES.safeParse(value ?? []).data;
}

const WISHES = personSchema.shape.wishes;
