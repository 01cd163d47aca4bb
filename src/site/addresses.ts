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

/** `/digests/the-ferry/` */
export function digestAddress(base: string, slug: string): string {
  return pageAddress(base, `digests/${encodeURIComponent(slug)}`);
}

/** `/tags/open-data/` for `Open data`. */
export function tagAddress(base: string, tag: string): string {
  return pageAddress(base, `tags/${encodeURIComponent(tagSlug(tag))}`);
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
