import { z } from 'zod';
import { count, flag, id, instant, maybeId, text } from '../reading/fields.ts';

/*
 * What a thread needs of GitHub's entities, as the REST API, webhooks (snake_case), GraphQL and the command line `gh`
 * (camelCase) write them. Keys that are not named here are dropped.
 */

const account = z.object({
  login: text,
  name: text,
  type: text,
  __typename: text,
  is_bot: flag,
  html_url: text,
  url: text,
  avatar_url: text,
  avatarUrl: text,
});

const names = z.object({ html_url: text, url: text, issue_url: text, pull_request_url: text });

const size = z.object({ totalCount: count }).nullish();

export const entrySchema = names.extend({
  id: id.nullish(),
  node_id: text,
  number: maybeId,
  title: text,
  user: account.nullish(),
  author: account.nullish(),
  body: text,
  body_html: text,
  bodyHTML: text,
  body_text: text,
  bodyText: text,
  created_at: instant,
  createdAt: instant,
  submitted_at: instant,
  submittedAt: instant,
  updated_at: instant,
  lastEditedAt: instant,
  includesCreatedEdit: flag,
  createdViaEmail: flag,
  isMinimized: flag,
  minimizedReason: text,
  minimized: z.object({ reason: text }).nullish(),
  deletedAt: instant,
  isAnswer: flag,
  upvoteCount: count,
  state: text,
  in_reply_to_id: maybeId,
  parent_id: maybeId,
  pull_request_review_id: maybeId,
  replyTo: z.object({ id: maybeId }).nullish(),
  pullRequestReview: z.object({ id: maybeId }).nullish(),
  commit_id: text,
  path: text,
  diff_hunk: text,
  diffHunk: text,
  line: count,
  original_line: count,
  originalLine: count,
  start_line: count,
  original_start_line: count,
  startLine: count,
  originalStartLine: count,
  subject_type: text,
  subjectType: text,
  reactions: z.record(z.string(), z.unknown()).nullish(),
  reactionGroups: z.array(z.object({ content: text, users: size, reactors: size })).nullish(),
});

export type Fields = z.infer<typeof entrySchema>;
export type Account = z.infer<typeof account>;
