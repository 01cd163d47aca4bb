import { z } from 'zod';
import { hashedId } from './ids.ts';
import { consentSchema, consentText } from './people.ts';
import { notHeld, redact } from './redact.ts';
import { type Person, type PersonId, type Post, type PostId, postId, type Thread } from './schema.ts';

const correction = z.strictObject({
  author: z
    .string()
    .nullable()
    .optional()
    .describe('A person’s id or handle; a name makes a new person; null says that the author is not known.'),
  parent: postId.nullable().optional().describe('The post that this one answers; null: none.'),
  warning: z.string().optional().describe('What the reader is warned of before the post opens.'),
  note: z.string().optional().describe('The editor’s note beside the post, in Markdown.'),
  redact: z
    .array(z.string().regex(/\S/))
    .optional()
    .describe('Words that must not be published, in whatever case: replaced by a mark in the whole thread.'),
});

/** What an editor decided about a thread, `content/threads/<id>.yaml`. */
export const overlaySchema = z.strictObject({
  title: z.string().min(1).optional().describe('A title instead of the thread’s own.'),
  consent: consentSchema
    .optional()
    .describe('On what basis the thread may be shown: public, asked, pseudonymised or licence: ….'),
  omit: z
    .array(postId)
    .optional()
    .describe('Posts to leave out, by their ids, with all that answer them unless keepReplies.'),
  keepReplies: z.boolean().optional().describe('Whether what answers an omitted post stays.'),
  posts: z.record(postId, correction).optional().describe('Decisions on single posts, by their ids.'),
});

export type Overlay = z.infer<typeof overlaySchema>;

/** A thread after the editor's overlay, with what belongs to the page and not to the export. */
export interface EditedThread {
  readonly thread: Thread;
  readonly notes: ReadonlyMap<PostId, string>;
  /** Ids in the overlay that no post has, and words to redact that no post holds. */
  readonly unknown: readonly string[];
  /** The words that were redacted. */
  readonly redactions: readonly string[];
}

/**
 * Applies an overlay. What the editor states is no longer `inferred`. Redacted words are replaced by a visible mark
 * in the whole thread, not only where they were first said, for others may have quoted them. Whoever wrote nothing
 * but what was left out is no longer among the people.
 */
export function applyOverlay(thread: Thread, overlay: Overlay): EditedThread {
  const corrections = overlay.posts ?? {};
  const people = new Map(Object.entries(thread.people));
  const redactions = Object.values(corrections).flatMap((one) => one.redact ?? []);
  const left = leftOut(thread.posts, overlay);
  const posts = thread.posts
    .filter(({ id }) => !left.has(id))
    .map((post) => correct(post, corrections[post.id] ?? {}, people))
    .map((post) => (post.parent !== null && left.has(post.parent) ? withoutParent(post) : post));
  for (const id of authorsOnlyOf(left, thread.posts, posts)) people.delete(id);
  const ids = new Set(thread.posts.map(({ id }) => id));
  const edited = {
    ...thread,
    title: overlay.title ?? thread.title,
    origin:
      overlay.consent === undefined
        ? thread.origin
        : { ...thread.origin, consent: consentText(overlay.consent) },
    people: Object.fromEntries(people),
    posts,
  };
  return {
    thread: redactions.length > 0 ? redact(edited, redactions) : edited,
    notes: new Map(
      Object.entries(corrections).flatMap(([id, { note }]) => (note ? [[id, note] as const] : [])),
    ),
    unknown: [
      ...[...Object.keys(corrections), ...(overlay.omit ?? [])].filter((id) => !ids.has(id)),
      ...notHeld(thread, redactions),
    ],
    redactions,
  };
}

function authorsOnlyOf(
  left: ReadonlySet<PostId>,
  before: readonly Post[],
  after: readonly Post[],
): readonly PersonId[] {
  const staying = new Set(after.map(({ author }) => author));
  return before.flatMap(({ id, author }) =>
    author !== null && left.has(id) && !staying.has(author) ? [author] : [],
  );
}

function leftOut(posts: readonly Post[], { omit = [], keepReplies = false }: Overlay): ReadonlySet<PostId> {
  const left = new Set(omit);
  if (keepReplies || left.size === 0) return left;
  const children = Map.groupBy(posts, ({ parent }) => parent);
  const waiting = [...left];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const child of children.get(id) ?? []) {
      if (left.has(child.id)) continue;
      left.add(child.id);
      waiting.push(child.id);
    }
  }
  return left;
}

type Correction = z.infer<typeof correction>;

function correct(post: Post, { author, parent, warning }: Correction, people: Map<PersonId, Person>): Post {
  const stated = new Set([
    ...(author === undefined ? [] : (['author'] as const)),
    ...(parent === undefined ? [] : (['parent'] as const)),
  ]);
  if (stated.size === 0) return warning === undefined ? post : { ...post, warning };
  const { inferred, ...rest } = post;
  const stillInferred = (inferred ?? []).filter((what) =>
    what !== 'author' && what !== 'parent' ? true : !stated.has(what),
  );
  return {
    ...rest,
    ...(author === undefined ? {} : { author: author === null ? null : personNamed(author, people) }),
    ...(parent === undefined ? {} : { parent }),
    ...(warning === undefined ? {} : { warning }),
    ...(stillInferred.length > 0 ? { inferred: stillInferred } : {}),
  };
}

function personNamed(named: string, people: Map<PersonId, Person>): PersonId {
  if (people.has(named)) return named;
  for (const [id, { handle }] of people) if (handle === named) return id;
  const id = hashedId(named);
  people.set(id, named.startsWith('@') ? { handle: named } : { handle: named, name: named });
  return id;
}

function withoutParent(post: Post): Post {
  return { ...post, parent: null };
}
