import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { FixableFinding, Place } from './checking/finding.ts';

/** What a link on this site may lead to. */
export interface Destinations {
  readonly digests: ReadonlySet<string>;
  /** Whether there is such a thread, and in it, where one is named, such a post. */
  readonly hasPost: (thread: string, post: string | undefined) => boolean;
  readonly tags: ReadonlySet<string>;
  readonly issues: ReadonlySet<string>;
  /** Whether people have pages; who has one is known only when the site is built. */
  readonly people: boolean;
  /** Whether a file of this name lies in `public/`. */
  readonly hasFile: (path: string) => boolean;
}

/** Pages that every site has, and its feeds. */
const PAGES: ReadonlySet<string> = new Set([
  '',
  'threads',
  'tags',
  'archive',
  'feed.xml',
  'atom.xml',
  'feed.json',
  'robots.txt',
]);
const WITH_SCHEME = /^[a-z][a-z\d+.-]*:|^\/\//i;
/** `r8t2vn`, `r8t2vn--120-163`, `r8t2vn-quotes` all name the post `r8t2vn`. */
const ANCHOR_OF_POST = /(?:--\d+-\d+|-quotes|-quote-\d+)$/;

/** A link to a page of this site; the line is that of the text that was parsed. */
export interface InternalLink {
  readonly url: string;
  readonly line: number;
  readonly place?: Place;
}

/** The links of a digest to pages of this site. */
export function internalLinks(root: Root): readonly InternalLink[] {
  const links: InternalLink[] = [];
  visit(root, ['link', 'definition'], (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return;
    const { url, position } = node;
    if (url === '' || url.startsWith('#') || WITH_SCHEME.test(url)) return;
    const [start, end] = [position?.start.offset, position?.end.offset];
    const place = start === undefined || end === undefined ? {} : { place: { start, end } };
    links.push({ url, line: position?.start.line ?? 1, ...place });
  });
  return links;
}

/** Those of the links that lead nowhere on this site. */
export function findBrokenLinks(
  links: readonly InternalLink[],
  destinations: Destinations,
): readonly FixableFinding[] {
  return links
    .filter(({ url }) => !leadsSomewhere(url, destinations))
    .map(({ url, line, place }): FixableFinding => ({
      line,
      ...(place ? { places: [place] } : {}),
      severity: 'error',
      code: 'broken-link',
      message: `The link to "${url}" leads to no page of this site.`,
      hint: 'Write /digests/<name>/, /threads/<id>/ or /threads/<id>/#<post>, or the name of a file in public/ after a slash.',
    }));
}

function leadsSomewhere(
  url: string,
  { digests, hasPost, tags, issues, people, hasFile }: Destinations,
): boolean {
  if (!url.startsWith('/')) return false;
  const [address = '', fragment] = url.split('#');
  const path = decoded(address.split('?')[0] ?? '').replace(/^\/|\/$/g, '');
  const [folder, name, page, ...further] = path.split('/');
  if (PAGES.has(path) || hasFile(path)) return true;
  if (path === 'issues') return issues.size > 0;
  if (folder === 'people' && page === undefined) return people;
  if (further.length > 0 || name === undefined) return false;
  if (folder === 'digests') return page === undefined && digests.has(name);
  if (folder === 'issues') return page === undefined && issues.has(name);
  if (folder === 'tags') return page === undefined && tags.has(name);
  const anchor = fragment?.split(':~:')[0]?.replace(ANCHOR_OF_POST, '');
  return folder === 'threads' && hasPost(name.replace(/\.json$/, ''), anchor || undefined);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
