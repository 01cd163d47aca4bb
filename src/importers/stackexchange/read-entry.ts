import { type ReadEntry, readEntry } from '../reading/entry.ts';
import { answerSchema, commentSchema, type Entry, questionSchema } from './entry.ts';
import { kindOf } from './export-form.ts';
import { siteOf } from './site.ts';

const NEEDED = new Set<PropertyKey>(['question_id', 'answer_id', 'comment_id', 'post_id', 'link']);

/** A question, an answer or a comment. What is not as documented is left out and named, the whole entry if it must be. */
export function readAnyEntry(value: unknown): ReadEntry<Entry> {
  const kind = kindOf(value);
  if (kind === 'question') return question(value);
  if (kind === 'answer') return answer(value);
  if (kind === 'comment') return comment(value);
  return { entry: null, faults: ['It is neither a question nor an answer nor a comment'] };
}

function question(value: unknown): ReadEntry<Entry> {
  const { entry, faults } = readEntry(questionSchema, value, NEEDED);
  if (!entry) return { entry, faults };
  return {
    faults,
    entry: {
      ...shared(entry),
      kind: 'question',
      id: entry.question_id,
      parent: null,
      title: entry.title,
      edited: entry.last_edit_date ?? null,
      closed: entry.closed_date ?? null,
      closedReason: entry.closed_reason,
      locked: entry.locked_date ?? null,
    },
  };
}

function answer(value: unknown): ReadEntry<Entry> {
  const { entry, faults } = readEntry(answerSchema, value, NEEDED);
  if (!entry) return { entry, faults };
  return {
    faults,
    entry: {
      ...shared(entry),
      kind: 'answer',
      id: entry.answer_id,
      parent: entry.question_id,
      title: entry.title,
      edited: entry.last_edit_date ?? null,
      accepted: entry.is_accepted === true,
    },
  };
}

function comment(value: unknown): ReadEntry<Entry> {
  const { entry, faults } = readEntry(commentSchema, value, NEEDED);
  if (!entry) return { entry, faults };
  const { comment_id, post_id } = entry;
  return {
    faults,
    entry: { ...shared(entry), kind: 'comment', id: `comment${comment_id}`, parent: post_id },
  };
}

type Shared = Pick<
  ReturnType<typeof questionSchema.parse>,
  'owner' | 'creation_date' | 'score' | 'body' | 'body_markdown' | 'link' | 'content_license'
>;

function shared(entry: Shared) {
  return {
    at: siteOf(entry),
    title: '',
    owner: entry.owner,
    published: entry.creation_date ?? null,
    edited: null,
    score: entry.score ?? 0,
    html: entry.body ?? null,
    markdown: entry.body_markdown ?? null,
    link: entry.link,
    licence: entry.content_license,
    accepted: false,
    closed: null,
    closedReason: '',
    locked: null,
  };
}
