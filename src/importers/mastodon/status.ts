import { z } from 'zod';
import { count, flag, id, instant, language, maybeId, text } from '../reading/fields.ts';

/*
 * The entities of the Mastodon REST API, as far as a thread needs them (docs.joinmastodon.org/entities).
 * Keys that are not named here are dropped, whatever is in them.
 */

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

const attachment = z.object({
  type: text,
  url: text,
  preview_url: text,
  remote_url: text,
  description: text,
});

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
  language,
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
