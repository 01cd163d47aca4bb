import { z } from 'zod';
import { count, flag, milliseconds, seconds, text } from '../reading/fields.ts';

/*
 * Posts (`t3`) and comments (`t1`) of Reddit's API, as far as a thread needs them; archives (Pushshift, Arctic Shift)
 * write the same objects, one a line. Keys that are not named here are dropped, whatever is in them.
 */

/** `t3_abc123`, `t1_def456`: kind and id. */
const fullname = z.string().regex(/^t\d_[a-z0-9]{1,30}$/i, 'expected a full name such as t1_abc123');
const maybeFullname = fullname.nullish();

/** `false`; when; `true` in the oldest posts. */
const edited = z.union([z.boolean().transform(() => null), seconds]).nullish();

/** What archives tell of what became of a post later. */
const meta = z.object({ removal_type: text, was_deleted_later: flag }).nullish();

const media = z.object({
  status: text,
  e: text,
  m: text,
  id: text,
  s: z.object({ u: text, gif: text }).nullish(),
});

const poll = z.object({
  options: z.array(z.object({ text, vote_count: count })),
  total_vote_count: count,
  voting_end_timestamp: milliseconds,
});

const withdrawal = {
  /** Of the moderators’ view: who removed it. */
  banned_by: z.unknown().optional(),
  removed: z.unknown().optional(),
  spam: z.unknown().optional(),
  removal_reason: z.unknown().optional(),
  removed_by_category: text,
  _meta: meta,
};

const common = {
  name: fullname,
  author: text,
  author_fullname: text,
  created_utc: seconds,
  edited,
  score: z.int().nullish(),
  score_hidden: flag,
  hide_score: flag,
  permalink: text,
  subreddit: text,
  subreddit_name_prefixed: text,
  subreddit_type: text,
  quarantine: flag,
  media_metadata: z.record(z.string(), media.nullable().catch(null)).nullish(),
  ...withdrawal,
};

export const postSchema = z.object({
  ...common,
  title: text,
  selftext: text,
  url: text,
  domain: text,
  is_self: flag,
  is_video: flag,
  is_gallery: flag,
  post_hint: text,
  over_18: flag,
  spoiler: flag,
  poll_data: poll.nullish(),
  gallery_data: z.object({ items: z.array(z.object({ media_id: text, caption: text })) }).nullish(),
  crosspost_parent_list: z
    .array(
      z.object({
        title: text,
        author: text,
        permalink: text,
        subreddit_name_prefixed: text,
        subreddit_type: text,
        quarantine: flag,
        over_18: flag,
        spoiler: flag,
        ...withdrawal,
      }),
    )
    .nullish(),
});

export const commentSchema = z.object({
  ...common,
  body: text,
  link_id: fullname,
  parent_id: maybeFullname,
  /** In lists of comments: the title of the post they are below. */
  link_title: text,
});

export type RedditPost = z.infer<typeof postSchema>;
export type RedditComment = z.infer<typeof commentSchema>;

/** Comments that an answer of the API does not hold. */
export const moreSchema = z.object({
  count: z.int().nullish(),
  parent_id: fullname,
  children: z.array(z.string()),
});

export type Entry =
  | { readonly kind: 't3'; readonly entry: RedditPost }
  | { readonly kind: 't1'; readonly entry: RedditComment };
