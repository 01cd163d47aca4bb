import { isRecord } from '../importers/reading/glance.ts';
import { jsonOf } from './answers.ts';
import { strangeAnswer } from './faults.ts';
import type { Ask, Fetcher } from './fetcher.ts';
import { mailboxFrom } from './mailbox.ts';

/** `/archives/list/transit@lists.example/thread/KQ2…/`, `…/message/KQ2…/`; what follows names a message or an order. */
const PLACE =
  /^((?:\/[\w.-]{1,100}){0,3})\/list\/([^/@]{1,200}(?:@|%40)[^/@]{1,200})\/(thread|message)\/(\w{1,64})(?:\/|$)/;
/** The API's address of a message's thread: `https://lists.example/archives/api/list/…/thread/KQ2…/` */
const THREAD = /\/thread\/(\w{1,64})\/?(?:\?|$)/;

/** Mailing lists kept by HyperKitty, the archive of Mailman 3: a thread's mailbox (hyperkitty/urls.py, views/mlist.py). */
export const hyperkittyFetcher: Fetcher = {
  importer: 'mail',
  label: 'Mailing lists (HyperKitty)',
  example: 'https://lists.example/archives/list/transit@lists.example/thread/KQ2LAMPS7EBBTIDE/',

  claims: ({ pathname }) => PLACE.test(pathname),

  async fetch({ origin, pathname }, ask) {
    const [, root = '', list = '', kind, id = ''] = PLACE.exec(pathname) ?? [];
    const home = `${origin}${root}`;
    const thread = kind === 'thread' ? id : await threadOf(`${home}/api/list/${list}/email/${id}/`, ask);
    return mailboxFrom(`${home}/list/${list}/export/${list}-${thread}.mbox.gz?thread=${thread}`, ask);
  },
};

async function threadOf(message: string, ask: Ask): Promise<string> {
  const answer = await ask(`${message}?format=json`);
  const value = await jsonOf(answer);
  const address = isRecord(value) && typeof value.thread === 'string' ? value.thread : '';
  const thread = THREAD.exec(address)?.[1];
  if (thread === undefined) throw strangeAnswer(answer.url, 'is no message of HyperKitty');
  return thread;
}
