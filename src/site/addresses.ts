/*
 * Where pages stand. `base` is the site's base path as Astro gives it (`import.meta.env.BASE_URL`), with or
 * without a slash at its end; every address comes back with both.
 */

/** The first page of a list or the home page: `page('/', 'threads')` is `/threads/`; no name is the home page. */
export function pageAddress(base: string, name = ''): string {
  return name === '' ? `${rooted(base)}/` : `${rooted(base)}/${name}/`;
}

/** A page of the list of all threads, from 1: `/threads/`, `/thread-list/2/` (below `/threads/` stand threads). */
export function threadListAddress(base: string, page: number): string {
  return pageAddress(base, page === 1 ? 'threads' : `thread-list/${page}`);
}

/** A page of a thread, from 1: `/threads/ferry-rfc/`, `/threads/ferry-rfc/2/`. */
export function threadAddress(base: string, id: string, page = 1): string {
  return pageAddress(base, page === 1 ? `threads/${id}` : `threads/${id}/${page}`);
}

/** The numbers of a thread's pages after the first, which has the thread's own address: 2, 3 of 3 pages. */
export function furtherPages(pages: number): readonly number[] {
  return Array.from({ length: Math.max(0, pages - 1) }, (_, index) => index + 2);
}

/** A post on a page of its thread: `/threads/ferry-rfc/#r8t2vn`. */
export function postAddress(base: string, thread: string, post: string, page = 1): string {
  return `${threadAddress(base, thread, page)}#${post}`;
}

/** The thread as data: `/threads/ferry-rfc.json`. */
export function threadDataAddress(base: string, id: string): string {
  return fileAddress(base, `threads/${id}.json`);
}

/** A picture that was saved with a thread: `/threads/ferry-rfc/9f86d081884c7d659a2feaa0c55ad015.webp`. */
export function threadPictureAddress(base: string, id: string, file: string): string {
  return fileAddress(base, `threads/${id}/${file}`);
}

/** `/digests/the-ferry/` */
export function digestAddress(base: string, slug: string): string {
  return pageAddress(base, `digests/${encodeURIComponent(slug)}`);
}

/** `/tags/open-data/` for `Open data`. */
export function tagAddress(base: string, tag: string): string {
  return pageAddress(base, `tags/${encodeURIComponent(tagSlug(tag))}`);
}

/** The picture for link previews of a digest: `/digests/the-ferry/card.png`; without a digest the site's, `/card.png`. */
export function cardAddress(base: string, slug?: string): string {
  return slug === undefined ? fileAddress(base, 'card.png') : `${digestAddress(base, slug)}card.png`;
}

/** What a digest gives to pages that embed it: `/digests/the-ferry/oembed.json`. */
export function embedAddress(base: string, slug: string): string {
  return `${digestAddress(base, slug)}oembed.json`;
}

/** A digest to take along: `/digests/the-ferry/email.html`, `/digests/the-ferry.txt`, `/digests/the-ferry.md`. */
export function editionAddress(base: string, slug: string, form: 'mail' | 'text' | 'markdown'): string {
  const page = digestAddress(base, slug);
  if (form === 'mail') return `${page}email.html`;
  return `${page.slice(0, -1)}.${form === 'text' ? 'txt' : 'md'}`;
}

/** An issue as a mail: `/issues/12/email.html`. */
export function issueMailAddress(base: string, number: number): string {
  return `${issueAddress(base, number)}email.html`;
}

/** A feed of the site, or of one of its tags: `/feed.xml`, `/tags/open-data/feed.xml`. */
export function feedAddress(base: string, file: FeedFile, tag?: string): string {
  return tag === undefined ? fileAddress(base, file) : `${tagAddress(base, tag)}${file}`;
}

export type FeedFile = 'feed.xml' | 'atom.xml' | 'feed.json';

/** `/issues/12/` */
export function issueAddress(base: string, number: number): string {
  return pageAddress(base, `issues/${number}`);
}

/** `/people/ines-quay-example-k3f9qd7abc/` */
export function personAddress(base: string, slug: string): string {
  return pageAddress(base, `people/${encodeURIComponent(slug)}`);
}

/** A page of the list of all people, from 1: `/people/`, `/people-list/2/` (below `/people/` stand people). */
export function peopleListAddress(base: string, page: number): string {
  return pageAddress(base, page === 1 ? 'people' : `people-list/${page}`);
}

/** A file at the site's root: `/feed.xml`. */
export function fileAddress(base: string, file: string): string {
  return `${rooted(base)}/${file}`;
}

/** The name of a tag in addresses: lower case, its words joined by hyphens. Letters of every script stay. */
export function tagSlug(tag: string): string {
  const words = tag
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u);
  return words.filter(Boolean).join('-') || 'tag';
}

/** `''` for the root, `/notes` for `notes`, `/notes` and `/notes/`. */
function rooted(base: string): string {
  const segments = base.split('/').filter(Boolean);
  return segments.map((segment) => `/${segment}`).join('');
}
