import { z } from 'zod';
import { count, flag, id, instant, text } from '../reading/fields.ts';

/*
 * Views of Lemmy's API, as far as a thread needs them (github.com/LemmyNet/lemmy-js-client, src/types). Version 1.0
 * (`/api/v4`) renamed `published`, `updated` and a person's `actor_id`, and set the counts into the things counted.
 * Keys that are not named here are dropped, whatever is in them.
 */

const votes = { upvotes: count, downvotes: count };
const times = { published: instant, published_at: instant, updated: instant, updated_at: instant };
const gone = { deleted: flag, removed: flag };

const person = z.object({
  id,
  name: z.string().min(1),
  display_name: text,
  actor_id: text,
  ap_id: text,
  avatar: text,
  bot_account: flag,
});

export const post = z.object({
  id,
  name: z.string(),
  url: text,
  body: text,
  creator_id: id,
  ap_id: text,
  nsfw: flag,
  embed_title: text,
  embed_description: text,
  thumbnail_url: text,
  url_content_type: text,
  alt_text: text,
  ...gone,
  ...times,
  ...votes,
});

export const comment = z.object({
  id,
  post_id: id,
  content: text,
  /** `0.24.27`: the ids of the comments above it and its own. */
  path: z.string(),
  ap_id: text,
  ...gone,
  ...times,
  ...votes,
});

const community = z.object({ name: z.string(), actor_id: text, ap_id: text, visibility: text });

const counts = z.object(votes).nullish();

/** What stands beside a post or a comment in its view. */
export const surroundings = z.object({
  creator: person.nullish(),
  community: community.nullish(),
  counts,
});

/** Beside a comment there may be its post. */
export const withPost = surroundings.extend({ post: post.nullish() });

export type LemmyPost = z.infer<typeof post>;
export type LemmyComment = z.infer<typeof comment>;
export type PostView = z.infer<typeof surroundings> & { readonly post: LemmyPost };
export type CommentView = z.infer<typeof withPost> & { readonly comment: LemmyComment };
export type LemmyPerson = z.infer<typeof person>;
export type LemmyCommunity = z.infer<typeof community>;
