import { z } from 'zod';
import { count, flag, id, instant, maybeId, text } from '../reading/fields.ts';

/*
 * What a thread needs of the entities of GitLab's REST API: issues and merge requests, notes, awarded emoji
 * (docs.gitlab.com/api/issues, /api/merge_requests, /api/notes, /api/discussions). Other keys are dropped.
 */

const account = z.object({
  username: text,
  name: text,
  web_url: text,
  avatar_url: text,
});

const position = z.object({ old_path: text, new_path: text, old_line: count, new_line: count });

const common = {
  id,
  author: account.nullish(),
  created_at: instant,
  last_edited_at: instant,
  confidential: flag,
};

/** An issue or a merge request. */
export const rootSchema = z.object({
  ...common,
  iid: id,
  title: text,
  description: text,
  web_url: text,
  upvotes: count,
  downvotes: count,
  references: z.object({ full: text }).nullish(),
});

export const noteSchema = z.object({
  ...common,
  body: text,
  system: flag,
  internal: flag,
  noteable_id: maybeId,
  noteable_iid: maybeId,
  noteable_type: text,
  discussion_id: maybeId,
  position: position.nullish(),
});

export const awardSchema = z.object({
  name: z.string().min(1),
  awardable_id: maybeId,
  awardable_type: text,
});

export type Root = z.infer<typeof rootSchema>;
export type Note = z.infer<typeof noteSchema>;
export type Award = z.infer<typeof awardSchema>;
export type Account = z.infer<typeof account>;
