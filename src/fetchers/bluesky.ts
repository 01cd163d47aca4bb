import type { ExportFiles, Warning } from '../importers/importer.ts';
import { isRecord } from '../importers/reading/glance.ts';
import { branchesOf } from './bluesky/branches.ts';
import { jsonOf } from './answers.ts';
import { missingThread } from './faults.ts';
import type { Answer, Ask, Fetcher } from './fetcher.ts';
import { pageName } from './page-name.ts';

const HOST = 'bsky.app';
const API = 'https://public.api.bsky.app/xrpc';

/** `/profile/ines.quay.example/post/3kquay2222222`, `/profile/did:plc:ines23/post/3kquay2222222` */
const POST = /^\/profile\/([\w.:%-]{1,2048})\/post\/([\w.:~-]{1,512})\/?$/;
/** How deep an answer may go down and up at the most (lexicon app.bsky.feed.getPostThread). */
const DEEPEST = 1000;
/** Posts whose replies an answer leaves out. */
const MOST_CONTINUED = 300;

/**
 * Bluesky, by the public API (docs.bsky.app, lexicons app.bsky.feed.getPosts and getPostThread): the thread from its
 * first post on. Where an answer ends too early the next begins with the post that it ended with.
 */
export const blueskyFetcher: Fetcher = {
  importer: 'bluesky',
  label: 'Bluesky',
  example: 'https://bsky.app/profile/ines.quay.example/post/3kquay2222222',

  claims: ({ hostname, pathname }) => hostname === HOST && POST.test(pathname),

  async fetch({ href, pathname }, ask, warn) {
    const start = await uriOf(pathname, ask);
    const post = await postAt(start, ask);
    if (!post) throw missingThread(href, 'shows no such post');
    const top = await topOf(start, rootOf(post) ?? start, ask, warn);
    return wholeThread(top, start, ask, warn);
  },
};

async function uriOf(pathname: string, ask: Ask): Promise<string> {
  const [, name = '', key = ''] = POST.exec(pathname) ?? [];
  const person = name.replace(/%3A/gi, ':');
  const did = person.startsWith('did:') ? person : await didOf(person, ask);
  return `at://${did}/app.bsky.feed.post/${key}`;
}

async function didOf(handle: string, ask: Ask): Promise<string> {
  const url = `${API}/com.atproto.identity.resolveHandle?handle=${encodeURIComponent(handle)}`;
  const value = await jsonOf(await ask(url));
  if (isRecord(value) && typeof value.did === 'string') return value.did;
  throw missingThread(url, `knows nobody called ${handle}`);
}

type Post = Readonly<Record<string, unknown>>;

/** What is deleted is left out of the answer, which is no error. */
async function postAt(uri: string, ask: Ask): Promise<Post | undefined> {
  const value = await jsonOf(await ask(`${API}/app.bsky.feed.getPosts?uris=${encodeURIComponent(uri)}`));
  const posts = isRecord(value) && Array.isArray(value.posts) ? value.posts : [];
  return posts.find(isRecord);
}

function rootOf({ record }: Post): string | undefined {
  const reply = isRecord(record) ? record.reply : undefined;
  const root = isRecord(reply) ? reply.root : undefined;
  return isRecord(root) && typeof root.uri === 'string' ? root.uri : undefined;
}

/** The first post of the thread, or the highest that is left above the one that was asked for. */
async function topOf(
  start: string,
  root: string,
  ask: Ask,
  warn: (warning: Warning) => void,
): Promise<string> {
  if (root === start || (await postAt(root, ask))) return root;
  const value = await jsonOf(await ask(threadAddress(start, 0, DEEPEST)));
  let top = start;
  let above = isRecord(value) && isRecord(value.thread) ? value.thread.parent : undefined;
  while (isRecord(above) && isRecord(above.post)) {
    top = String(above.post.uri);
    above = above.parent;
  }
  warn({
    code: 'no-beginning',
    message: 'The first post of the thread is gone. Fetched was what answers the highest post that is left.',
  });
  return top;
}

async function wholeThread(
  top: string,
  start: string,
  ask: Ask,
  warn: (warning: Warning) => void,
): Promise<ExportFiles> {
  const files = new Map<string, Blob>();
  const read = branchesOf();
  const take = async (answer: Answer) => {
    files.set(pageName('thread', files.size + 1), answer.content);
    const value = await jsonOf(answer);
    read.add(isRecord(value) ? value.thread : undefined);
  };
  await take(await ask(threadAddress(top, DEEPEST, 0)));
  // It stands below one that is not shown.
  if (!read.has(start)) await take(await ask(threadAddress(start, DEEPEST, DEEPEST)));
  const continued = new Set([top, start]);
  for (let uri = read.next(continued); uri !== undefined; uri = read.next(continued)) {
    if (continued.size > MOST_CONTINUED) break;
    continued.add(uri);
    await take(await ask(threadAddress(uri, DEEPEST, 0)));
  }
  const missing = read.missing();
  if (missing > 0)
    warn({
      code: 'missing-replies',
      message: `Replies that the server counts and does not give, since they are deleted, hidden or blocked: ${missing}.`,
    });
  return files;
}

function threadAddress(uri: string, depth: number, parentHeight: number): string {
  return `${API}/app.bsky.feed.getPostThread?uri=${encodeURIComponent(uri)}&depth=${depth}&parentHeight=${parentHeight}`;
}
