import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { HeardQuote } from '../quotes/heard.ts';
import { heard } from '../quotes/elsewhere.ts';
import { type Orphan, orphansOf } from '../quotes/orphans.ts';
import { shingles } from '../quotes/words.ts';
import type { Person } from '../thread/schema.ts';
import { readKept, threadFolder, writeChanged } from './cache-files.ts';
import { refuseWithoutConsent } from './consent.ts';
import { editedThread, hashOf, readThreadFiles } from './content-files.ts';
import { type LoadedThread, loadThread } from './loaded-thread.ts';
import { hashOfOptions, type PrepareOptions } from './prepare-options.ts';
import { FIGURES } from './figures/figures-file.ts';
import { threadFigures } from './figures/thread-figures.ts';
import { THREAD_PEOPLE } from './people/people-files.ts';
import { threadPeople } from './people/thread-people.ts';
import { shownPictures } from './pictures.ts';
import { nameOf } from './quote-figures.ts';
import type { SearchRecord, SearchUnit } from './search/search-record.ts';
import { threadSearch, threadUnits } from './search/thread-search.ts';
import { threadFolio, type ThreadLinks } from './thread-folio.ts';
import { PICTURES } from './thread-pictures.ts';
import type { ThreadHash } from './thread-hashes.ts';
import type { ThreadView } from './views.ts';
import { wordsFor } from './words/index.ts';

/** What is kept in memory of every thread; what its posts say stays in the cache. */
export interface ThreadRecord {
  /** Of the thread's files, the settings and the generator. */
  readonly hash: string;
  /** Those in which the pages were written. */
  readonly links: ThreadLinks;
  readonly view: ThreadView;
  /** What can be found of it, page by page; `readSearch` has the words. */
  readonly search: readonly SearchUnit[];
  readonly orphans: readonly ThreadOrphan[];
}

/** A quote without a source in its thread, with what its source's page will say of it. */
export interface ThreadOrphan extends Orphan {
  /** `<post>/<index>` */
  readonly quote: string;
  readonly post: string;
  readonly page: number;
  readonly speaker?: string;
}

/** A post's own words, with what a quote of it in another thread shows. */
export interface Said {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
  readonly url?: string;
  readonly author: string | null;
  readonly person?: Person;
  readonly page: number;
  /** Who quotes it in its thread. */
  readonly quotedBy?: readonly HeardQuote[];
}

export const NO_LINKS: ThreadLinks = { sources: {}, quotedBy: [], digests: [] };

/** Of a thread as it is prepared, by those of its files and of the options. */
export function hashOfThread({ hash, bytes }: ThreadHash, ofOptions: string): ThreadHash {
  return { hash: hashOf(ofOptions, hash), bytes };
}

/** Changes whenever anything that the thread's pages show does. */
export function keyOf(hash: string, links: ThreadLinks): string {
  return hashOf(hash, JSON.stringify(links));
}

/** What is known of the thread since it was last prepared. */
export function readRecord(id: string, { cache }: PrepareOptions): ThreadRecord | undefined {
  return readKept<ThreadRecord>(join(threadFolder(cache, id), RECORD));
}

/** What the thread's posts say. */
export function readSaid(id: string, { cache }: PrepareOptions): readonly Said[] {
  return readKept<readonly Said[]>(join(threadFolder(cache, id), SAID)) ?? [];
}

/** What can be found of the thread, page by page. */
export function readSearch(id: string, { cache }: PrepareOptions): readonly (readonly SearchRecord[])[] {
  return readKept<readonly (readonly SearchRecord[])[]>(join(threadFolder(cache, id), SEARCH)) ?? [];
}

/** The shingles of all that the thread's posts say, in no order: they tell whether `readSaid` is worth its time. */
export function readShingles(id: string, { cache }: PrepareOptions): Uint32Array {
  const bytes = new Uint8Array(readFileSync(join(threadFolder(cache, id), SHINGLES)));
  return new Uint32Array(bytes.buffer, 0, bytes.length / Uint32Array.BYTES_PER_ELEMENT);
}

const RECORD = 'record.json';
const SAID = 'said.json';
const SEARCH = 'search.json';
const SHINGLES = 'shingles';

/** Reads a thread, traces its quotes, and writes what its pages show. Its record goes first and comes back last. */
export async function prepareThread(
  id: string,
  links: ThreadLinks,
  options: PrepareOptions,
): Promise<ThreadRecord> {
  const { base, settings, cache, root } = options;
  const files = readThreadFiles(root, id);
  const edited = editedThread(files);
  refuseWithoutConsent(edited.thread, settings);
  const loaded = loadThread(edited, settings.postsPerPage);
  const words = wordsFor(settings.lang);
  const { view, pages } = await threadFolio(loaded, links, {
    base,
    words,
    postsPerPage: settings.postsPerPage,
  });
  const pictures = shownPictures(loaded.thread);
  const found = threadSearch(loaded, { base, words });
  const hash = hashOf(hashOfOptions(options), files.hash);
  const search = threadUnits(id, view.from, found);
  const record: ThreadRecord = { hash, links, view, search, orphans: orphansIn(loaded) };
  const written = new Map<string, string | Uint8Array>([
    ...pages.map((page) => [`${page.number}.json`, JSON.stringify(page)] as const),
    ['thread.json', `${JSON.stringify(loaded.thread, null, 2)}\n`],
    [SAID, JSON.stringify(saidIn(loaded))],
    [SEARCH, JSON.stringify(found)],
    [SHINGLES, shinglesIn(loaded)],
    [FIGURES, JSON.stringify(threadFigures(loaded))],
    ...(pictures.length > 0 ? [[PICTURES, JSON.stringify(pictures)] as const] : []),
    ...(settings.people ? [[THREAD_PEOPLE, JSON.stringify(threadPeople(loaded, base))] as const] : []),
  ]);
  const folder = threadFolder(cache, id);
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, RECORD), { force: true });
  for (const [name, content] of written) writeChanged(join(folder, name), content);
  for (const name of readdirSync(folder)) if (!written.has(name)) rmSync(join(folder, name));
  writeChanged(join(folder, RECORD), JSON.stringify(record));
  return record;
}

function orphansIn({ graph, reading, pageOf }: LoadedThread): readonly ThreadOrphan[] {
  return orphansOf(reading, graph).map(({ quote, ...orphan }) => {
    const { author } = orphan;
    const saysMore = reading.byId.get(quote.post)?.own.text !== '';
    return {
      ...orphan,
      post: quote.post,
      quote: `${quote.post}/${quote.index}`,
      page: pageOf.get(quote.post) ?? 1,
      ...(author && saysMore ? { speaker: nameOf(author) } : {}),
    };
  });
}

function saidIn({ reading, graph, pageOf }: LoadedThread): readonly Said[] {
  const { posts } = heard(reading, graph);
  return posts.flatMap(({ id, author, authorId, published, quotedBy }): Said[] => {
    const read = reading.byId.get(id);
    if (!read || read.own.text === '') return [];
    const { url } = read.post;
    return [
      {
        id,
        text: read.own.text,
        author: authorId,
        page: pageOf.get(id) ?? 1,
        ...(published ? { published } : {}),
        ...(url ? { url } : {}),
        ...(author ? { person: author } : {}),
        ...(quotedBy ? { quotedBy } : {}),
      },
    ];
  });
}

function shinglesIn({ reading }: LoadedThread): Uint8Array {
  const byPost = reading.posts.map(({ normal }) => shingles(normal.text));
  const all = new Uint32Array(byPost.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const some of byPost) {
    all.set(some, at);
    at += some.length;
  }
  return new Uint8Array(all.buffer);
}
