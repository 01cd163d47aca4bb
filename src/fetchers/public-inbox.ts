import type { Fetcher } from './fetcher.ts';
import { mailboxFrom } from './mailbox.ts';

/** `/transit/20260303.12@pier.example/`, and what follows there: `T/`, `t/`, `t.mbox.gz`, `raw` (public-inbox, WWW.pm). */
const MESSAGE =
  /^((?:\/[\w.+-]{1,100}){1,4})\/([^/]{1,500}(?:@|%40)[^/]{1,200})\/(?:[Tt]\/?|t\.mbox\.gz|t\.atom|raw)?$/;
/** There every address below a list is that of a message, also without an @ and without the slash. */
const ARCHIVES = new Set(['lore.kernel.org', 'public-inbox.org', 'inbox.sourceware.org']);
const MESSAGE_THERE =
  /^((?:\/[\w.+-]{1,100}){1,2})\/([^/]{3,700})(?:\/(?:[Tt]\/?|t\.mbox\.gz|t\.atom|raw)?)?$/;

/** Mailing lists kept by public-inbox, such as those of Linux: the mailbox of a message's whole thread. */
export const publicInboxFetcher: Fetcher = {
  importer: 'mail',
  label: 'Mailing lists (public-inbox)',
  example: 'https://lore.kernel.org/transit/20260303.12@pier.example/',

  claims: (address) => messageAt(address) !== null,

  async fetch(address, ask) {
    const [, list, message] = messageAt(address) ?? [];
    return mailboxFrom(`${address.origin}${list}/${message}/t.mbox.gz`, ask);
  },
};

function messageAt({ hostname, pathname }: URL): RegExpExecArray | null {
  return (ARCHIVES.has(hostname) ? MESSAGE_THERE : MESSAGE).exec(pathname);
}
