import { maskMailAddresses } from '../../thread/mail-address.ts';
import type { Channel } from './channels.ts';
import type { Message } from './message.ts';
import { mentionName } from './people.ts';

/** Names of people, roles and channels by id. */
export interface Names {
  readonly people: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, string>;
  readonly channels: ReadonlyMap<string, string>;
}

/** What the messages of a channel tell of the ids in them; of channels only those that nothing shows to be closed. */
export function namesIn(messages: readonly Message[], channels: readonly Channel[]): Names {
  const people = new Map<string, string>();
  const roles = new Map<string, string>();
  for (const { author, mentions } of messages)
    for (const user of [author, ...(mentions ?? [])]) {
      if (!user) continue;
      people.set(user.id, mentionName(user));
      for (const { id, name } of user.roles ?? []) roles.set(id, name);
    }
  const open = channels.filter(({ closed }) => closed === undefined);
  return { people, roles, channels: new Map(open.map(({ id, name }) => [id, name])) };
}

/** `<@7001>`, `<@!7001>`, `<@&7002>`, `<#7003>` */
const REFERENCE = /<(@[!&]?|#)(\d{1,20})>/g;
/** What Discord's Markdown would read as a mark in a name. */
const MARKS = /[\\*_~`|]/g;

/** Discord's Markdown with names in the place of ids, as the flavour `discord` reads it, and without mail addresses. */
export function namedMarkdown(markdown: string, { people, roles, channels }: Names): string {
  const named = markdown.replace(REFERENCE, (all, sign: string, id: string) => {
    const names = sign === '#' ? channels : sign === '@&' ? roles : people;
    const name = names.get(id);
    return name === undefined ? all : `${sign.charAt(0)}${name.replace(MARKS, '\\$&')}`;
  });
  return maskMailAddresses(named);
}
