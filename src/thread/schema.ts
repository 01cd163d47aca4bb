import { z } from 'zod';

/*
 * Glossary, one word for each thing, everywhere.
 *
 * thread    a discussion as an export held it: posts that answer each other
 * post      one contribution to a thread
 * person    somebody who takes part; author: the person who wrote a post
 * parent    the post that a post answers
 * quote     somebody's words set into somebody else's text
 * passage   a stretch of a post's own text, given by offsets
 * source    the passage that a quote was taken from
 * fidelity  how a quote relates to its source: verbatim, abridged, altered, unsourced, external
 * digest    what an editor writes about threads
 * issue     a numbered set of digests
 */

/** A slug: it names the thread's file and its address. */
export const threadId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80);
/** Safe as an HTML id and as part of an address; see `ids.ts`. */
export const postId = z.string().regex(/^[A-Za-z0-9_-]{1,32}$/);
const personId = postId;
/** ISO 8601 in UTC, to the second or finer: `2026-03-03T08:12:00Z`. */
const date = z.iso.datetime();
/** An address that may stand in a page: http, https or mailto; nothing else gets into a thread. */
const address = z.string().regex(/^(?:https?:\/\/|mailto:)/i);

const wish = z.enum(['noindex', 'no-quote', 'no-archive']);

const person = z.strictObject({
  /** How the platform writes the person: `@ines@quay.example`, `ines`. Never a mail address. */
  handle: z.string(),
  name: z.string().optional(),
  url: address.optional(),
  avatar: address.optional(),
  bot: z.literal(true).optional(),
  /** What the person asked of machines that republish. */
  wishes: z.array(wish).readonly().optional(),
  /** Set where the editor knows who it is, and then the same in all threads. What a stored thread holds is left out. */
  known: personId.optional(),
  /** On what basis the person's words are shown, as the editor put it. What a stored thread holds is left out. */
  consent: z.string().optional(),
});

/** The mark-up that a body was written in; each is a file in `src/bodies/flavours/`. */
const flavour = z.enum([
  'commonmark',
  'github',
  'gitlab',
  'discourse',
  'bbcode',
  'slack',
  'discord',
  'zulip',
  'reddit',
]);

const body = z.union([
  z.strictObject({ html: z.string() }),
  z.strictObject({ markdown: z.string(), flavour }),
  /** `flowed` is RFC 3676's format=flowed, `delsp` the same with DelSp=yes. */
  z.strictObject({ plain: z.string(), flowed: z.enum(['flowed', 'delsp']).optional() }),
]);

/** No picture is saved with a longer side, in pixels. */
export const LONGEST_SIDE = 1600;
const side = z.int().min(1).max(LONGEST_SIDE);

/** A copy of a picture that `import --media` made: a file in `content/threads/<id>/`, named by its content. */
const saved = z.strictObject({
  /** `9f86d081884c7d659a2feaa0c55ad015.webp` */
  file: z.string().regex(/^[0-9a-f]{32}\.webp$/),
  width: side,
  height: side,
});

const attachment = z.strictObject({
  type: z.enum(['image', 'video', 'audio', 'animation', 'file']),
  url: address.optional(),
  name: z.string().optional(),
  /** The author's own description of the medium, for those who cannot see or hear it. */
  description: z.string().optional(),
  saved: saved.optional(),
});

/** A link preview. */
const card = z.strictObject({
  url: address.optional(),
  title: z.string(),
  description: z.string().optional(),
  author: z.string().optional(),
  site: z.string().optional(),
});

const poll = z.strictObject({
  options: z.array(z.strictObject({ title: z.string(), votes: z.int().nonnegative().nullable() })).readonly(),
  multiple: z.literal(true).optional(),
  closes: date.optional(),
  closed: z.literal(true).optional(),
  voters: z.int().nonnegative().optional(),
});

/** A quote post: the post that this one carries with it. Only `accepted` may be shown. */
const quoted = z.strictObject({
  post: postId.optional(),
  url: address.optional(),
  state: z.enum(['accepted', 'pending', 'rejected', 'revoked', 'deleted', 'unauthorized']),
});

const inference = z.enum(['author', 'parent', 'published', 'quote']);

const post = z.strictObject({
  id: postId,
  /** `null`: not known. */
  author: personId.nullable(),
  parent: postId.nullable(),
  /** `missing` is a parent that the export does not hold. */
  state: z.enum(['deleted', 'removed', 'missing']).optional(),
  published: date.optional(),
  edited: date.optional(),
  url: address.optional(),
  subject: z.string().optional(),
  /** BCP 47. */
  lang: z.string().optional(),
  /** As exported; parsed when it is read. */
  body,
  /** A content warning closes the whole post; `sensitive` covers its media only. */
  warning: z.string().optional(),
  sensitive: z.literal(true).optional(),
  attachments: z.array(attachment).readonly().optional(),
  cards: z.array(card).readonly().optional(),
  poll: poll.optional(),
  reactions: z
    .array(z.strictObject({ name: z.string(), count: z.int().positive() }))
    .readonly()
    .optional(),
  /** Custom emoji: shortcode without colons → address of the picture. */
  emoji: z.record(z.string(), address).optional(),
  quoted: quoted.optional(),
  /** What was guessed and not exported. Every page must say so. */
  inferred: z.array(inference).readonly().optional(),
});

const origin = z.strictObject({
  platform: z.string(),
  url: address.optional(),
  /** The list, instance, forum or channel. */
  community: z.string().optional(),
  exported: date.optional(),
  importer: z.string(),
  licence: z.string().optional(),
  /** On what basis words from a closed place may be shown, as the editor put it. */
  consent: z.string().optional(),
});

/** A thread file, `content/threads/<id>.json`: no two posts of one id, every author among its people. */
export const threadSchema = z
  .strictObject({
    format: z.literal(1),
    id: threadId,
    title: z.string().min(1),
    origin,
    people: z.record(personId, person),
    /** In the export's order. */
    posts: z.array(post).readonly(),
  })
  .superRefine(({ people, posts }, context) => {
    const seen = new Set<string>();
    for (const [n, { id, author }] of posts.entries()) {
      const fault = seen.has(id)
        ? { path: ['posts', n, 'id'], message: `More than one post has the id ${id}` }
        : author !== null && !Object.hasOwn(people, author)
          ? { path: ['posts', n, 'author'], message: `${author} is not among the people` }
          : undefined;
      seen.add(id);
      if (fault) context.addIssue({ code: 'custom', ...fault });
    }
  });

/** The parts of a thread, for what is read or written part by part. */
export { flavour as flavourSchema, origin as originSchema, person as personSchema, post as postSchema };

export type Thread = z.infer<typeof threadSchema>;
export type Post = z.infer<typeof post>;
export type Person = z.infer<typeof person>;
export type Body = z.infer<typeof body>;
export type Origin = z.infer<typeof origin>;
export type Attachment = z.infer<typeof attachment>;
export type SavedPicture = z.infer<typeof saved>;
export type Card = z.infer<typeof card>;
export type Poll = z.infer<typeof poll>;
export type Quoted = z.infer<typeof quoted>;
export type Inference = z.infer<typeof inference>;
export type ThreadId = string;
export type PostId = string;
export type PersonId = string;
