import { isRecord } from '../importers/reading/glance.ts';
import type { Warning } from '../importers/importer.ts';
import { jsonOf } from './answers.ts';
import type { Answer, Ask, Fetcher } from './fetcher.ts';

const HOST = 'news.ycombinator.com';
const API = 'https://hn.algolia.com/api/v1/items';
const ID = /^\d{1,12}$/;

/** Hacker News, by the API of its search at Algolia, which answers a whole tree at once (hn.algolia.com/api). */
export const hackernewsFetcher: Fetcher = {
  importer: 'hackernews',
  label: 'Hacker News',
  example: 'https://news.ycombinator.com/item?id=1042',

  claims: ({ hostname, pathname, searchParams }) =>
    hostname === HOST && pathname === '/item' && ID.test(searchParams.get('id') ?? ''),

  async fetch(address, ask, warn) {
    const id = address.searchParams.get('id') ?? '';
    const { content } = await topOf(await ask(`${API}/${id}`), id, ask, warn);
    return new Map([['thread.json', content]]);
  },
};

/** The story of an item: what is answered for a comment holds only what answers it in turn. */
async function topOf(item: Answer, id: string, ask: Ask, warn: (warning: Warning) => void): Promise<Answer> {
  const value = await jsonOf(item);
  const above = isRecord(value) ? [value.story_id, value.parent_id].map(String) : [];
  const next = above.find((one) => ID.test(one) && one !== id);
  if (next === undefined) return item;
  const answer = await ask(`${API}/${next}`, { orNothing: true });
  if (answer) return topOf(answer, next, ask, warn);
  warn({
    code: 'missing-story',
    message: `The story ${next} is not to be had: only the comment ${id} and its replies were fetched.`,
  });
  return item;
}
