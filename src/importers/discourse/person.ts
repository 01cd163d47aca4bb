import { displayName } from '../../thread/display-name.ts';
import { hashedId, stableId } from '../../thread/ids.ts';
import { maskMailAddresses } from '../../thread/mail-address.ts';
import type { Person, PersonId } from '../../thread/schema.ts';
import { wholeAddress } from '../reading/home-address.ts';
import { webAddress } from '../reading/web-address.ts';
import type { DiscoursePost } from './post-schema.ts';

type Author = Pick<DiscoursePost, 'user_id' | 'username' | 'name' | 'avatar_template'>;

/** A user keeps the number, whatever the name; `null` where an account is gone. */
export function personId({ user_id, username }: Author): PersonId | null {
  if (typeof user_id === 'number') return stableId(String(user_id));
  return username ? hashedId(username) : null;
}

/** The writer of a post. The forum's own voices (`system`, `discobot`) have numbers below zero. */
export function personOf(author: Author, forum: string | undefined): Person {
  const { username, user_id } = author;
  const name = displayName(author.name);
  const shown = name !== username && maskMailAddresses(name) === name ? name : '';
  const url = forum && username && webAddress(`${forum}/u/${encodeURIComponent(username)}`);
  const picture = author.avatar_template.replace('{size}', AVATAR_SIZE);
  const avatar = webAddress(forum ? wholeAddress(picture, forum) : picture);
  return {
    handle: displayName(username) || `user ${user_id ?? ''}`.trim(),
    ...(shown && { name: shown }),
    ...(url && { url }),
    ...(avatar && { avatar }),
    ...((user_id ?? 0) < 0 && { bot: true }),
  };
}

/** Pixels; the forum draws any size. */
const AVATAR_SIZE = '96';
