import type { Fetcher } from './fetcher.ts';
import { mailboxFrom } from './mailbox.ts';

/** What follows a message's address: `/`, `/T/`, `/t/`, `/t.mbox.gz`, `/raw` (public-inbox, WWW.pm). */
const ENDING = /\/(?:[Tt]\/?|t\.mbox\.gz|t\.atom|raw)?$/;
/** `/transit`, `/mirror/transit` */
const LIST = /^(?:\/[\w.+-]{1,100}){1,4}$/;
/** `20260303.12@pier.example`, also with `%40` */
const MESSAGE_ID = /@|%40/;
const LONGEST_ID = 700;
/** There every address below a list is that of a message, also without an @, or without the slash at its end. */
const ARCHIVES = new Set(['lore.kernel.org', 'public-inbox.org', 'inbox.sourceware.org']);

/** Mailing lists kept by public-inbox, such as those of Linux: the mailbox of a message's whole thread. */
export const publicInboxFetcher: Fetcher = {
  importer: 'mail',
  label: 'Mailing lists (public-inbox)',
  example: 'https://lore.kernel.org/transit/20260303.12@pier.example/',

  claims: (address) => messageAt(address) !== null,

  fetch: (address, ask) => mailboxFrom(`${address.origin}${messageAt(address)}/t.mbox.gz`, ask),
};

/** `/transit/20260303.12@pier.example`; `null` where it is no message's address. */
function messageAt({ hostname, pathname }: URL): string | null {
  const path = pathname.replace(ENDING, '');
  const slash = path.lastIndexOf('/');
  const id = path.slice(slash + 1);
  if (id === '' || id.length > LONGEST_ID || !LIST.test(path.slice(0, slash))) return null;
  const [named, ended] = [MESSAGE_ID.test(id), path !== pathname];
  return (ARCHIVES.has(hostname) ? named || ended : named && ended) ? path : null;
}
