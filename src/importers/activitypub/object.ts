import { z } from 'zod';
import { count, flag, instant, text } from '../reading/fields.ts';
import { type ReadEntry, readEntry } from '../reading/entry.ts';
import { idsOf, linksOf, listOf, typeOf } from './json-ld.ts';
import { POST_TYPES, type PostType } from './kinds.ts';

/*
 * A post of ActivityPub, as far as a thread needs it (https://www.w3.org/TR/activitystreams-vocabulary/,
 * docs.joinmastodon.org/spec/activitypub). Keys that are not named here are dropped, whatever is in them.
 */

const ids = z.unknown().optional().transform(idsOf);
const links = z.unknown().optional().transform(linksOf);
const things = z.unknown().optional().transform(listOf);

/** `{ "en": "<p>…</p>" }`; one that is anything else says nothing. */
const byLanguage = z.record(z.string(), z.string()).nullish();

/** A collection that says how many it holds; one that is only named does not. */
const total = z
  .unknown()
  .optional()
  .transform((value) => counted.safeParse(value).data?.totalItems ?? 0);
const counted = z.object({ totalItems: count });

const choice = z.object({ name: text, replies: z.object({ totalItems: count }).nullish() });
const choices = z
  .unknown()
  .optional()
  .transform((value) => listOf(value))
  .pipe(z.array(choice));

/** Closing is said by a date, or by `true`. */
const closed = z.union([z.boolean(), instant]).nullish();

const objectSchema = z.object({
  type: z
    .unknown()
    .optional()
    .transform((type): PostType => typeOf({ type }, POST_TYPES) ?? 'Note'),
  id: text,
  atomUri: text,
  url: links,
  name: text,
  nameMap: byLanguage,
  content: text,
  contentMap: byLanguage,
  summary: text,
  summaryMap: byLanguage,
  mediaType: text,
  language: z.unknown().optional(),
  sensitive: flag,
  published: instant,
  updated: instant,
  attributedTo: things,
  inReplyTo: ids,
  conversation: ids,
  context: ids,
  tag: things,
  attachment: things,
  image: things,
  oneOf: choices,
  anyOf: choices,
  endTime: instant,
  closed,
  votersCount: count,
  likes: total,
  shares: total,
  quote: things,
  quoteUrl: ids,
  quoteUri: ids,
  _misskey_quote: ids,
  quoteAuthorization: ids,
  interactionPolicy: z.unknown().optional(),
});

export type PostObject = z.infer<typeof objectSchema>;

/** Without these a post would have lost its words, or be shown without the warning that its author set before them. */
const NEEDED = new Set<PropertyKey>(['content', 'contentMap', 'summary', 'summaryMap', 'sensitive']);

/** A post of an export. What is not as documented is left out and named, the whole post if it must be. */
export function readObject(value: unknown): ReadEntry<PostObject> {
  return readEntry(objectSchema, value, NEEDED);
}
