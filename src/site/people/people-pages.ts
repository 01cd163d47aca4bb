import { join } from 'node:path';
import { site } from 'virtual:quotidian';
import { readKept } from '../cache-files.ts';
import { keptFile } from '../kept-file.ts';
import type { PersonPage } from './person-page.ts';
import { type PeopleIndex, peopleFolder, personFile } from './people-files.ts';
import { personAddress } from '../addresses.ts';

const index = keptFile<PeopleIndex>(() => join(peopleFolder(site.cache), 'index.json'));

/** Everybody who has a page, in the order of their names; nobody where people have none on this site. */
export function peopleList(): PeopleIndex['people'] {
  return site.settings.people ? (index()?.people ?? []) : [];
}

/** What a person's page shows. */
export function personPage(slug: string): PersonPage {
  const page = readKept<PersonPage>(personFile(site.cache, slug));
  if (!page) throw new Error(`There is no page for the person "${slug}".`);
  return page;
}

interface Slugs {
  readonly of: PeopleIndex;
  readonly byThread: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

let slugs: Slugs | undefined;

/** The address of somebody's page, by thread and by the person's id in it; `undefined` for those who have none. */
export function personHref(thread: string, person: string): string | undefined {
  const slug = slugsOf(thread).get(person);
  return slug === undefined ? undefined : personAddress(import.meta.env.BASE_URL, slug);
}

/** Changes whenever the pages of a thread's people stand elsewhere. */
export function peopleKey(thread: string): string {
  return [...slugsOf(thread)].flat().join(' ');
}

function slugsOf(thread: string): ReadonlyMap<string, string> {
  const known = site.settings.people ? index() : undefined;
  if (!known) return new Map();
  if (slugs?.of !== known)
    slugs = { of: known, byThread: new Map(known.threads.map(([id, people]) => [id, new Map(people)])) };
  return slugs.byThread.get(thread) ?? new Map();
}
