import { newestFirst } from './newest-first.ts';
import type { ThreadView } from './views.ts';

/** One page of the list of all threads. */
export interface ThreadListPage {
  readonly threads: readonly ThreadView[];
  readonly total: number;
  /** From 1. */
  readonly number: number;
  readonly pages: number;
}

/** As many as make a page of about a hundred kilobytes. */
const THREADS_PER_PAGE = 200;

/** The list of all threads, the newest first, in pages; one empty page where there is none. */
export function threadListPages(threads: readonly ThreadView[]): readonly ThreadListPage[] {
  const ordered = newestFirst(threads);
  const total = ordered.length;
  const pages = Math.max(1, Math.ceil(total / THREADS_PER_PAGE));
  return Array.from({ length: pages }, (_, index) => {
    const first = index * THREADS_PER_PAGE;
    return { threads: ordered.slice(first, first + THREADS_PER_PAGE), total, number: index + 1, pages };
  });
}
