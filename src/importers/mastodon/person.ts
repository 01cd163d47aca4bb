import { displayName } from '../../thread/display-name.ts';
import { stableId } from '../../thread/ids.ts';
import type { Person, PersonId } from '../../thread/schema.ts';
import { withoutEmoji } from '../assembly/custom-emoji.ts';
import type { Account } from './status.ts';
import { webAddress } from '../reading/web-address.ts';

export function personId(account: Pick<Account, 'id'>): PersonId {
  return stableId(account.id);
}

/**
 * An account as a person. Custom emoji are taken out of the name: they are pictures, and a name is words.
 *
 * The wish `noindex` follows from `noindex: true` (no search engines), `indexable: false` (no full-text search) and
 * `discoverable: false` (no discovery), each only where it is stated: `null` is no answer. Hashtags in a profile
 * are not read; what they ask for would be a guess.
 */
export function personOf(account: Account): Person {
  const handle = handleOf(account);
  const name = displayName(withoutEmoji(account.display_name, account.emojis ?? []));
  const url = webAddress(account.url);
  const avatar = webAddress(account.avatar_static, account.avatar);
  const noindex = account.noindex === true || account.indexable === false || account.discoverable === false;
  return {
    handle,
    ...(name && { name }),
    ...(url && { url }),
    ...(avatar && { avatar }),
    ...(account.bot && { bot: true }),
    ...(noindex && { wishes: ['noindex'] }),
  };
}

/** The server whose member an account is, as that server's own answer shows it: there `acct` names no host. */
export function homeOf(account: Account): string | undefined {
  const url = webAddress(account.url);
  return account.acct.includes('@') || !url ? undefined : new URL(url).host;
}

/** `ines` on quay.example and `ines@quay.example` elsewhere are `@ines@quay.example`. */
function handleOf(account: Account): string {
  const home = homeOf(account);
  return displayName(`@${account.acct}${home ? `@${home}` : ''}`);
}
