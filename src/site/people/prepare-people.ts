import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { personAddress } from '../addresses.ts';
import { readKept, threadFolder, writeChanged } from '../cache-files.ts';
import { hashOf } from '../content-files.ts';
import type { DigestRecord } from '../digest-records.ts';
import { newestFirst } from '../newest-first.ts';
import type { PrepareOptions } from '../prepare-options.ts';
import type { ThreadView } from '../views.ts';
import { wordsFor } from '../words/index.ts';
import { type PeopleIndex, peopleFolder, personFile, THREAD_PEOPLE } from './people-files.ts';
import { personSlug } from './person-identity.ts';
import type { PersonPage, PersonSummary, Portrait } from './person-page.ts';
import type { ThreadPerson } from './thread-people.ts';

/** Older threads of a person are only counted. */
const MOST_THREADS = 200;

/**
 * Brings together what each person said in all threads and digests, and writes a page for each into the cache: nobody
 * has one who asked machines in any thread not to index, quote or keep their words. Where people have no pages on
 * this site, nothing is kept.
 */
export function preparePeople(
  threads: readonly ThreadView[],
  digests: readonly DigestRecord[],
  options: PrepareOptions,
): void {
  const folder = peopleFolder(options.cache);
  if (!options.settings.people) {
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  mkdirSync(join(folder, 'pages'), { recursive: true });
  const found = gather(threads, options);
  const pages = [...found.values()]
    .filter(({ isSilent }) => !isSilent)
    .map((one) => pageOf(one, digests, options.base));
  for (const page of pages) writeChanged(personFile(options.cache, page.slug), JSON.stringify(page));
  removeOthers(new Set(pages.map(({ slug }) => `${slug}.json`)), join(folder, 'pages'));
  const { compare } = new Intl.Collator(wordsFor(options.settings.lang).lang);
  const index: PeopleIndex = {
    people: pages
      .toSorted((one, other) => compare(one.name, other.name) || (one.slug < other.slug ? -1 : 1))
      .map(({ inDigests, inThreads, ...page }) => ({
        ...summaryOf(page),
        key: hashOf(JSON.stringify([page, inDigests, inThreads])),
      })),
    threads: slugsByThread([...found.values()].filter(({ isSilent }) => !isSilent)),
  };
  writeChanged(join(folder, 'index.json'), JSON.stringify(index));
}

interface Found {
  readonly identity: string;
  isSilent: boolean;
  /** The oldest thread's first. */
  readonly places: { readonly thread: ThreadView; readonly said: ThreadPerson }[];
}

/** By identity; one thread's file is read at a time. */
function gather(threads: readonly ThreadView[], { cache }: PrepareOptions): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const thread of newestFirst(threads).toReversed()) {
    for (const said of readKept<readonly ThreadPerson[]>(
      join(threadFolder(cache, thread.id), THREAD_PEOPLE),
    ) ?? []) {
      const known = found.get(said.identity) ?? { identity: said.identity, isSilent: false, places: [] };
      if (said.silent) known.isSilent = true;
      known.places.push({ thread, said });
      found.set(said.identity, known);
    }
  }
  return found;
}

function slugsByThread(people: readonly Found[]): PeopleIndex['threads'] {
  const places = people.flatMap((one) =>
    one.places.map(({ thread, said }) => ({
      thread: thread.id,
      entry: [said.person.id, slugOf(one)] as const,
    })),
  );
  return [...Map.groupBy(places, ({ thread }) => thread)].map(([thread, group]) => [
    thread,
    group.map(({ entry }) => entry),
  ]);
}

/** By the handle in the oldest thread: what is imported later changes no address. */
function slugOf({ identity, places }: Found): string {
  return personSlug(identity, places[0]?.said.person.handle ?? '');
}

function pageOf(found: Found, digests: readonly DigestRecord[], base: string): PersonPage {
  const slug = slugOf(found);
  const newest = found.places.toReversed();
  const portrait: Portrait = newest[0]?.said.person ?? { id: '', name: slug, handle: slug, monogram: '?' };
  const { name, handle, monogram, url, bot, consent } = portrait;
  const keys = new Set(found.places.map(({ thread, said }) => `${thread.id} ${said.person.id}`));
  const inDigests = digests.flatMap(({ view, said }) => {
    const words = said.filter(({ thread, person }) => keys.has(`${thread} ${person}`));
    if (view.draft || words.length === 0) return [];
    const { title, href, date, lang } = view;
    return [
      {
        title,
        href,
        date,
        lang,
        said: words.map(({ anchor, thread: _, person: __, ...one }) => ({
          ...one,
          href: `${href}#${anchor}`,
        })),
      },
    ];
  });
  const dates = found.places
    .flatMap(({ said }) => said.openings.flatMap(({ published }) => published ?? []))
    .toSorted();
  const sum = (count: 'posts' | 'words') => found.places.reduce((total, { said }) => total + said[count], 0);
  return {
    slug,
    href: personAddress(base, slug),
    name,
    handle,
    monogram,
    platform: newest[0]?.thread.platform ?? '',
    posts: sum('posts'),
    words: sum('words'),
    threads: found.places.length,
    quotes: inDigests.reduce((total, { said }) => total + said.length, 0),
    ...(url ? { url } : {}),
    ...(bot ? { bot } : {}),
    ...(consent ? { consent } : {}),
    ...(dates[0] ? { from: dates[0], to: dates.at(-1) ?? dates[0] } : {}),
    inDigests,
    inThreads: newest.slice(0, MOST_THREADS).map(({ thread, said }) => ({
      title: thread.title,
      href: thread.href,
      ...(thread.from ? { from: thread.from } : {}),
      ...(thread.to ? { to: thread.to } : {}),
      posts: said.posts,
      openings: said.openings,
      more: said.posts - said.openings.length,
    })),
    furtherThreads: Math.max(0, newest.length - MOST_THREADS),
  };
}

function summaryOf({
  slug,
  href,
  name,
  handle,
  monogram,
  platform,
  posts,
  threads,
  quotes,
}: PersonSummary): PersonSummary {
  return { slug, href, name, handle, monogram, platform, posts, threads, quotes };
}

function removeOthers(known: ReadonlySet<string>, folder: string): void {
  for (const name of readdirSync(folder)) if (!known.has(name)) rmSync(join(folder, name));
}
