import { stableId } from '../../thread/ids.ts';
import type { Quoted } from '../../thread/schema.ts';
import type { Status } from './status.ts';
import { isPublic } from './visibility.ts';
import { webAddress } from '../reading/web-address.ts';

type Quote = NonNullable<Status['quote']>;

const STATES: ReadonlySet<string> = new Set(['accepted', 'pending', 'rejected', 'revoked', 'deleted']);

/**
 * What a quote post may say of the post it quotes. Only an accepted quote of a public post keeps the reference;
 * the quoted words themselves are never taken from the quoting post: they belong to another discussion.
 * Every state that is not one of the thread model's is `unauthorized` (docs.joinmastodon.org/entities/Quote);
 * so is the quote of a server that knows no consent, and one whose post is not public.
 */
export function quotedOf(quote: Quote, hidden: ReadonlySet<string>): Quoted {
  const { quoted_status, quoted_status_id } = quote;
  if (quote.state !== 'accepted') return { state: isState(quote.state) ? quote.state : 'unauthorized' };
  const id = quoted_status?.id ?? quoted_status_id;
  if ((quoted_status && !isPublic(quoted_status)) || (id !== null && hidden.has(id)))
    return { state: 'unauthorized' };
  const url = quoted_status ? webAddress(quoted_status.url, quoted_status.uri) : undefined;
  return { ...(id !== null && { post: stableId(id) }), ...(url && { url }), state: 'accepted' };
}

function isState(state: string): state is Quoted['state'] {
  return STATES.has(state);
}
