import { z } from 'zod';

/*
 * The entities of the Mastodon REST API, as far as a thread needs them (docs.joinmastodon.org/entities).
 * Keys that are not named here are dropped, whatever is in them.
 */

/** A string by the documentation; programs that read and write the API make numbers of it. */
const id = z.union([z.string().min(1), z.int().transform(String)]);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const flag = z.boolean().nullish();
const count = z.int().nonnegative().nullish();
const maybeId = id.nullish().transform((value) => value ?? null);

/** `2026-03-03T08:12:00.000Z`, `2026-03-03 09:12:00+01:00`. Without a zone the instant would be a guess. */
const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/;
const instant = z
  .string()
  .refine(
    (value) => INSTANT.test(value) && !Number.isNaN(Date.parse(value)),
    'expected a date with a time zone',
  )
  .transform((value) => new Date(value).toISOString())
  .nullish();

/** `en`, `zh-Hant-TW`. The documentation says ISO 639-1; servers send all of BCP 47. */
const LANGUAGE = /^(?:[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4})?$/;

const emoji = z.object({ shortcode: z.string(), url: text, static_url: text });
const emojis = z.array(emoji).nullish();

const account = z.object({
  id,
  acct: z.string().min(1),
  url: text,
  display_name: text,
  avatar_static: text,
  avatar: text,
  bot: flag,
  indexable: flag,
  noindex: flag,
  discoverable: flag,
  emojis,
});

const attachment = z.object({ type: text, url: text, remote_url: text, description: text });

const poll = z.object({
  expires_at: instant,
  expired: flag,
  multiple: flag,
  voters_count: count,
  options: z.array(z.object({ title: z.string(), votes_count: count })),
  emojis,
});

const card = z.object({
  url: text,
  title: text,
  description: text,
  author_name: text,
  provider_name: text,
  authors: z.array(z.object({ name: text })).nullish(),
});

/** Quote and ShallowQuote in one. A quoted status is read no deeper than its address. */
const quote = z.object({
  state: text,
  quoted_status_id: maybeId,
  quoted_status: z
    .object({ id, url: text, uri: text, visibility: text, local_only: z.unknown().optional() })
    .nullish(),
});

export const statusSchema = z.object({
  id,
  /** A status that does not say that it is public is not. */
  visibility: text,
  /** Some servers show such a status to their own members only, whatever its visibility. */
  local_only: z.unknown().optional(),
  reblog: z.unknown().optional(),
  content: text,
  spoiler_text: text,
  sensitive: flag,
  account: account.nullish(),
  created_at: instant,
  edited_at: instant,
  in_reply_to_id: maybeId,
  in_reply_to_account_id: maybeId,
  url: text,
  uri: text,
  language: z.string().regex(LANGUAGE, 'expected a language tag').nullish(),
  media_attachments: z.array(attachment).nullish(),
  emojis,
  poll: poll.nullish(),
  card: card.nullish(),
  quote: quote.nullish(),
  quote_approval: z.object({ automatic: z.array(z.string()), manual: z.array(z.string()) }).nullish(),
  favourites_count: count,
  reblogs_count: count,
});

export type Status = z.infer<typeof statusSchema>;
export type Account = z.infer<typeof account>;
export type CustomEmoji = z.infer<typeof emoji>;
