import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { composeDigest } from '../../markdown/compose-digest.ts';
import { parseDigest } from '../../markdown/digest-syntax.ts';
import { type DigestReading, readDigest } from '../../markdown/read-digest.ts';
import { type Evidence, gatherEvidence } from '../../quotes/evidence.ts';
import { applyOverlay } from '../../thread/overlay.ts';
import { type Thread, threadSchema } from '../../thread/schema.ts';
import { type Branch, branches } from '../branches.ts';
import { compositionOf } from '../digest-figures.ts';
import { digestQuoteId } from '../digest-speakers.ts';
import { type LoadedThread, loadThread } from '../loaded-thread.ts';
import type { Library } from '../library.ts';
import { threadFolio, type ThreadLinks } from '../thread-folio.ts';
import type { ThreadPage } from '../views.ts';
import type { Words } from '../words/index.ts';
import { DIGEST, WHOLE_POSTS } from './digest-states.ts';
import { OVERLAY, POST_STATES } from './post-states.ts';
import { QUOTE_STATES } from './quote-states.ts';
import { REVIEW_STATES } from './review-states.ts';
import { PEOPLE, type State } from './state.ts';
import { VOICES, VOICE_STATES } from './voice-states.ts';

/** Every state that a page may have to show, made by the engine that makes all pages. */
export interface KitchenSink {
  readonly digest: string;
  readonly threads: readonly SinkThread[];
}

export interface SinkThread {
  readonly page: ThreadPage;
  readonly states: readonly { readonly name: string; readonly branches: readonly Branch[] }[];
}

const THREADS: readonly { readonly thread: Thread; readonly states: readonly State[] }[] = [
  ['quotes', 'Quotes between participants', QUOTE_STATES],
  ['posts', 'Posts', POST_STATES],
  ['reviews', 'Patches and reviews', REVIEW_STATES],
  ['voices', 'Voices', VOICE_STATES],
  ['whole', 'Posts that the digest takes over whole', WHOLE_POSTS],
].map(([id, title, states]) => threadOf(id as string, title as string, states as readonly State[]));
const POSTS_PER_PAGE = 1000;
/** Stands for the addresses of threads and digests, which are all one page here. */
const BASE = '/sink';
const ELSEWHERE = /\/sink\/(?:threads|digests)\/[a-z]+\/(?=#)/g;
/** The digest has these posts whole and without marks: who asks for a passage of one finds the post. */
const IN_WHOLE_POST = /\/sink\/threads\/whole\/(#[a-z]\d+)(?:--\d+-\d+|-quotes)/g;
const onOnePage = (text: string) => text.replaceAll(IN_WHOLE_POST, '$1').replaceAll(ELSEWHERE, '');

/** All of it, for one page: every address is an anchor there. */
export async function kitchenSink(words: Words): Promise<KitchenSink> {
  const loaded = new Map(
    THREADS.map(({ thread }) => [
      thread.id,
      loadThread(applyOverlay(thread, thread.id === 'posts' ? OVERLAY : {}), POSTS_PER_PAGE),
    ]),
  );
  const evidence = gatherEvidence([...loaded.values()].map(({ reading }) => reading));
  const tree = parseDigest(DIGEST);
  const reading = readDigest(tree, evidence);
  const threads: SinkThread[] = [];
  for (const { thread, states } of THREADS) {
    const read = loaded.get(thread.id);
    if (!read || states === WHOLE_POSTS) continue;
    threads.push(await sinkThread(read, states, quotedIn(reading, thread.id), words));
  }
  const setting = { base: BASE, words, library: libraryOf(loaded, evidence), lang: words.lang };
  const composed = composeDigest(tree, reading, await compositionOf(tree, reading, evidence, setting));
  return { threads, digest: onOnePage(toHtml(toHast(composed))) };
}

function threadOf(id: string, title: string, states: readonly State[]): (typeof THREADS)[number] {
  const origin = { platform: id === 'reviews' ? 'mail' : 'mastodon', importer: 'kitchen-sink' };
  const people = id === 'voices' ? VOICES : PEOPLE;
  const posts = states.flatMap((state) => state.posts);
  return { thread: threadSchema.parse({ format: 1, id, title, origin, people, posts }), states };
}

/** What the thread's page says of the digest's quotes. */
function quotedIn({ quotes }: DigestReading, thread: string): ThreadLinks {
  const quotedBy = quotes.flatMap(({ source, fidelity }, index): ThreadLinks['quotedBy'][number][] => {
    if (source?.thread !== thread) return [];
    const { post, start, end } = source;
    const href = `#${digestQuoteId(index + 1)}`;
    return [{ post, start, end, fidelity, href, label: 'A digest', isDigest: true }];
  });
  return { sources: {}, quotedBy, digests: [] };
}

async function sinkThread(
  loaded: LoadedThread,
  states: readonly State[],
  links: ThreadLinks,
  words: Words,
): Promise<SinkThread> {
  const options = { base: BASE, words, postsPerPage: POSTS_PER_PAGE };
  const { pages } = await threadFolio(loaded, links, options);
  const page = JSON.parse(onOnePage(JSON.stringify(pages[0]))) as ThreadPage;
  const drawn = branches(page.posts);
  return {
    page,
    states: states.map(({ name, posts }) => {
      const ids = new Set(posts.map(({ id }) => id));
      return { name, branches: drawn.filter((branch) => ids.has(branch.post.id)) };
    }),
  };
}

function libraryOf(loaded: ReadonlyMap<string, LoadedThread>, evidence: Evidence): Library {
  return {
    thread: (id) => {
      const found = loaded.get(id);
      if (!found) throw new TypeError(`The kitchen sink has no thread ${id}.`);
      return found;
    },
    redactions: () => [],
    evidence: () => evidence,
  };
}
