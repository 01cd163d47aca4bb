import { z } from 'zod';
import { displayName } from '../../thread/display-name.ts';
import { stableId } from '../../thread/ids.ts';
import { maskMailAddresses } from '../../thread/mail-address.ts';
import type { Person, PersonId } from '../../thread/schema.ts';
import { readEntry } from '../reading/entry.ts';
import { flag, id, text } from '../reading/fields.ts';
import type { Message } from './message.ts';

const user = z.object({
  id,
  name: text,
  real_name: text,
  is_bot: flag,
  profile: z.object({ display_name: text, real_name: text }).nullish(),
});

/** Somebody of `users.json`, whether still a member or not. */
export interface Member {
  readonly handle: string;
  readonly name: string;
  readonly isBot: boolean;
}

/** The members that a `users.json` tells of, by id. What cannot be read is left out: its messages show the id. */
export function membersIn(value: unknown): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  for (const one of Array.isArray(value) ? value : []) {
    const { entry } = readEntry(user, one, new Set(['id']));
    if (!entry) continue;
    const { name, real_name, is_bot, profile } = entry;
    const shown = safeName(profile?.display_name || profile?.real_name || real_name || name);
    members.set(entry.id, {
      handle: safeName(name) || entry.id,
      name: shown,
      isBot: is_bot === true || entry.id === SLACKBOT,
    });
  }
  return members;
}

/** Who posts in Slack's own name. */
export const SLACKBOT = 'USLACKBOT';

/** Who wrote a message: an id that tells applications apart by the name they speak under, and the person. */
export interface Author {
  readonly id: PersonId;
  readonly person: Person;
}

/** `null` where the message does not say. */
export function authorOf(message: Message, members: ReadonlyMap<string, Member>): Author | null {
  const { user: given, comment, bot_id, bot_profile, username, user_profile } = message;
  const writer = message.subtype === 'file_comment' && comment ? comment.user : given;
  const spokenName = safeName(username);
  // One application speaks under many names, those of a bridge to another chat for one.
  if (bot_id && (spokenName || !writer)) return botOf(bot_id, spokenName, safeName(bot_profile?.name ?? ''));
  if (!writer) return spokenName ? botOf('', spokenName, '') : null;
  const member = members.get(writer);
  if (member) return { id: stableId(writer), person: memberPerson(member) };
  const name = safeName(user_profile?.display_name || user_profile?.real_name || '');
  const handle = safeName(user_profile?.name ?? '') || writer;
  return {
    id: stableId(writer),
    person: {
      handle: `@${handle}`,
      ...(name && { name }),
      ...((bot_id || writer === SLACKBOT) && { bot: true as const }),
    },
  };
}

/** A member as a person of a thread. */
export function memberPerson({ handle, name, isBot }: Member): Person {
  return { handle: `@${handle}`, ...(name && { name }), ...(isBot && { bot: true as const }) };
}

function botOf(id: string, spokenName: string, profileName: string): Author {
  const name = spokenName || profileName;
  return {
    id: stableId(spokenName ? `${id} ${spokenName}` : id),
    person: { handle: name || id, ...(name && { name }), bot: true },
  };
}

/** On one line, without disguises and mail addresses. */
function safeName(name: string): string {
  return displayName(maskMailAddresses(name));
}
