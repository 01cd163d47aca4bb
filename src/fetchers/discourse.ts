import { isRecord } from '../importers/reading/glance.ts';
import { jsonFile, jsonOf } from './answers.ts';
import { strangeAnswer } from './faults.ts';
import type { Ask, Fetcher } from './fetcher.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * `/t/tide-tables/77/3`, `/t/77`, `/forum/t/-/77`, `/n/tide-tables/77` (replies within each other). A number alone is no
 * slug (frontend/discourse/app/lib/url.js).
 */
const TOPIC =
  /^(?<path>(?:\/[\w.-]{1,60}){0,3}?)\/(?:t(?:\/(?!\d{1,12}(?:\/|$))[^/]{1,300})?|n\/[^/]{1,300})\/(?<id>\d{1,12})(?:\/\d{1,12})?(?:\.json|\/)?$/;

/**
 * Any forum of Discourse, by its JSON API (docs.discourse.org). It gives twenty posts, and others by their ids
 * (app/controllers/topics_controller.rb). To print a topic gives a thousand at once, but takes from the few that a
 * forum allows in an hour, and all who are not signed in share them: it is not asked for.
 */
export const discourseFetcher: Fetcher = {
  importer: 'discourse',
  label: 'Discourse',
  example: 'https://quay.example/t/tide-tables/77',

  claims: ({ pathname }) => TOPIC.test(pathname),

  async fetch({ origin, pathname }, ask) {
    const { path = '', id = '' } = TOPIC.exec(pathname)?.groups ?? {};
    const first = await ask(`${origin}${path}/t/${id}.json?include_raw=1`);
    const topic = await jsonOf(first);
    if (!isRecord(topic) || !isRecord(topic.post_stream)) throw strangeAnswer(first.url, 'is no topic');
    const home = first.url.slice(0, first.url.lastIndexOf('/t/'));
    const held = new Set(postsOf(topic).map((post) => post.id));
    const { stream } = topic.post_stream;
    const pages = Array.isArray(stream)
      ? await byIds(
          `${home}/t/${id}`,
          stream.filter((post) => !held.has(post)),
          ask,
        )
      : await byPages(`${home}/t/${id}`, held, ask);
    return new Map([
      ['topic.json', jsonFile({ ...topic, forum: home })],
      ...pages.map((page, index) => [`posts-${index + 2}.json`, jsonFile(page)] as const),
    ]);
  },
};

/** As many as the forum's own pages ask for at once. */
const AT_ONCE = 20;

async function byIds(topic: string, ids: readonly unknown[], ask: Ask): Promise<readonly unknown[]> {
  const pages: unknown[] = [];
  const wanted = ids.map(String).filter((id) => /^\d{1,15}$/.test(id));
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    const query = wanted.slice(start, start + AT_ONCE).map((id) => `post_ids%5B%5D=${id}`);
    pages.push(await jsonOf(await ask(`${topic}/posts.json?${query.join('&')}&include_raw=1`)));
  }
  return pages;
}

/** Of a topic with more than ten thousand posts the ids are not told. Behind the last page comes the last once more. */
async function byPages(topic: string, held: Set<unknown>, ask: Ask): Promise<readonly unknown[]> {
  const pages: unknown[] = [];
  for (let number = 2; ; number += 1) {
    const answer = await ask(`${topic}.json?page=${number}&include_raw=1`, { orNothing: true });
    const page = answer ? await jsonOf(answer) : null;
    const fresh = isRecord(page) ? postsOf(page).filter((post) => !held.has(post.id)) : [];
    if (fresh.length === 0) return pages;
    for (const post of fresh) held.add(post.id);
    pages.push(page);
  }
}

function postsOf({ post_stream: stream }: Values): readonly Values[] {
  return isRecord(stream) && Array.isArray(stream.posts) ? stream.posts.filter(isRecord) : [];
}
