import type { Warning } from '../importers/importer.ts';
import { isRecord } from '../importers/reading/glance.ts';
import { jsonOf } from './answers.ts';
import { strangeAnswer } from './faults.ts';
import type { Answer, Ask, Fetcher } from './fetcher.ts';
import { pageName } from './page-name.ts';

/** `/post/12`, `/comment/12`, `/post/12/34`, where the last is a comment */
const PLACE = /^\/(post|comment)\/(\d{1,18})(?:\/\d{1,18})?\/?$/;

/** How many comments Lemmy gives at once. */
const PAGE = 50;

/**
 * Lemmy, which anyone may run: `/api/v3` of 0.18 and later, `/api/v4` where a server has that alone (join-lemmy.org/api).
 * Comments are asked for without `max_depth`, since with it the server does not page.
 */
export const lemmyFetcher: Fetcher = {
  importer: 'lemmy',
  label: 'Lemmy',
  example: 'https://harbour.example/post/42',

  claims: ({ pathname }) => PLACE.test(pathname),

  async fetch({ origin, pathname }, ask, warn) {
    const [, kind, number = ''] = PLACE.exec(pathname) ?? [];
    const { api, answer, id } =
      kind === 'post' ? await postAt(origin, number, ask) : await postOfComment(origin, number, ask);
    const files = new Map([['post.json', answer.content]]);
    const pages = api.endsWith('v3') ? pagesByNumber(api, id, ask) : pagesByCursor(api, id, ask);
    const found = new Set<string>();
    for await (const { answer: page, comments } of pages) {
      const before = found.size;
      for (const comment of comments) found.add(numberIn(comment, 'comment', 'id') ?? '');
      if (found.size === before) break;
      files.set(pageName('comments', files.size), page.content);
    }
    tellOfMissing(await jsonOf(answer), found.size, warn);
    return files;
  },
};

interface FoundPost {
  /** `https://harbour.example/api/v3` */
  readonly api: string;
  readonly id: string;
  readonly answer: Answer;
}

async function postAt(origin: string, id: string, ask: Ask): Promise<FoundPost> {
  const [api, answer] = await askEither(origin, `/post?id=${id}`, ask);
  return { api, id, answer };
}

async function postOfComment(origin: string, comment: string, ask: Ask): Promise<FoundPost> {
  const [api, answer] = await askEither(origin, `/comment?id=${comment}`, ask);
  const value = await jsonOf(answer);
  const id = isRecord(value) ? numberIn(value.comment_view, 'comment', 'post_id') : undefined;
  if (id === undefined) throw strangeAnswer(answer.url, 'is no comment of Lemmy');
  return { api, id, answer: await ask(`${api}/post?id=${id}`) };
}

async function askEither(origin: string, question: string, ask: Ask): Promise<readonly [string, Answer]> {
  const older = await ask(`${origin}/api/v3${question}`, { orNothing: true });
  if (older) return [`${origin}/api/v3`, older];
  return [`${origin}/api/v4`, await ask(`${origin}/api/v4${question}`)];
}

interface Page {
  readonly answer: Answer;
  readonly comments: readonly unknown[];
}

/** A page may hold fewer than were asked for; the one after the last holds none. */
async function* pagesByNumber(api: string, post: string, ask: Ask): AsyncGenerator<Page> {
  for (let page = 1; ; page += 1) {
    const answer = await ask(
      `${api}/comment/list?post_id=${post}&type_=All&sort=Old&limit=${PAGE}&page=${page}`,
    );
    const comments = await listIn(answer, 'comments');
    if (comments.length === 0) return;
    yield { answer, comments };
  }
}

async function* pagesByCursor(api: string, post: string, ask: Ask): AsyncGenerator<Page> {
  const first = `${api}/comment/list?post_id=${post}&type_=all&sort=old&limit=${PAGE}`;
  for (let at: string | undefined = first; at !== undefined;) {
    const answer: Answer = await ask(at);
    const value = await jsonOf(answer);
    const comments = await listIn(answer, 'items');
    if (comments.length > 0) yield { answer, comments };
    const cursor = isRecord(value) ? value.next_page : undefined;
    at = typeof cursor === 'string' ? `${first}&page_cursor=${encodeURIComponent(cursor)}` : undefined;
  }
}

async function listIn(answer: Answer, key: string): Promise<readonly unknown[]> {
  const value = await jsonOf(answer);
  const list = isRecord(value) ? value[key] : undefined;
  if (!Array.isArray(list)) throw strangeAnswer(answer.url, 'is no list of comments');
  return list;
}

/** `view[part][key]`, a number, as text. */
function numberIn(view: unknown, part: string, key: string): string | undefined {
  const held = isRecord(view) ? view[part] : undefined;
  const number = isRecord(held) ? held[key] : undefined;
  return typeof number === 'number' || typeof number === 'string' ? String(number) : undefined;
}

function tellOfMissing(post: unknown, found: number, warn: (warning: Warning) => void): void {
  const view = isRecord(post) ? post.post_view : undefined;
  const counted = Number(numberIn(view, 'counts', 'comments') ?? numberIn(view, 'post', 'comments') ?? 0);
  if (counted > found)
    warn({
      code: 'missing-comments',
      message: `The server counts ${counted} comments and gives ${found}.`,
    });
}
