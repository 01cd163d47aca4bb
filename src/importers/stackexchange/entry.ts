import { z } from 'zod';
import type { Site } from './site.ts';
import { flag, id, maybeId, seconds, text } from '../reading/fields.ts';

/*
 * Questions, answers and comments as the API of Stack Exchange writes them (api.stackexchange.com/docs), as far as a
 * thread needs them. Which keys there are depends on the filter that was asked for.
 */

const owner = z
  .object({ user_id: maybeId, user_type: text, display_name: text, link: text, profile_image: text })
  .nullish();

const common = {
  owner,
  creation_date: seconds,
  score: z.int().nullish(),
  body: z.string().nullish(),
  body_markdown: z.string().nullish(),
  link: text,
  content_license: text,
};

export const questionSchema = z.object({
  ...common,
  question_id: id,
  title: text,
  last_edit_date: seconds,
  closed_date: seconds,
  closed_reason: text,
  locked_date: seconds,
});

export const answerSchema = z.object({
  ...common,
  answer_id: id,
  question_id: id,
  title: text,
  last_edit_date: seconds,
  is_accepted: flag,
});

export const commentSchema = z.object({ ...common, comment_id: id, post_id: id });

export type Owner = z.infer<typeof owner>;

/** An entry of any of the three kinds. */
export interface Entry {
  readonly at: Site;
  readonly kind: 'question' | 'answer' | 'comment';
  /** Questions and answers count together, comments for themselves: `comment12`. */
  readonly id: string;
  /** What it answers or comments on; `null` for a question. */
  readonly parent: string | null;
  /** HTML text; `''` for a comment, and where the filter left it out. */
  readonly title: string;
  readonly owner: Owner;
  readonly published: string | null;
  readonly edited: string | null;
  readonly score: number;
  readonly html: string | null;
  readonly markdown: string | null;
  readonly link: string;
  readonly licence: string;
  readonly accepted: boolean;
  /** Of a question: when it was closed and why, when it was locked. */
  readonly closed: string | null;
  readonly closedReason: string;
  readonly locked: string | null;
}
