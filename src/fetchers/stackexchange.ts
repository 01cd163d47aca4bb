import { isRecord } from '../importers/reading/glance.ts';
import { jsonFile, jsonOf } from './answers.ts';
import { missingThread, strangeAnswer } from './faults.ts';
import type { Ask, Fetcher } from './fetcher.ts';

const API = 'https://api.stackexchange.com/2.3';

/** `stackoverflow.com`, `pt.stackoverflow.com`, `meta.askubuntu.com`, `ux.stackexchange.com`, `ux.meta.stackexchange.com` */
const SITE =
  /^(?:[\w-]{1,63}\.){0,2}(?:stackexchange\.com|stackoverflow\.com|serverfault\.com|superuser\.com|askubuntu\.com|mathoverflow\.net|stackapps\.com)$/;
/** Parts of the network that are no sites of questions. */
const NO_SITE = /^(?:api|chat|data|area51)\./;

/** `/questions/12`, `/questions/12/why-does-it-drift`, `/questions/12/why-does-it-drift/34`, `/q/12`, `/q/12/7` */
const QUESTION = /^\/(?:questions|q)\/(\d{1,12})(?:\/[^/]{1,400}){0,2}\/?$/;
/** `/a/34`, `/a/34/7`, where the last is who shared it */
const ANSWER = /^\/a\/(\d{1,12})(?:\/\d{1,12})?\/?$/;

/**
 * Stack Exchange: a question, its answers, and the comments on all of them (api.stackexchange.com/docs). The filter
 * `withbody` is one of those that the API names itself.
 */
export const stackexchangeFetcher: Fetcher = {
  importer: 'stackexchange',
  label: 'Stack Exchange',
  example: 'https://stackoverflow.com/questions/42/why-does-the-clock-drift',

  claims: ({ hostname, pathname }) =>
    SITE.test(hostname) && !NO_SITE.test(hostname) && (QUESTION.test(pathname) || ANSWER.test(pathname)),

  async fetch({ href, hostname, pathname }, ask) {
    const itemsOf = methods(hostname.replace(/^www\./, ''), ask);
    const question = QUESTION.exec(pathname)?.[1] ?? (await questionOf(href, pathname, itemsOf));
    const questions = await itemsOf('questions/{ids}', [question]);
    if (questions.length === 0) throw missingThread(href, `knows no question ${question}`);
    const answers = await itemsOf('questions/{ids}/answers', [question]);
    const posts = [question, ...answers.flatMap((answer) => idIn(answer, 'answer_id') ?? [])];
    const comments: unknown[] = [];
    for (let start = 0; start < posts.length; start += MOST_IDS)
      comments.push(...(await itemsOf('posts/{ids}/comments', posts.slice(start, start + MOST_IDS))));
    // By names that sort in the order of the thread.
    const lists = Object.entries({ '1-question': questions, '2-answers': answers, '3-comments': comments });
    const files = lists.filter(([, items]) => items.length > 0);
    return new Map(files.map(([name, items]) => [`${name}.json`, jsonFile({ items, has_more: false })]));
  },
};

/** How many ids a method takes, and how many items a page may hold. */
const MOST_IDS = 100;
const PAGE = 100;

type Items = (method: string, ids: readonly string[]) => Promise<readonly unknown[]>;

/** The items of a method on all pages. It may ask to be left alone for some seconds (api.stackexchange.com/docs/throttle). */
function methods(site: string, ask: Ask): Items {
  const rests = new Map<string, number>();
  return async (method, ids) => {
    const items: unknown[] = [];
    for (let page = 1; ; page += 1) {
      const path = method.replace('{ids}', ids.join(';'));
      const answer = await ask(
        `${API}/${path}?site=${site}&filter=withbody&order=asc&sort=creation&pagesize=${PAGE}&page=${page}`,
        { rest: rests.get(method) ?? 0 },
      );
      const value = await jsonOf(answer);
      if (!isRecord(value) || !Array.isArray(value.items))
        throw strangeAnswer(answer.url, 'is no list of Stack Exchange');
      for (const item of value.items) items.push(item);
      rests.set(method, typeof value.backoff === 'number' ? value.backoff : 0);
      if (value.has_more !== true) return items;
    }
  };
}

async function questionOf(href: string, pathname: string, itemsOf: Items): Promise<string> {
  const id = ANSWER.exec(pathname)?.[1] ?? '';
  const [answer] = await itemsOf('answers/{ids}', [id]);
  const question = idIn(answer, 'question_id');
  if (question === undefined) throw missingThread(href, `knows no answer ${id}`);
  return question;
}

function idIn(item: unknown, key: string): string | undefined {
  const id = isRecord(item) ? item[key] : undefined;
  return typeof id === 'number' || typeof id === 'string' ? String(id) : undefined;
}
