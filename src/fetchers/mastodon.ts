import type { Fetcher } from './fetcher.ts';
import { jsonFile, jsonOf } from './answers.ts';

/** `/@ines/115044073088181107`, `/@ines@quay.example/1042`, `/users/ines/statuses/1042`, `/notice/AbC` (Pleroma, Akkoma). */
const STATUS =
  /^\/(?:@[\w.@-]{1,200}|users\/[\w.-]{1,100}\/statuses|web\/statuses|notice)\/([A-Za-z0-9]{1,40})\/?$/;

/** Mastodon and the servers that speak as it does, by the public API: a status, and all that it answers and is answered by. */
export const mastodonFetcher: Fetcher = {
  importer: 'mastodon',
  label: 'Mastodon',
  example: 'https://quay.example/@ines/1042',

  claims: (address) => STATUS.test(address.pathname),

  async fetch(address, ask) {
    const id = STATUS.exec(address.pathname)?.[1] ?? '';
    const status = await ask(`${address.origin}/api/v1/statuses/${id}`);
    const context = await ask(`${address.origin}/api/v1/statuses/${id}/context`);
    return new Map([
      ['thread.json', jsonFile({ status: await jsonOf(status), context: await jsonOf(context) })],
    ]);
  },
};
