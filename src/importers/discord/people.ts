import { displayName } from '../../thread/display-name.ts';
import { stableId } from '../../thread/ids.ts';
import { maskMailAddresses } from '../../thread/mail-address.ts';
import type { Person, PersonId } from '../../thread/schema.ts';
import type { User } from './message.ts';

/** Who stands for everybody whose account was deleted: one id for many people, so nobody. */
const DELETED_USER = '456226577798135808';

/** Who wrote a message. `null` where the export does not tell. */
export function authorOf(
  user: User | null | undefined,
): { readonly id: PersonId; readonly person: Person } | null {
  if (!user || user.id === DELETED_USER) return null;
  const { name, nickname, isBot } = user;
  const handle = safeName(name) || user.id;
  const shown = safeName(nickname);
  return {
    id: stableId(isWebhook(user) ? `${user.id} ${name}` : user.id),
    person: {
      handle: `@${handle}`,
      ...(shown && shown !== handle && { name: shown }),
      ...(isBot && { bot: true as const }),
    },
  };
}

/** The name by which Discord mentions somebody. */
export function mentionName({ id, name, nickname }: User): string {
  return safeName(nickname) || safeName(name) || id;
}

/** One webhook speaks under many names, those of a bridge to another chat for one. */
function isWebhook({ isBot, discriminator }: User): boolean {
  return isBot === true && discriminator === '0000';
}

/** On one line, without disguises and mail addresses. */
function safeName(name: string): string {
  return displayName(maskMailAddresses(name));
}
