import { z } from 'zod';
import { count, flag, id, instant, maybeId, text } from '../reading/fields.ts';

/*
 * A message as DiscordChatExporter writes it (Tyrrrz/DiscordChatExporter, JsonMessageWriter.cs), as far as a thread
 * needs it. Keys that are not named here are dropped, whatever is in them.
 */

const role = z.object({ id, name: text });

const user = z.object({
  id,
  name: text,
  discriminator: text,
  nickname: text,
  isBot: flag,
  roles: z.array(role).nullish(),
});

const emoji = z.object({ id: text, name: text, imageUrl: text });

const attachment = z.object({ url: text, fileName: text });

const embed = z.object({
  title: text,
  url: text,
  description: text,
  author: z.object({ name: text, url: text }).nullish(),
  fields: z.array(z.object({ name: text, value: text })).nullish(),
});

const sticker = z.object({ name: text, format: text, sourceUrl: text });

/** What a message and one that is forwarded in it have in common. */
const contentKeys = {
  content: text,
  attachments: z.array(attachment).nullish(),
  embeds: z.array(embed).nullish(),
  stickers: z.array(sticker).nullish(),
};

export const messageSchema = z.object({
  id,
  type: text,
  timestamp: instant,
  timestampEdited: instant,
  author: user.nullish(),
  ...contentKeys,
  reactions: z.array(z.object({ emoji, count })).nullish(),
  mentions: z.array(user).nullish(),
  reference: z.object({ type: text, messageId: maybeId, channelId: maybeId, guildId: maybeId }).nullish(),
  forwardedMessage: z.object(contentKeys).nullish(),
  inlineEmojis: z.array(emoji).nullish(),
});

export type Message = z.infer<typeof messageSchema>;
export type User = z.infer<typeof user>;
export type Embed = z.infer<typeof embed>;
/** What a message and one that is forwarded in it have in common. */
export type Content = Pick<Message, 'content' | 'attachments' | 'embeds' | 'stickers'>;
