import { hashedId } from '../../thread/ids.ts';
import { placeOf } from '../../thread/people.ts';
import type { Person, PersonId, Thread } from '../../thread/schema.ts';

/** Where a handle is only a name, and how far a person's id reaches there: that of a mail is a hash of its address. */
const REACH: ReadonlyMap<string, 'everywhere' | 'thread'> = new Map([
  ['mail', 'everywhere'],
  ['usenet', 'everywhere'],
  ['copy', 'thread'],
  ['file', 'thread'],
]);

/** `@ines@quay.example` says by itself whose it is, `ines` only where it is known of what place. */
const FULL_HANDLE = /^@?[^@\s]+@[^@\s]+$/;

/**
 * Who somebody is across threads: two people with the same identity are one. The same handle on the same platform is
 * the same person; people on two platforms stay two, and so do two of one name in two copied texts, unless the editor
 * knows who it is.
 */
export function personIdentity(
  id: PersonId,
  { handle, url, known }: Pick<Person, 'handle' | 'url' | 'known'>,
  { id: thread, origin }: Pick<Thread, 'id' | 'origin'>,
): string {
  if (known !== undefined) return `known ${known}`;
  const { platform } = origin;
  if (FULL_HANDLE.test(handle)) return `${platform} ${handle.replace(/^@/, '').toLowerCase()}`;
  const reach = REACH.get(platform);
  if (reach) return reach === 'thread' ? `${platform} ${thread} ${id}` : `${platform} ${id}`;
  const place = placeOf(url === undefined ? {} : { url }, { id: thread, origin });
  return `${platform} ${place} ${handle.replace(/^@/, '').toLowerCase()}`;
}

const LONGEST_NAME = 40;

/**
 * The part of an address that stands for a person: the handle's letters of whatever script, to be read, and a hash of
 * the identity, by which no two people have the same one and nobody's changes when somebody of the same name arrives.
 */
export function personSlug(identity: string, handle: string): string {
  const words = handle
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .join('-');
  const readable = [...words].slice(0, LONGEST_NAME).join('').replace(/-+$/, '').normalize('NFC');
  return [readable, hashedId(identity)].filter(Boolean).join('-');
}
