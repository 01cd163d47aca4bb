import { join } from 'node:path';
import { sentenceContext } from '../quotes/changes.ts';
import { watchFor } from '../quotes/elsewhere.ts';
import { normalForm } from '../quotes/normal.ts';
import type { Found } from '../quotes/ways.ts';
import { postAddress } from './addresses.ts';
import { cacheFolder, readKept, writeChanged } from './cache-files.ts';
import { hashOf } from './content-files.ts';
import type { DigestRecord } from './digest-records.ts';
import type { PrepareOptions } from './prepare-options.ts';
import { type ForeignSource, nameOf } from './quote-figures.ts';
import { withTextFragment } from './text-fragment.ts';
import type { ThreadLinks } from './thread-folio.ts';
import { readSaid, readShingles, type Said, type ThreadOrphan, type ThreadRecord } from './thread-record.ts';

/** What the rest of the site says about each thread. */
export type Links = ReadonlyMap<string, ThreadLinks>;

type Records = ReadonlyMap<string, ThreadRecord>;

type Growing = Map<
  string,
  {
    sources: Record<string, ForeignSource>;
    quotedBy: ThreadLinks['quotedBy'][number][];
    digests: ThreadLinks['digests'][number][];
  }
>;

/** Who quotes a thread, in other threads and in digests, and what other threads its own quotes come from. */
export function linksAcross(
  records: Records,
  digests: readonly DigestRecord[],
  options: PrepareOptions,
): Links {
  const links = linksOfThreads(records, options);
  for (const digest of digests) addDigest(digest, links);
  return links;
}

/** Looked for anew only where a thread has changed. */
function linksOfThreads(records: Records, options: PrepareOptions): Growing {
  const path = join(cacheFolder(options.cache), 'links.json');
  const hash = hashOf(...[...records.values()].map((record) => record.hash));
  const kept = readKept<{ readonly hash: string; readonly links: [string, ThreadLinks][] }>(path);
  if (kept?.hash === hash) return growing(kept.links);
  const links = lookAcross(records, options);
  writeChanged(path, JSON.stringify({ hash, links: [...links] }));
  return links;
}

function growing(links: readonly (readonly [string, ThreadLinks])[]): Growing {
  return new Map(
    links.map(([id, { sources, quotedBy, digests }]) => [
      id,
      { sources: { ...sources }, quotedBy: [...quotedBy], digests: [...digests] },
    ]),
  );
}

/** Reads what threads say one after the other. */
function lookAcross(records: Records, options: PrepareOptions): Growing {
  const links: Growing = new Map();
  const orphans = [...records.values()].flatMap((record) => record.orphans);
  if (orphans.length === 0) return links;
  const watch = watchFor(orphans);
  for (const id of records.keys()) {
    if (!watch.concerns(readShingles(id, options))) continue;
    const posts = readSaid(id, options).map((said) => ({
      id: said.id,
      author: said.person ?? null,
      authorId: said.author,
      normal: normalForm(said.text),
      ...(said.published ? { published: said.published } : {}),
      ...(said.quotedBy ? { quotedBy: said.quotedBy } : {}),
    }));
    watch.look({ thread: id, posts });
  }
  const found = [...watch.found()].flatMap(([number, place]) => {
    const orphan = orphans[number];
    return orphan ? [{ orphan, place }] : [];
  });
  const said = saidBySources(found, options);
  const quoting = new Map(orphans.map(({ thread, post, page }) => [`${thread}#${post}`, page]));
  const pageOf: PageOf = (thread, post) =>
    quoting.get(`${thread}#${post}`) ?? said.get(`${thread}#${post}`)?.page;
  for (const { orphan, place } of found) {
    const source = said.get(`${place.source.thread}#${place.source.post}`);
    if (source) addSource(orphan, place, source, { records, links, pageOf, base: options.base });
  }
  return links;
}

/** The page of a post that words came through. */
type PageOf = (thread: string, post: string) => number | undefined;

/** What the sources say, and the posts of their threads that handed the words on. */
function saidBySources(
  found: readonly { readonly place: Found }[],
  options: PrepareOptions,
): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>();
  for (const [thread, places] of Map.groupBy(found, ({ place }) => place.source.thread)) {
    const wanted = new Set(
      places.flatMap(({ place }) => [
        place.source.post,
        ...place.way.filter((station) => station.thread === thread).map(({ post }) => post),
      ]),
    );
    for (const post of readSaid(thread, options))
      if (wanted.has(post.id)) said.set(`${thread}#${post.id}`, post);
  }
  return said;
}

function linksOf(links: Growing, id: string) {
  const known = links.get(id) ?? { sources: {}, quotedBy: [], digests: [] };
  links.set(id, known);
  return known;
}

function addSource(
  orphan: ThreadOrphan,
  { source, fidelity, edits, misattributed, way }: Found,
  said: Said,
  { records, links, pageOf, base }: { records: Records; links: Growing; pageOf: PageOf; base: string },
): void {
  const { thread, post, start, end } = source;
  const [from, quoting] = [records.get(thread), records.get(orphan.thread)];
  if (!from || !quoting) return;
  const postHref = postAddress(base, thread, post, said.page);
  linksOf(links, orphan.thread).sources[orphan.quote] = {
    fidelity,
    thread,
    post,
    postHref,
    passageHref: `${postHref}--${start}-${end}`,
    platform: from.view.platform,
    ...(edits ? { edits, context: sentenceContext(said.text, source) } : {}),
    ...(misattributed === undefined ? {} : { misattributed }),
    ...(way.length > 0 ? { via: way.map((station) => handedOnBy(station, pageOf, base)) } : {}),
    ...(said.person ? { name: nameOf(said.person) } : {}),
    ...(said.published ? { published: said.published } : {}),
    ...(said.url ? { url: withTextFragment(said.url, said.text.slice(start, end)) } : {}),
  };
  linksOf(links, thread).quotedBy.push({
    post,
    start,
    end,
    label: orphan.speaker ? `${orphan.speaker}, ${quoting.view.title}` : quoting.view.title,
    href: postAddress(base, orphan.thread, orphan.post, orphan.page),
    fidelity,
  });
}

function handedOnBy(
  { author, fidelity, thread, post }: Found['way'][number],
  pageOf: PageOf,
  base: string,
): NonNullable<ForeignSource['via']>[number] {
  const page = pageOf(thread, post);
  return {
    fidelity,
    ...(author ? { name: nameOf(author) } : {}),
    ...(page === undefined ? {} : { href: postAddress(base, thread, post, page) }),
  };
}

function addDigest({ view, sources }: DigestRecord, links: Growing): void {
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
      isDigest: true,
    });
  }
}
