import { isRecord } from '../importers/reading/glance.ts';
import { jsonOf } from './answers.ts';
import { strangeAnswer } from './faults.ts';
import type { Ask, Fetcher } from './fetcher.ts';

const HOST = 'lobste.rs';

/** `/s/k1ttiw`, `/s/k1ttiw/clock_that_winds_itself`, `/s/k1ttiw.json` */
const STORY = /^\/s\/([a-z0-9]{1,20})(?:\.json|\/|\/[^/]{1,300})?$/;
/** `/c/ab12cd`, `/comments/ab12cd` */
const COMMENT = /^\/(?:c|comments)\/([a-z0-9]{1,20})\/?$/;

/** Lobsters. A story comes with all its comments (config/routes.rb and app/controllers of lobsters/lobsters). */
export const lobstersFetcher: Fetcher = {
  importer: 'lobsters',
  label: 'Lobsters',
  example: 'https://lobste.rs/s/k1ttiw/clock_that_winds_itself',

  claims: ({ hostname, pathname }) => hostname === HOST && (STORY.test(pathname) || COMMENT.test(pathname)),

  async fetch({ origin, pathname }, ask) {
    const id = STORY.exec(pathname)?.[1] ?? (await storyOf(`${origin}/c/${commentIn(pathname)}`, ask));
    const answer = await ask(`${origin}/s/${id}.json`);
    const story = await jsonOf(answer);
    if (!isRecord(story) || !Array.isArray(story.comments))
      throw strangeAnswer(answer.url, 'is no story with comments');
    return new Map([[`${id}.json`, answer.content]]);
  },
};

function commentIn(pathname: string): string {
  return COMMENT.exec(pathname)?.[1] ?? '';
}

/** A comment's own address leads on to its place below the story. */
async function storyOf(comment: string, ask: Ask): Promise<string> {
  const { url } = await ask(comment, { accept: 'text/html' });
  const id = STORY.exec(new URL(url).pathname)?.[1];
  if (id === undefined) throw strangeAnswer(url, 'leads to no story');
  return id;
}
