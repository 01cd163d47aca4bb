import type { ThreadView } from './views.ts';

/** Threads by their last post; those without a date at the end, by id. */
export function newestFirst<Item extends Pick<ThreadView, 'id' | 'to'>>(
  threads: readonly Item[],
): readonly Item[] {
  return threads.toSorted((one, other) => compare(other.to ?? '', one.to ?? '') || compare(one.id, other.id));
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
