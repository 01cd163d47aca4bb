import { displayName } from '../../thread/display-name.ts';
import { hashedId, stableId } from '../../thread/ids.ts';
import { maskMailAddresses } from '../../thread/mail-address.ts';
import type { Person, PersonId } from '../../thread/schema.ts';
import { wholeAddress } from '../reading/home-address.ts';
import { webAddress } from '../reading/web-address.ts';
import type { ZulipMessage } from './message-schema.ts';

/** A user keeps the number, whatever the name. */
export function personId({ sender_id, sender_full_name }: ZulipMessage): PersonId | null {
  if (sender_id !== null) return stableId(sender_id);
  return sender_full_name ? hashedId(sender_full_name) : null;
}

/** A sender's name as it may be shown; where it is a mail address, or there is none, the number. */
export function nameOf({ sender_id, sender_full_name }: ZulipMessage): string {
  const name = displayName(sender_full_name);
  return name && maskMailAddresses(name) === name ? name : `user ${sender_id ?? ''}`.trim();
}

/**
 * The writers of the messages by their number. Users have no handle but their name; two of one name are written with
 * their numbers, as Zulip does in mentions: `Ines Duarte|7`.
 */
export function peopleOf(
  messages: readonly ZulipMessage[],
  home: string | undefined,
): ReadonlyMap<PersonId, Person> {
  const senders = new Map<PersonId, ZulipMessage>();
  for (const message of messages) {
    const id = personId(message);
    if (id !== null && !senders.has(id)) senders.set(id, message);
  }
  const namesakes = Map.groupBy(senders.values(), nameOf);
  return new Map(
    [...senders].map(([id, message]) => {
      const name = nameOf(message);
      const alone = namesakes.get(name)?.length === 1;
      const picture = home ? wholeAddress(message.avatar_url, home) : message.avatar_url;
      const avatar = GRAVATAR.test(picture) ? undefined : webAddress(picture);
      return [
        id,
        {
          handle: alone ? name : `${name}|${message.sender_id ?? id}`,
          ...(!alone && { name }),
          ...(avatar && { avatar }),
          ...(message.is_bot && { bot: true }),
        },
      ];
    }),
  );
}

/** `https://secure.gravatar.com/avatar/0bc8…`: made from the mail address. */
const GRAVATAR = /^(?:https?:)?\/\/(?:[\w-]{1,60}\.){0,3}gravatar\.com\//i;
