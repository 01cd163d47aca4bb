/*
 * What the search index holds of one digest or one post. Pagefind indexes `content`, and `meta` too unless the page
 * that searches gives a field no weight.
 */

/** The fields of a result that are shown and, but for `title` and `author`, not searched. */
export interface SearchMeta {
  /** Of a digest, and of a thread's first post: who searches for a title finds these. */
  readonly title?: string;
  /** The thread's title, of every further post. */
  readonly thread?: string;
  readonly author?: string;
  /** `2026-03-11`, and the same in words. */
  readonly date?: string;
  readonly day?: string;
  /** The author's hue on the thread's page, 0 to 23. */
  readonly voice?: string;
  /** BCP 47, where it is not the site's. */
  readonly lang?: string;
  /** `1`: the content is the words of a content warning, and nothing of what stands behind it. */
  readonly warned?: string;
}

/** What results can be narrowed by; the names stand in addresses: `/search/?q=ferry&person=Ines`. */
export interface SearchFilters {
  readonly kind: readonly ['digest' | 'post'];
  /** `Ines Kovar (@ines@quay.example)`, see `personLabel`. */
  readonly person?: readonly string[];
  /** The ids of threads. */
  readonly thread: readonly string[];
  readonly platform?: readonly string[];
  /** Tags as they stand in addresses; only digests have tags. */
  readonly tag?: readonly string[];
  readonly year?: readonly string[];
}

export interface SearchRecord {
  /** Base path included. */
  readonly url: string;
  readonly content: string;
  readonly meta: SearchMeta;
  readonly filters: SearchFilters;
}

/** A digest or a page of a thread: what is indexed as one and never divided. */
export interface SearchUnit {
  /** Of a digest the slug, of a page of a thread the thread's id and the page's number. */
  readonly id: string;
  readonly page: number;
  /** The day by which it is put with others, `2026-03-11`; stays the same for as long as the thread begins there. */
  readonly day?: string;
  readonly records: number;
  readonly characters: number;
  /** The first and the last year of its records: `2019`. Absent where none has a date. */
  readonly years?: readonly [string, string];
  /** Changes when any of its records does. */
  readonly hash: string;
}
