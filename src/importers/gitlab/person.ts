import { displayName } from '../../thread/display-name.ts';
import { stableId } from '../../thread/ids.ts';
import type { Person, PersonId } from '../../thread/schema.ts';
import { webAddress } from '../reading/web-address.ts';
import type { Account } from './fields.ts';

/** The id of an account; `null` where it is gone: then `ghost` stands for everybody who left. */
export function personId(account: Account | null | undefined): PersonId | null {
  const username = account?.username.trim().toLowerCase() ?? '';
  return username === '' || GHOST.test(username) || displayName(username) === '' ? null : stableId(username);
}

/** `ghost`, and `ghost1` where somebody had that name first. */
const GHOST = /^ghost\d{0,4}$/;

/** An account as a person. */
export function personOf({ username, name, web_url, avatar_url }: Account): Person {
  const handle = displayName(username);
  const shown = displayName(name);
  const url = webAddress(web_url);
  const avatar = webAddress(avatar_url);
  return {
    handle,
    ...(shown && shown !== handle && { name: shown }),
    ...(url && { url }),
    ...(avatar && { avatar }),
    ...(BOT.test(username) && { bot: true }),
  };
}

/** The account of an access token: `project_12_bot`, `group_7_bot_2f6c` (docs.gitlab.com, project access tokens). */
const BOT = /^(?:project|group)_\d{1,12}_bot(?:_?\w{1,64})?$/;
