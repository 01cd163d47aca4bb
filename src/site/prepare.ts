import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalForm } from '../quotes/normal.ts';
import { type Found, type Orphan, watchFor } from '../quotes/elsewhere.ts';
import type { Person } from '../thread/schema.ts';
import { postAddress } from './addresses.ts';
import { editedThread, hashOf, readThreadFiles, threadIds } from './content-files.ts';
import { type DigestRecord, digestRecords } from './digest-records.ts';
import { openLibrary } from './library.ts';
import { type LoadedThread, loadThread } from './loaded-thread.ts';
import { type ForeignSource, nameOf } from './quote-figures.ts';
import type { Settings } from './settings.ts';
import { textFragment } from './text-fragment.ts';
import { threadFolio, type ThreadLinks } from './thread-folio.ts';
import type { ThreadPage, ThreadView } from './views.ts';

export interface PrepareOptions {
  readonly root: string;
  /** Where work that can be done again is kept. */
  readonly cache: string;
  /** Changes whenever the generator may print the same content differently. */
  readonly version: string;
  readonly base: string;
  readonly settings: Settings;
}

export interface PreparedThread {
  readonly view: ThreadView;
  /** Changes whenever anything that the thread's pages show does. */
  readonly key: string;
}

export interface PreparedSite {
  readonly threads: readonly PreparedThread[];
  readonly digests: readonly DigestRecord[];
}

/** What is kept of a thread, so that it need not be read again: for its pages, and for quotes of it elsewhere. */
interface ThreadRecord {
  /** Of the thread's files, the settings and the generator. */
  readonly hash: string;
  /** Of the links too, in which the pages were written. */
  readonly key: string;
  readonly view: ThreadView;
  readonly orphans: readonly (Orphan & { readonly quote: string })[];
  readonly said: readonly Said[];
}

interface Said {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
  readonly url?: string;
  readonly author: string | null;
  readonly person?: Person;
  readonly page: number;
}

const NO_LINKS: ThreadLinks = { sources: {}, quotedBy: [], digests: [] };

/**
 * Makes every thread's pages ready in the cache, and finds out who quotes whom across threads and digests. Only
 * what changed is done again. Threads are in memory one at a time.
 */
export async function prepareSite(options: PrepareOptions): Promise<PreparedSite> {
  const ids = threadIds(options.root);
  const records = new Map<string, ThreadRecord>();
  for (const id of ids) records.set(id, await freshRecord(id, options));
  const links = linksAcross(records, options);
  const digests = digestRecords(options, openLibrary(options.root, options.settings.postsPerPage));
  for (const digest of digests) addDigest(digest, links);
  const threads: PreparedThread[] = [];
  for (const [id, record] of records)
    threads.push(await withLinks(id, record, links.get(id) ?? NO_LINKS, options));
  writeJson(join(folderOf(options.cache), 'digests.json'), digests);
  return { threads, digests };
}

/** The folder in the cache that holds what pages need. */
export function folderOf(cache: string): string {
  return join(cache, 'quotidian');
}

/** A thread's page as `prepareSite` left it. */
export function readThreadPage(cache: string, id: string, number: number): ThreadPage {
  return readJson<ThreadPage>(join(folderOf(cache), 'threads', id, `${number}.json`));
}

/** The digests as `prepareSite` left them. */
export function readDigestRecords(cache: string): readonly DigestRecord[] {
  return readJson<readonly DigestRecord[]>(join(folderOf(cache), 'digests.json'));
}

async function freshRecord(id: string, options: PrepareOptions): Promise<ThreadRecord> {
  const files = readThreadFiles(options.root, id);
  const hash = hashOf(options.version, JSON.stringify(options.settings), options.base, files.hash);
  const known = readRecord(id, options.cache);
  if (known?.hash === hash) return known;
  const loaded = loadThread(editedThread(files), options.settings.postsPerPage);
  return writePages(loaded, hash, NO_LINKS, options);
}

async function withLinks(
  id: string,
  record: ThreadRecord,
  links: ThreadLinks,
  options: PrepareOptions,
): Promise<PreparedThread> {
  const key = keyOf(record.hash, links);
  if (record.key === key) return { view: record.view, key };
  const loaded = loadThread(editedThread(readThreadFiles(options.root, id)), options.settings.postsPerPage);
  const { view } = await writePages(loaded, record.hash, links, options);
  return { view, key };
}

function keyOf(hash: string, links: ThreadLinks): string {
  return hashOf(hash, JSON.stringify(links));
}

async function writePages(
  loaded: LoadedThread,
  hash: string,
  links: ThreadLinks,
  options: PrepareOptions,
): Promise<ThreadRecord> {
  const { base, settings, cache } = options;
  const { view, pages } = await threadFolio(loaded, links, {
    base,
    lang: settings.lang,
    postsPerPage: settings.postsPerPage,
  });
  const folder = join(folderOf(cache), 'threads', loaded.thread.id);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const page of pages) writeJson(join(folder, `${page.number}.json`), page);
  writeFileSync(join(folder, 'thread.json'), `${JSON.stringify(loaded.thread, null, 2)}\n`);
  const record: ThreadRecord = {
    hash,
    key: keyOf(hash, links),
    view,
    orphans: orphansOf(loaded),
    said: saidIn(loaded),
  };
  writeJson(join(folder, 'record.json'), record);
  return record;
}

function readRecord(id: string, cache: string): ThreadRecord | undefined {
  try {
    return readJson<ThreadRecord>(join(folderOf(cache), 'threads', id, 'record.json'));
  } catch {
    return undefined;
  }
}

function orphansOf({ thread, graph, reading }: LoadedThread): ThreadRecord['orphans'] {
  return graph.quotes
    .filter(({ source }) => source === null)
    .map((quote) => {
      const post = reading.byId.get(quote.post);
      const name = post?.quotes[quote.index]?.node.data?.quote?.name;
      return {
        thread: thread.id,
        quote: `${quote.post}/${quote.index}`,
        text: quote.text,
        ...(name ? { name } : {}),
        ...(post?.post.published ? { published: post.post.published } : {}),
      };
    });
}

function saidIn({ reading, pageOf }: LoadedThread): readonly Said[] {
  return reading.posts
    .filter(({ own }) => own.text !== '')
    .map(({ post, own, author }) => ({
      id: post.id,
      text: own.text,
      author: post.author,
      page: pageOf.get(post.id) ?? 1,
      ...(post.published ? { published: post.published } : {}),
      ...(post.url ? { url: post.url } : {}),
      ...(author && !post.inferred?.includes('author') ? { person: author } : {}),
    }));
}

type Links = Map<
  string,
  {
    sources: Record<string, ForeignSource>;
    quotedBy: ThreadLinks['quotedBy'][number][];
    digests: ThreadView['digests'][number][];
  }
>;

function linksOf(links: Links, id: string) {
  const known = links.get(id) ?? { sources: {}, quotedBy: [], digests: [] };
  links.set(id, known);
  return known;
}

/** Looks for the sources of quotes in other threads than their own. */
function linksAcross(records: ReadonlyMap<string, ThreadRecord>, options: PrepareOptions): Links {
  const orphans = [...records.values()].flatMap((record) => record.orphans);
  const watch = watchFor(orphans);
  for (const [id, { said }] of records) {
    watch.look({
      thread: id,
      posts: said.map((post) => ({
        ...post,
        author: post.person ?? null,
        authorId: post.author,
        normal: normalForm(post.text),
      })),
    });
  }
  const links: Links = new Map();
  for (const [number, found] of watch.found()) {
    const orphan = orphans[number];
    if (orphan) addSource(orphan, found, records, links, options);
  }
  return links;
}

function addSource(
  orphan: ThreadRecord['orphans'][number],
  { source, fidelity }: Found,
  records: ReadonlyMap<string, ThreadRecord>,
  links: Links,
  { base }: PrepareOptions,
): void {
  const from = records.get(source.thread);
  const said = from?.said.find(({ id }) => id === source.post);
  const quoting = records.get(orphan.thread);
  if (!from || !said || !quoting) return;
  const postHref = postAddress(base, source.thread, source.post, said.page);
  linksOf(links, orphan.thread).sources[orphan.quote] = {
    fidelity,
    thread: source.thread,
    post: source.post,
    postHref,
    passageHref: `${postHref}--${source.start}-${source.end}${textFragment(said.text.slice(source.start, source.end))}`,
    platform: from.view.platform,
    ...(said.person ? { name: nameOf(said.person) } : {}),
    ...(said.published ? { published: said.published } : {}),
    ...(said.url ? { url: said.url } : {}),
  };
  const post = orphan.quote.split('/')[0] ?? '';
  const by = quoting.said.find(({ id }) => id === post);
  const name = by?.person ? `${nameOf(by.person)}, ` : '';
  linksOf(links, source.thread).quotedBy.push({
    post: source.post,
    start: source.start,
    end: source.end,
    label: `${name}${quoting.view.title}`,
    href: postAddress(base, orphan.thread, post, by?.page ?? 1),
    fidelity,
  });
}

function addDigest({ view, sources }: DigestRecord, links: Links): void {
  if (view.draft) return;
  for (const { id } of view.threads)
    linksOf(links, id).digests.push({ title: view.title, href: view.href, date: view.date });
  for (const { thread, post, start, end, fidelity, anchor } of sources) {
    linksOf(links, thread).quotedBy.push({
      post,
      start,
      end,
      fidelity,
      label: view.title,
      href: `${view.href}#${anchor}`,
    });
  }
}

/** Written only where it changes: unchanged files keep their time. */
function writeJson(path: string, value: unknown): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, JSON.stringify(value));
}

function readJson<Value>(path: string): Value {
  return JSON.parse(readFileSync(path, 'utf8')) as Value;
}
