import { z } from 'zod';
import { postId, threadId } from '../thread/schema.ts';

/*
 * What the toolbar's app asks of the development server, and what it is answered. A request names no file: the
 * server knows the threads and drafts of its own project, and finds the file by their names.
 */

/** Characters of what an editor may send at once: a long post, and more than a note. */
const LONGEST = 100_000;
const text = z.string().max(LONGEST);
/** Of a file as the page saw it; empty for a file that is not there. */
const seen = z.string().max(64);
const words = text.regex(/\S/);

/** What an editor decides about a post. */
export const overlayEdit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('omit'), post: postId, replies: z.boolean() }),
  z.strictObject({ kind: z.literal('note'), post: postId, note: text }),
  z.strictObject({ kind: z.literal('redact'), post: postId, words }),
  z.strictObject({ kind: z.literal('author'), post: postId, author: text.nullable() }),
  z.strictObject({ kind: z.literal('parent'), post: postId, parent: postId.nullable() }),
  z.strictObject({ kind: z.literal('warning'), post: postId, warning: text }),
]);

export type OverlayEdit = z.infer<typeof overlayEdit>;

const quoted = { thread: threadId, post: postId, words };

export const deskRequest = z.discriminatedUnion('ask', [
  /** With what is found in the drafts, which takes longer. */
  z.strictObject({ ask: z.literal('desk'), thread: threadId.optional(), check: z.boolean() }),
  z.strictObject({ ask: z.literal('quote'), ...quoted }),
  z.strictObject({
    ask: z.literal('insert'),
    ...quoted,
    draft: text,
    seen,
    place: z.enum(['end', 'after last quote']),
  }),
  z.strictObject({ ask: z.literal('overlay'), thread: threadId, seen, edit: overlayEdit }),
  z.strictObject({ ask: z.literal('undo') }),
]);

export type DeskRequest = z.infer<typeof deskRequest>;

/** A request with the number that its answer bears. */
export const numberedRequest = z.strictObject({ number: z.int(), request: deskRequest });

export interface DeskFinding {
  readonly place: string;
  readonly severity: string;
  readonly message: string;
}

export interface DeskDraft {
  readonly slug: string;
  readonly title: string;
  readonly href: string;
  readonly seen: string;
  /** Absent where they were not asked for. */
  readonly findings?: readonly DeskFinding[];
}

/** A post as it is imported and before the editor's overlay, so that what is left out can be named. */
export interface DeskPost {
  readonly id: string;
  readonly name: string | null;
  readonly note?: string;
  readonly warning?: string;
}

export interface DeskThread {
  readonly seen: string;
  readonly posts: readonly DeskPost[];
  readonly people: readonly string[];
  readonly omitted: readonly string[];
}

export interface Desk {
  readonly drafts: readonly DeskDraft[];
  readonly thread?: DeskThread;
  /** The file that the last action wrote, where it can be undone. */
  readonly undo?: string;
}

export type DeskAnswer =
  | { readonly kind: 'desk'; readonly desk: Desk }
  | { readonly kind: 'quote'; readonly markdown: string }
  | { readonly kind: 'written'; readonly file: string }
  | { readonly kind: 'refused'; readonly message: string };

export interface NumberedAnswer {
  readonly number: number;
  readonly answer: DeskAnswer;
}

export const ASK = 'quotidian:ask';
export const ANSWER = 'quotidian:answer';
