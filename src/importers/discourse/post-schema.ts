import { z } from 'zod';
import { count, flag, id, instant, language, text } from '../reading/fields.ts';

/*
 * A topic and its posts as the JSON API of Discourse writes them (app/serializers/topic_view_serializer.rb,
 * post_serializer.rb; the plug-ins poll, reactions and solved), as far as a thread needs them.
 */

const poll = z.object({
  name: text,
  type: text,
  status: text,
  title: text,
  voters: count,
  close: instant,
  /** `votes` is absent where the results may not be seen. */
  options: z.array(z.object({ html: z.string(), votes: count })),
});

export const postSchema = z.object({
  id,
  /** Counts within the topic: what quotes name. */
  post_number: z.int().positive(),
  /** 1: a post, 2: a word of the moderators, 3: a note that something was done, 4: a whisper. */
  post_type: z.int(),
  /** What a note says was done: `closed.enabled`. */
  action_code: text,
  /** HTML. */
  cooked: text,
  raw: z.string().nullish(),
  hidden: flag,
  cooked_hidden: flag,
  user_deleted: flag,
  deleted_at: z.unknown().optional(),
  username: text,
  name: text,
  user_id: z.int().nullish(),
  avatar_template: text,
  created_at: instant,
  updated_at: instant,
  version: count,
  reply_to_post_number: z.int().positive().nullish(),
  locale: language,
  wiki: flag,
  actions_summary: z.array(z.object({ id: z.int(), count })).nullish(),
  reactions: z.array(z.object({ id: z.string(), count })).nullish(),
  accepted_answer: flag,
  polls: z.array(poll).nullish(),
});

export type DiscoursePost = z.infer<typeof postSchema>;

/** Without these it would not be known whether and where a post may stand. */
export const NEEDED_OF_POST: ReadonlySet<PropertyKey> = new Set([
  'id',
  'post_number',
  'post_type',
  'cooked',
  'hidden',
  'cooked_hidden',
  'user_deleted',
]);

export const topicSchema = z.object({
  id,
  title: z.string().min(1),
  slug: text,
  archetype: text,
  visible: flag,
  deleted_at: z.unknown().optional(),
});

export type DiscourseTopic = z.infer<typeof topicSchema>;

export const NEEDED_OF_TOPIC: ReadonlySet<PropertyKey> = new Set(['id', 'title', 'archetype']);
