import { displayName } from '../../thread/display-name.ts';
import { hashedId, stableId } from '../../thread/ids.ts';
import type { Person, PersonId } from '../../thread/schema.ts';
import { unescapedText } from '../reading/escaped-text.ts';
import { webAddress } from '../reading/web-address.ts';
import type { Entry, Owner } from './entry.ts';

/** Who wrote. An account that is gone has left only a name; `null` where not even that. */
export function personId(owner: Owner): PersonId | null {
  if (owner?.user_id) return stableId(owner.user_id);
  return owner?.display_name ? hashedId(`name ${owner.display_name}`) : null;
}

/** The people of a thread. */
export function peopleOf(entries: readonly Entry[]): Readonly<Record<PersonId, Person>> {
  const people = new Map<PersonId, Person>();
  for (const { owner } of entries) {
    const id = personId(owner);
    if (owner && id !== null && !people.has(id)) people.set(id, personOf(owner));
  }
  return Object.fromEntries(people);
}

/** The site's own account, which keeps old questions in sight. */
const COMMUNITY = '-1';
/** A Gravatar's address is made of its owner's mail address. */
const GRAVATAR = /(?:^|\.)gravatar\.com$/;

function personOf({ user_id, display_name, link, profile_image }: NonNullable<Owner>): Person {
  const name = displayName(unescapedText(display_name));
  const url = webAddress(link);
  const picture = webAddress(profile_image);
  const avatar = picture && !GRAVATAR.test(new URL(picture).host) ? picture : undefined;
  return {
    handle: name || `user${user_id ?? ''}`,
    ...(url && { url }),
    ...(avatar && { avatar }),
    ...(user_id === COMMUNITY && { bot: true }),
  };
}
