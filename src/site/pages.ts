import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CollectionEntry } from 'astro:content';
import { site } from 'virtual:quotidian';
import { cacheFolder, readKept, threadFolder } from './cache-files.ts';
import { cardImage } from './card-images.ts';
import { hashOf } from './content-files.ts';
import type { DigestRecord } from './digest-records.ts';
import type { ThreadFigures } from './figures/thread-figures.ts';
import { shownIssues } from './issues/shown-issues.ts';
import { personHref } from './people/people-pages.ts';
import { FIGURES } from './figures/figures-file.ts';
import type { DigestLink, DigestView, SpeakerView, ThreadPage } from './views.ts';

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
  | 'issue'
  | 'minutes'
  | 'quotes'
> & { readonly best?: DigestRecord['best'] };

/** A page of a thread, from 1. */
export async function threadPage(id: string, number: number): Promise<ThreadPage> {
  const path = join(threadFolder(site.cache, id), `${number}.json`);
  const page = JSON.parse(readFileSync(path, 'utf8')) as ThreadPage;
  return { ...page, speakers: page.speakers.map((speaker) => withPage(speaker, id, speaker.id)) };
}

/** The thread after the editor's overlay, as JSON. */
export async function threadJson(id: string): Promise<string> {
  return readFileSync(join(threadFolder(site.cache, id), 'thread.json'), 'utf8');
}

/** What a digest's page shows around its text. */
export async function digestView({ id }: CollectionEntry<'digests'>): Promise<DigestView> {
  const record = recordOf(id);
  if (!record) throw new Error(`The digest "${id}" could not be read; the reason stands above.`);
  const { view } = record;
  return { ...view, speakers: view.speakers.map((speaker) => withPage(speaker, ...placeOf(speaker))) };
}

/** What is counted of a thread; `null` where there is too little to count. */
export function threadFigures(id: string): ThreadFigures | null {
  return readKept<ThreadFigures>(join(threadFolder(site.cache, id), FIGURES)) ?? null;
}

function withPage(speaker: SpeakerView, thread: string, person: string): SpeakerView {
  const page = personHref(thread, person);
  return page === undefined ? speaker : { ...speaker, page };
}

/** Of a digest's speaker, whose id is `<thread> <person>`. */
function placeOf({ id }: SpeakerView): readonly [string, string] {
  const space = id.indexOf(' ');
  return [id.slice(0, space), id.slice(space + 1)];
}

/** What of a digest's page depends on the issues and people of the site. */
function surroundings({ view, seeIssues }: DigestRecord): unknown {
  const issues = new Set(shownIssues().map(({ number }) => number));
  return [
    seeIssues.filter((number) => issues.has(number)),
    view.speakers.map((speaker) => personHref(...placeOf(speaker)) ?? null),
  ];
}

/** The quotes of a digest that can stand without its page. */
export function quotationsOf(slug: string): DigestRecord['quotations'] {
  return recordOf(slug)?.quotations ?? [];
}

/** Changes whenever anything that the digest's page shows does. */
export function digestKey({ id }: { readonly id: string }): string {
  const record = recordOf(id);
  if (!record) return id;
  const { mostQuoted } = record.view;
  const quotes = record.sources.map(({ also, timesElsewhere }) => ({ also, timesElsewhere }));
  const around = [digestNeighbours(record.view), cardImage(id), surroundings(record)];
  return hashOf(record.key, JSON.stringify([quotes, mostQuoted, around]));
}

/** The published digests before and after one, by date. */
export function digestNeighbours({ slug }: Pick<DigestView, 'slug'>): {
  readonly previous?: DigestLink;
  readonly next?: DigestLink;
} {
  const shown = digestRecords().filter(({ view }) => !view.draft || view.slug === slug);
  const place = shown.findIndex(({ view }) => view.slug === slug);
  const [next, previous] = [shown[place - 1], shown[place + 1]].map(
    (record) => record && linkTo(record.view),
  );
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}

function linkTo({ title, href, date, lang }: DigestView): DigestLink {
  return { title, href, date, lang };
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
