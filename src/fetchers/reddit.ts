import type { Warning } from '../importers/importer.ts';
import { QuotidianError } from '../thread/error.ts';
import { jsonFile, jsonOf } from './answers.ts';
import { strangeAnswer } from './faults.ts';
import type { Answer, Ask, Fetcher } from './fetcher.ts';
import { type Comments, gatherComments } from './reddit/comments.ts';

const SITE = 'https://www.reddit.com';

/** `www.reddit.com`, `old.reddit.com`, `np.reddit.com` */
const HOST = /^(?:[\w-]{1,30}\.)?reddit\.com$/;
const SHORT_HOST = 'redd.it';

/** `/r/quayside/comments/1rq4t0/a_thread/oa2`, `/user/ines/comments/1rq4t0`, `/comments/1rq4t0.json`, `/gallery/1rq4t0` */
const THREAD = /^(?:\/(?:r|u|user)\/[\w.-]{1,60})?\/(?:comments|gallery)\/(?<id>[a-z0-9]{1,13})(?=[/.]|$)/i;
/** `https://redd.it/1rq4t0` */
const SHORT = /^\/(?<id>[a-z0-9]{1,13})\/?$/i;
/** `/r/quayside/s/AbCdEfGhIj`, which leads on to the thread. */
const SHARED = /^\/(?:r|u|user)\/[\w.-]{1,60}\/s\/[A-Za-z0-9]{1,30}\/?$/;

/**
 * Reddit, by the JSON that its threads have at their address with `.json` behind it
 * (github.com/reddit-archive/reddit/wiki/JSON). To many programs it answers nothing: the error says what to save then.
 */
export const redditFetcher: Fetcher = {
  importer: 'reddit',
  label: 'Reddit',
  example: 'https://www.reddit.com/r/quayside/comments/1rq4t0/tide_ledger/',

  claims: (address) =>
    idIn(address) !== undefined || (HOST.test(address.hostname) && SHARED.test(address.pathname)),

  async fetch(address, ask, warn) {
    const id = idIn(address) ?? (await idOfShared(address, ask));
    const url = `${SITE}/comments/${id}.json?limit=500&raw_json=1`;
    const value = await jsonOf(await askReddit(url, ask));
    const gathered = await gatherComments(value, commentsOf(id, ask));
    if (!gathered) throw strangeAnswer(url, 'is no thread');
    tellOfMissing(gathered.missing, warn);
    return new Map([['thread.json', jsonFile(gathered.thread)]]);
  },
};

function idIn({ hostname, pathname }: URL): string | undefined {
  const form = hostname === SHORT_HOST ? SHORT : HOST.test(hostname) ? THREAD : undefined;
  return form?.exec(pathname)?.groups?.id?.toLowerCase();
}

async function idOfShared({ pathname }: URL, ask: Ask): Promise<string> {
  const { url } = await askReddit(`${SITE}${pathname}`, ask, 'text/html');
  const id = idIn(new URL(url));
  if (id === undefined) throw strangeAnswer(url, 'leads to no thread');
  return id;
}

async function askReddit(url: string, ask: Ask, accept?: string): Promise<Answer> {
  try {
    return await ask(url, accept === undefined ? {} : { accept });
  } catch (error) {
    if (!(error instanceof QuotidianError) || error.code !== 'http-403') throw error;
    throw new QuotidianError('Reddit does not answer this program.', {
      code: error.code,
      place: error.place,
      hint: 'Open the address of the thread in a browser, with .json?limit=500&raw_json=1 at its end, save what it shows, and import the file. If the community is closed, ask those who wrote in it.',
    });
  }
}

/** The ways to comments that an answer only counts. Without an account Reddit may refuse them. */
function commentsOf(id: string, ask: Ask): Comments {
  const value = async (url: string) => {
    const answer = await ask(url, { orNothing: true });
    return answer ? jsonOf(answer) : null;
  };
  return {
    named: (ids) =>
      value(
        `${SITE}/api/morechildren.json?api_type=json&link_id=t3_${id}&children=${ids.join(',')}&raw_json=1`,
      ),
    below: (comment) => value(`${SITE}/comments/${id}/_/${comment}.json?limit=500&raw_json=1`),
  };
}

function tellOfMissing(missing: number, warn: (warning: Warning) => void): void {
  if (missing > 0)
    warn({
      code: 'missing-replies',
      message: `Comments that Reddit counts and did not give: at least ${missing}. To some it gives more who are signed in: save the thread as one of them.`,
    });
}
