/** What of Pagefind's programme in the browser is used here; it is written beside the index, not bundled. */
export interface Pagefind {
  createInstance(options: InstanceOptions & { readonly basePath: string }): PagefindInstance;
}

export interface PagefindInstance {
  init(): Promise<void>;
  mergeIndex(path: string, options: InstanceOptions): Promise<void>;
  /** `null` finds whatever the filters let through. */
  search(
    term: string | null,
    options: { readonly filters: Readonly<Record<string, string>> },
  ): Promise<Answer>;
}

export interface InstanceOptions {
  readonly baseUrl: string;
  readonly indexWeight: number;
  readonly metaCacheTag: string;
  readonly excerptLength: number;
  readonly excerptEllipsis: string;
  readonly ranking: { readonly metaWeights: Readonly<Record<string, number>> };
}

interface Answer {
  readonly results: readonly { readonly score: number; data(): Promise<Found> }[];
}

/** A record as the index keeps it. */
export interface Found {
  readonly url: string;
  /** Words in `<mark>` are the hits; everything else is text, its angle brackets escaped. */
  readonly excerpt: string;
  readonly meta: Readonly<Partial<Record<string, string>>>;
  readonly filters: Readonly<Partial<Record<string, readonly string[]>>>;
}
