import { z } from 'zod';
import { count, flag, instant, text } from '../reading/fields.ts';

/*
 * A story and its comments (github.com/lobsters/lobsters, `as_json` in app/models/story.rb and comment.rb). Before 2023
 * people were objects, depth was `indent_level` from 1, edits `updated_at`, and comments did not name their parent.
 * Keys that are not named here are dropped, whatever is in them.
 */

/** A user's name, as it is or within the user. */
const user = z
  .union([z.string(), z.object({ username: z.string() }).transform(({ username }) => username)])
  .nullish();

const shortId = z.string().min(1).max(20);
const score = z.int().nullish();

export const story = z.object({
  short_id: shortId,
  title: z.string(),
  url: text,
  comments_url: text,
  short_id_url: text,
  description: text,
  created_at: instant,
  score,
  flags: count,
  submitter_user: user,
});

export const comment = z.object({
  short_id: shortId,
  comment: text,
  comment_plain: text,
  url: text,
  short_id_url: text,
  created_at: instant,
  last_edited_at: instant,
  updated_at: instant,
  is_deleted: flag,
  is_moderated: flag,
  score,
  flags: count,
  upvotes: count,
  parent_comment: shortId.nullish(),
  depth: count,
  indent_level: count,
  commenting_user: user,
});

export type Story = z.infer<typeof story>;
export type Comment = z.infer<typeof comment>;
