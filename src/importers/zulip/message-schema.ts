import { z } from 'zod';
import { flag, id, maybeId, seconds, text } from '../reading/fields.ts';

/** A message as the API writes it (zulip.com/api/get-messages), as far as a thread needs it. Mail addresses are not read. */
export const messageSchema = z.object({
  id,
  /** `stream`; a message between some people is `private`. */
  type: text,
  sender_id: maybeId,
  sender_full_name: text,
  avatar_url: text,
  is_bot: flag,
  timestamp: seconds,
  subject: text,
  /** The channel's name; in a message between people a list of them. */
  display_recipient: z.unknown(),
  stream_id: maybeId,
  content: text,
  /** `text/html`, `text/x-markdown`. */
  content_type: text,
  is_me_message: flag,
  last_edit_timestamp: seconds,
  edit_history: z.array(z.record(z.string(), z.unknown())).nullish(),
  reactions: z.array(z.object({ emoji_name: text, emoji_code: text, reaction_type: text })).nullish(),
  submessages: z.array(z.object({ sender_id: maybeId, content: text })).nullish(),
});

export type ZulipMessage = z.infer<typeof messageSchema>;

export const NEEDED_OF_MESSAGE: ReadonlySet<PropertyKey> = new Set([
  'id',
  'type',
  'subject',
  'content',
  'stream_id',
]);

/** A channel as `GET /streams` or a realm's export describes it. */
export const channelSchema = z.object({ id, name: text, invite_only: flag, is_web_public: flag });

export type Channel = z.infer<typeof channelSchema>;
