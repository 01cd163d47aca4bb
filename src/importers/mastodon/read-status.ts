import { type ReadEntry, readEntry } from '../reading/entry.ts';
import { type Status, statusSchema } from './status.ts';

/** Without these a post would be nobody's, or would be shown where its author did not want it to be. */
const NEEDED = new Set<PropertyKey>(['id', 'visibility', 'content', 'spoiler_text', 'sensitive']);

/** A status of an export. What is not as documented is left out and named, the whole status if it must be. */
export function readStatus(value: unknown): ReadEntry<Status> {
  return readEntry(statusSchema, value, NEEDED);
}
