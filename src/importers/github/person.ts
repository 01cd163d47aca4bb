import { displayName } from '../../thread/display-name.ts';
import { stableId } from '../../thread/ids.ts';
import type { Person, PersonId } from '../../thread/schema.ts';
import { webAddress } from '../reading/web-address.ts';
import type { Account } from './fields.ts';

/**
 * The id of an account: its login in lower case, for the APIs agree in nothing else. `null` where the account is gone:
 * GitHub then says `null`, nothing, or `ghost`, which stands for everybody who left.
 */
export function personId(account: Account | null | undefined): PersonId | null {
  const login = account?.login.trim().toLowerCase() ?? '';
  return login === '' || login === 'ghost' || displayName(login) === '' ? null : stableId(login);
}

/** An account as a person. */
export function personOf(account: Account): Person {
  const { login, type, __typename, is_bot } = account;
  const handle = displayName(login);
  const name = displayName(account.name);
  // In REST `url` is the API's own.
  const url = webAddress(account.html_url, account.html_url ? '' : API.test(account.url) ? '' : account.url);
  const avatar = webAddress(account.avatar_url, account.avatarUrl);
  const isBot = type === 'Bot' || __typename === 'Bot' || is_bot === true || login.endsWith('[bot]');
  return {
    handle,
    ...(name && name !== handle && { name }),
    ...(url && { url }),
    ...(avatar && { avatar }),
    ...(isBot && { bot: true }),
  };
}

/** `https://api.github.com/users/ines`, `https://git.example/api/v3/users/ines` */
const API = /^https?:\/\/(?:api\.|[^/]{1,255}\/api\/)/;
