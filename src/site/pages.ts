import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CollectionEntry } from 'astro:content';
import { site } from 'virtual:quotidian';
import { cacheFolder, threadFolder } from './cache-files.ts';
import { cardImage } from './card-images.ts';
import { hashOf } from './content-files.ts';
import type { DigestRecord } from './digest-records.ts';
import type { DigestView, ThreadPage } from './views.ts';

/** A digest as lists show it. */
export type DigestSummary = Pick<
  DigestView,
  | 'slug'
  | 'href'
  | 'title'
  | 'date'
  | 'summary'
  | 'editors'
  | 'tags'
  | 'lang'
  | 'draft'
  | 'minutes'
  | 'quotes'
> & { readonly best?: DigestRecord['best'] };

/** A page of a thread, from 1. */
export async function threadPage(id: string, number: number): Promise<ThreadPage> {
  return JSON.parse(readFileSync(join(threadFolder(site.cache, id), `${number}.json`), 'utf8')) as ThreadPage;
}

/** The thread after the editor's overlay, as JSON. */
export async function threadJson(id: string): Promise<string> {
  return readFileSync(join(threadFolder(site.cache, id), 'thread.json'), 'utf8');
}

/** What a digest's page shows around its text. */
export async function digestView({ id }: CollectionEntry<'digests'>): Promise<DigestView> {
  const record = recordOf(id);
  if (!record) throw new Error(`The digest "${id}" could not be read; the reason stands above.`);
  return record.view;
}

/** The quotes of a digest that can stand without its page. */
export function quotationsOf(slug: string): DigestRecord['quotations'] {
  return recordOf(slug)?.quotations ?? [];
}

/** Changes whenever anything that the digest's page shows does. */
export function digestKey({ id }: { readonly id: string }): string {
  const record = recordOf(id);
  if (!record) return id;
  return hashOf(record.key, JSON.stringify([record.sources.map(({ also }) => also ?? []), cardImage(id)]));
}

/** The digests, the newest first. */
export async function digestList(): Promise<readonly DigestSummary[]> {
  return digestRecords().map(({ view, best }) => ({ ...view, ...(best ? { best } : {}) }));
}

function recordOf(slug: string): DigestRecord | undefined {
  return digestRecords().find(({ view }) => view.slug === slug);
}

let read: { readonly changed: number; readonly digests: readonly DigestRecord[] } | undefined;

/** Read once for as long as the file stays as it is: every page asks for them. */
function digestRecords(): readonly DigestRecord[] {
  const path = join(cacheFolder(site.cache), 'digests.json');
  const changed = statSync(path).mtimeMs;
  if (read?.changed !== changed)
    read = { changed, digests: JSON.parse(readFileSync(path, 'utf8')) as readonly DigestRecord[] };
  return read.digests;
}
