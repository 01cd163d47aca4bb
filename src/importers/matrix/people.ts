import { displayName } from '../../thread/display-name.ts';
import { stableId } from '../../thread/ids.ts';
import type { Person, PersonId } from '../../thread/schema.ts';
import { webAddress } from '../reading/web-address.ts';
import { type MatrixEvent, textIn } from './event.ts';

export function personIdOf(user: string): PersonId {
  return stableId(user);
}

/** By event: the name that its sender had in the room when it was sent, or their handle. */
export function namesByEvent(events: readonly MatrixEvent[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const byEvent = new Map<string, string>();
  for (const { type, state_key, content, event_id, sender } of events) {
    if (
      type === 'm.room.member' &&
      typeof state_key === 'string' &&
      IN_ROOM.has(textIn(content, 'membership'))
    )
      names.set(state_key, displayName(textIn(content, 'displayname')));
    byEvent.set(event_id, names.get(sender) || displayName(sender));
  }
  return byEvent;
}
const IN_ROOM = new Set(['join', 'invite', 'knock']);

/**
 * Those who said something, by the name they had when they last did. Whoever sends notices (`m.notice`) only is an
 * automatic sender: that is what the kind is for.
 */
export function peopleOf(
  said: readonly MatrixEvent[],
  names: ReadonlyMap<string, string>,
): Readonly<Record<PersonId, Person>> {
  const bySender = Map.groupBy(said, ({ sender }) => sender);
  return Object.fromEntries(
    [...bySender].map(([sender, events]) => {
      const handle = displayName(sender);
      const name = names.get(events.at(-1)?.event_id ?? '');
      const url = webAddress(`https://matrix.to/#/${encodeURIComponent(sender.toWellFormed())}`);
      const bot = events.every(({ content }) => content.msgtype === 'm.notice');
      const person: Person = {
        handle,
        ...(name && name !== handle && { name }),
        ...(url && { url }),
        ...(bot && { bot: true }),
      };
      return [personIdOf(sender), person];
    }),
  );
}
