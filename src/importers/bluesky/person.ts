import { displayName } from '../../thread/display-name.ts';
import type { Person } from '../../thread/schema.ts';
import { webAddress } from '../reading/web-address.ts';
import { addressOfPerson } from './at-uri.ts';
import { labelled } from './labels.ts';
import type { Author } from './post-view.ts';

/** What the AppView says where it could not confirm an account's handle. */
const NO_HANDLE = 'handle.invalid';

/**
 * An account as a person. One that comes without a profile, or without a handle, goes by its DID. A picture that is
 * labelled is left out.
 */
export function personOf(did: string, author: Author | undefined): Person {
  const { bot, sensitive, warned } = labelled(author?.labels ?? [], did);
  const handle = displayName(author?.handle ?? '');
  const name = displayName(author?.displayName ?? '');
  const url = addressOfPerson(did);
  const avatar = sensitive || warned ? undefined : webAddress(author?.avatar ?? '');
  return {
    handle: handle && handle !== NO_HANDLE ? `@${handle}` : displayName(did),
    ...(name && { name }),
    ...(url && { url }),
    ...(avatar && { avatar }),
    ...(bot && { bot: true }),
  };
}
