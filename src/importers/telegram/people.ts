import { displayName } from '../../thread/display-name.ts';
import { stableId } from '../../thread/ids.ts';
import { maskMailAddresses } from '../../thread/mail-address.ts';
import type { Person, PersonId } from '../../thread/schema.ts';
import type { Chat } from './chats.ts';
import type { Message } from './message.ts';

/**
 * Who wrote a message. What a channel says is said by the channel, and by whom it names below, where it does. `null` for a
 * deleted account: of it no more is told than a number.
 */
export function authorOf(
  { from, from_id, author }: Message,
  chat: Chat,
): { readonly id: PersonId; readonly person: Person } | null {
  const byChannel = from === undefined && chat.isChannel;
  const name = safeName(byChannel ? chat.name : (from ?? ''));
  if (!name) return null;
  const id = (byChannel ? chat.id : from_id) || name;
  const signature = safeName(author);
  if (!signature || signature === name) return { id: stableId(id), person: { handle: name } };
  return {
    id: stableId(`${id} ${signature}`),
    person: { handle: signature, name: `${signature} (${name})` },
  };
}

/** On one line, without disguises and mail addresses. */
export function safeName(name: string): string {
  return displayName(maskMailAddresses(name));
}
