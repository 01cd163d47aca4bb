import { z } from 'zod';
import { count, flag, id, maybeId, seconds, text } from '../reading/fields.ts';

/*
 * A message as Telegram Desktop exports it (telegramdesktop/tdesktop, export_output_json.cpp), as far as a thread needs
 * it. Keys that are not named here are dropped, whatever is in them: telephone numbers and places for two.
 */

const entity = z.object({ type: text, text, href: text });

export const messageSchema = z.object({
  id,
  type: text,
  action: text,
  /** In the time zone of whoever exported it, which is not said. */
  date: text,
  date_unixtime: seconds,
  edited_unixtime: seconds,
  /** `null` where the account was deleted. */
  from: z.string().nullish(),
  from_id: maybeId,
  author: text,
  /** `null` where the account was deleted; not there where nothing was forwarded. */
  forwarded_from: z.string().nullish(),
  forwarded_from_id: maybeId,
  reply_to_message_id: maybeId,
  reply_to_peer_id: maybeId,
  text: z.union([z.string(), z.array(z.union([z.string(), entity]))]).nullish(),
  text_entities: z.array(entity).nullish(),
  photo: text,
  file: text,
  file_name: text,
  media_type: text,
  mime_type: text,
  media_spoiler: flag,
  sticker_emoji: text,
  performer: text,
  title: text,
  place_name: text,
  address: text,
  poll: z
    .object({
      question: text,
      closed: flag,
      total_voters: count,
      answers: z.array(z.object({ text, voters: count })),
    })
    .nullish(),
  reactions: z.array(z.object({ type: text, count, emoji: text })).nullish(),
});

export type Message = z.infer<typeof messageSchema>;
export type Entity = z.infer<typeof entity>;
