import { HARD_BASE, LONG_THREAD } from './hard-content.ts';

/** A kind of page; one line here has it looked at in every theme and width, and drawn by `npm run screenshots`. */
export interface PageKind {
  readonly kind: string;
  /** The built site that holds it; see `setup.ts`. */
  readonly site: 'example' | 'hard' | 'sink';
  /** Of its pages. */
  readonly pattern: RegExp;
  /** How many of them are looked at, if not all: the first ones. */
  readonly most?: number;
}

export const PAGE_KINDS: readonly PageKind[] = [
  { kind: 'home', site: 'example', pattern: /^\/$/ },
  { kind: 'digest', site: 'example', pattern: /^\/digests\/[^/]+\/$/ },
  { kind: 'email', site: 'example', pattern: /^\/(?:digests|issues)\/[^/]+\/email\.html$/, most: 1 },
  { kind: 'threads', site: 'example', pattern: /^\/threads\/$/ },
  { kind: 'thread', site: 'example', pattern: /^\/threads\/[^/]+\/$/ },
  { kind: 'people', site: 'example', pattern: /^\/people\/$/ },
  { kind: 'person', site: 'example', pattern: /^\/people\/[^/]+\/$/, most: 2 },
  { kind: 'tags', site: 'example', pattern: /^\/tags\/$/ },
  { kind: 'tag', site: 'example', pattern: /^\/tags\/[^/]+\/$/, most: 1 },
  { kind: 'issues', site: 'example', pattern: /^\/issues\/$/ },
  { kind: 'issue', site: 'example', pattern: /^\/issues\/[^/]+\/$/, most: 1 },
  { kind: 'archive', site: 'example', pattern: /^\/archive\/$/ },
  { kind: 'search', site: 'example', pattern: /^\/search\/$/ },
  { kind: 'not-found', site: 'example', pattern: /^\/404\.html$/ },
  { kind: 'long-thread', site: 'hard', pattern: new RegExp(`^${HARD_BASE}/threads/${LONG_THREAD}/$`) },
  { kind: 'kitchen-sink', site: 'sink', pattern: /^\/kitchen-sink\/$/ },
];

/** The themes and widths in which every kind is looked at: a telephone, a tablet, a laptop. */
export const THEMES = ['light', 'dark'] as const;
export const WIDTHS = [320, 768, 1440] as const;
/** A wall: like a laptop to axe, but not to a page that is too wide. */
export const WIDEST = 2560;

/** The pages of a kind that are looked at, among the paths of its site. */
export function pathsOf({ pattern, most }: PageKind, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => pattern.test(path)).slice(0, most);
}
