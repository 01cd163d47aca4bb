import type { Found } from './gather.ts';
import { idsOf } from './json-ld.ts';

/** Whom a post is for: `public` anybody, `closed` those it names, `unsaid` where nothing is said of it. */
export type Audience = 'public' | 'closed' | 'unsaid';

/** Everybody, in the three spellings that JSON-LD allows (https://www.w3.org/TR/activitypub/#public-addressing). */
export const EVERYBODY: ReadonlySet<string> = new Set([
  'https://www.w3.org/ns/activitystreams#Public',
  'as:Public',
  'Public',
]);

const ADDRESSING = ['to', 'cc', 'bto', 'bcc'] as const;

/**
 * Whom a post is for, by its own addresses, or where it has none by those of the activity that carries it. Everybody in
 * `to` is public, in `cc` unlisted, which is public too. Mail and posts to followers are closed. `audience` names a
 * group and does not open anything.
 */
export function audienceOf({ object, activity }: Pick<Found, 'object' | 'activity'>): Audience {
  for (const holder of [object, activity]) {
    if (!holder || !ADDRESSING.some((key) => idsOf(holder[key]).length > 0)) continue;
    const addressed = [...idsOf(holder.to), ...idsOf(holder.cc)];
    return addressed.some((address) => EVERYBODY.has(address)) ? 'public' : 'closed';
  }
  return 'unsaid';
}
