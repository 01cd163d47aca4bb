/** `pagefind/shards.json`: what the page that searches is told of the index. */
export interface Manifest {
  /** The newest first. The first one's folder holds Pagefind's own files beside its part of the index. */
  readonly shards: readonly ShardEntry[];
  /** The people who can be chosen, those with the most posts first, as `filters.person` has them. */
  readonly people: readonly string[];
  /** The threads that can be chosen, the newest first. */
  readonly threads: readonly { readonly id: string; readonly title: string }[];
}

export interface ShardEntry {
  /** Its folder below `pagefind/`. */
  readonly folder: string;
  /** Changes with its content. */
  readonly key: string;
  readonly kind: 'digest' | 'post';
  readonly records: number;
  /** The years of its records, the first and the last: `2019`. Absent where none has a date. */
  readonly years?: readonly [string, string];
}
