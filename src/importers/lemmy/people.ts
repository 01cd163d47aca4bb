import { displayName } from '../../thread/display-name.ts';
import type { Person, PersonId } from '../../thread/schema.ts';
import { stableId } from '../../thread/ids.ts';
import { webAddress } from '../reading/web-address.ts';
import type { LemmyPerson } from './views.ts';

export function personId({ id }: Pick<LemmyPerson, 'id'>): PersonId {
  return stableId(id);
}

/** The creators of posts and comments by id, the first of several that are the same. */
export function peopleOf(creators: readonly LemmyPerson[]): Readonly<Record<PersonId, Person>> {
  const people = new Map<PersonId, Person>();
  for (const creator of creators)
    if (!people.has(personId(creator))) people.set(personId(creator), personOf(creator));
  return Object.fromEntries(people);
}

/** Lemmy writes `@petra@harbour.example`; the address of the account names the server. */
function personOf({ name, display_name, actor_id, ap_id, avatar, bot_account }: LemmyPerson): Person {
  const url = webAddress(actor_id, ap_id);
  const shown = displayName(display_name);
  const picture = webAddress(avatar);
  return {
    handle: displayName(`@${name}${url ? `@${new URL(url).host}` : ''}`),
    ...(shown && { name: shown }),
    ...(url && { url }),
    ...(picture && { avatar: picture }),
    ...(bot_account && { bot: true }),
  };
}
