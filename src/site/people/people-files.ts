import { join } from 'node:path';
import { cacheFolder } from '../cache-files.ts';
import type { PersonSummary } from './person-page.ts';

/** Who has a page, kept in the cache for the pages that lead there. */
export interface PeopleIndex {
  /** In the order of their names. */
  readonly people: readonly (PersonSummary & { readonly key: string })[];
  /** For each thread the ids of its people and the slugs of their pages. */
  readonly threads: readonly (readonly [string, readonly (readonly [string, string])[]])[];
}

/** The file of a thread's folder that holds its people. */
export const THREAD_PEOPLE = 'people.json';
/** Where the people of a site are kept. */
export function peopleFolder(cache: string): string {
  return join(cacheFolder(cache), 'people');
}

/** A person's page in it. */
export function personFile(cache: string, slug: string): string {
  return join(peopleFolder(cache), 'pages', `${slug}.json`);
}
