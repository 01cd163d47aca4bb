import { z } from 'zod';
import { count, flag, seconds, text } from '../reading/fields.ts';

/*
 * A message of a Slack export (docs.slack.dev/reference/events/message, slackdump's exports), as far as a thread needs
 * it. Keys that are not named here are dropped, whatever is in them.
 */

/** `1772525520.000100`: seconds and a counter, which names a message in its channel. */
const stamp = z.string().regex(/^\d{1,12}\.\d{1,9}$/, 'expected a time such as 1772525520.000100');

const styles = z.object({ bold: flag, italic: flag, strike: flag, code: flag });

/** What stands in a line of rich text. */
const leafKeys = {
  type: text,
  text,
  url: text,
  user_id: text,
  channel_id: text,
  usergroup_id: text,
  range: text,
  name: text,
  unicode: text,
  value: text,
  fallback: text,
  timestamp: seconds,
  style: z.union([styles, z.string()]).nullish(),
};
const leaf = z.object(leafKeys);
const section = z.object({ ...leafKeys, elements: z.array(leaf).nullish() });
const part = z.object({ ...leafKeys, indent: count, elements: z.array(section).nullish() });

/** Text in a block, as a string or as an object that says which mark-up it is in. */
const written = z.object({ type: text, text }).nullish();

const block = z.object({
  type: text,
  /** Of `rich_text` and `context`. */
  elements: z.array(z.unknown()).nullish(),
  /** Of `section` and `header` an object, of `markdown` a string. */
  text: z.union([z.string(), written]).nullish(),
  fields: z.array(written).nullish(),
  image_url: text,
  alt_text: text,
  title: z.union([z.string(), written]).nullish(),
});

/** What a rich text block holds. */
export const richTextSchema = z.array(part);
/** What a context block holds. */
export const contextSchema = z.array(
  z.object({ type: text, text: z.union([z.string(), written]).nullish(), image_url: text, alt_text: text }),
);

const file = z.object({
  id: text,
  name: text,
  title: text,
  mimetype: text,
  mode: text,
  permalink: text,
  alt_txt: text,
  initial_comment: z.object({ comment: text }).nullish(),
});

/** An unfurled address, a shared message, or what an application says. */
const attachment = z.object({
  is_share: flag,
  is_msg_unfurl: flag,
  channel_id: text,
  ts: text,
  from_url: text,
  original_url: text,
  title: text,
  title_link: text,
  pretext: text,
  text,
  fallback: text,
  service_name: text,
  author_name: text,
  image_url: text,
  fields: z.array(z.object({ title: text, value: text })).nullish(),
  blocks: z.array(block).nullish(),
  message_blocks: z
    .array(z.object({ message: z.object({ blocks: z.array(block).nullish() }).nullish() }))
    .nullish(),
});

const profile = z.object({ name: text, real_name: text, display_name: text });

export const messageSchema = z.object({
  type: text,
  subtype: text,
  ts: stamp,
  thread_ts: text,
  parent_user_id: text,
  hidden: flag,
  is_ephemeral: flag,
  upload: flag,
  user: text,
  user_profile: profile.nullish(),
  bot_id: text,
  bot_profile: z.object({ name: text }).nullish(),
  username: text,
  text,
  blocks: z.array(block).nullish(),
  edited: z.object({ ts: seconds }).nullish(),
  file: file.nullish(),
  files: z.array(file).nullish(),
  comment: z.object({ user: text, comment: text }).nullish(),
  attachments: z.array(attachment).nullish(),
  reactions: z.array(z.object({ name: text, count, users: z.array(z.unknown()).nullish() })).nullish(),
});

export type Message = z.infer<typeof messageSchema>;
export type Block = z.infer<typeof block>;
export type Leaf = z.infer<typeof leaf>;
export type RichPart = z.infer<typeof part>;
export type SharedFile = z.infer<typeof file>;
export type MessageAttachment = z.infer<typeof attachment>;
