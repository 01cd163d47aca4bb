import { z } from 'zod';
import { count, flag, instant, language, text } from '../reading/fields.ts';

/*
 * Views of the AppView and records, as far as a thread needs them (lexicons app.bsky.feed.defs, app.bsky.feed.post,
 * com.atproto.label.defs). Keys that are not named here are dropped, whatever is in them.
 */

const label = z.object({ src: text, val: text, neg: flag });
const labels = z.array(label).nullish();

const author = z.object({
  did: z.string().min(1),
  handle: text,
  displayName: text,
  avatar: text,
  labels,
});

/** `app.bsky.feed.defs#postView` */
export const viewSchema = z.object({
  uri: text,
  cid: text,
  author: author.nullish(),
  record: z.record(z.string(), z.unknown()),
  embed: z.unknown().optional(),
  indexedAt: instant,
  labels,
  likeCount: count,
  repostCount: count,
  quoteCount: count,
  viewer: z.object({ embeddingDisabled: flag }).nullish(),
  threadgate: z.unknown().optional(),
});

const reference = z.object({ uri: z.string() });

/** `app.bsky.feed.post` */
export const recordSchema = z.object({
  text,
  createdAt: instant,
  facets: z.unknown().optional(),
  entities: z.unknown().optional(),
  embed: z.unknown().optional(),
  reply: z.object({ parent: reference, root: reference.nullish() }).nullish(),
  langs: z.array(language).nullish(),
  labels: z.object({ values: z.array(z.object({ val: text })).nullish() }).nullish(),
});

export type View = z.infer<typeof viewSchema>;
export type PostRecord = z.infer<typeof recordSchema>;
export type Author = z.infer<typeof author>;
export type Label = z.infer<typeof label>;
