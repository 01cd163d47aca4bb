import { displayName } from '../../thread/display-name.ts';
import { QuotidianError } from '../../thread/error.ts';
import { stableId } from '../../thread/ids.ts';
import type { Person, PersonId, Post, PostId, Thread } from '../../thread/schema.ts';
import { threadFrom } from '../assembly/draft.ts';
import type { ImportOptions } from '../importer.ts';
import { readEntry } from '../reading/entry.ts';
import { faultText, unreadableEntry, unreadableField } from '../reading/fault-warning.ts';
import { webAddress } from '../reading/web-address.ts';
import { type Parent, parentsOf } from './parents.ts';
import { type Comment, comment, type Story, story } from './story.ts';

/** Without these a post would be lost, or shown although it is gone. */
const NEEDED = new Set<PropertyKey>([
  'short_id',
  'title',
  'description',
  'comment',
  'is_deleted',
  'is_moderated',
]);

/** The thread of a story. Throws `QuotidianError` where the story itself cannot be read. */
export function threadOf(
  value: Readonly<Record<string, unknown>>,
  file: string,
  options: Pick<ImportOptions, 'warn' | 'consent'>,
): Thread {
  const { entry, faults } = readEntry(story, value, NEEDED);
  if (!entry)
    throw new QuotidianError(`The story could not be read. ${faultText(faults)}.`, {
      code: 'unreadable-export',
      place: { file },
      hint: 'Save /s/<id>.json again.',
    });
  if (faults.length > 0) options.warn(unreadableField(faultText(faults), 'the story'));
  if (!Array.isArray(value.comments))
    options.warn({
      code: 'no-comments',
      message: 'The story comes without its comments. They stand in /s/<id>.json.',
    });
  const comments = commentsIn(value.comments, options);
  const url = webAddress(entry.comments_url, entry.short_id_url);
  const host = url && new URL(url).host;
  const root = rootOf(entry, url);
  const parents = parentsOf(comments);
  const posts = [root, ...comments.map((one, index) => postOf(one, parents[index], root.id))];
  const users = [entry.submitter_user, ...comments.map((one) => one.commenting_user)];
  return threadFrom(
    {
      title: displayName(entry.title),
      origin: {
        platform: 'lobsters',
        ...(url && { url }),
        ...(host && { community: host }),
        importer: 'lobsters',
      },
      people: peopleOf(users, url),
      posts,
    },
    options,
  );
}

function commentsIn(list: unknown, { warn }: Pick<ImportOptions, 'warn'>): readonly Comment[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((value, index) => {
    const { entry, faults } = readEntry(comment, value, NEEDED);
    const fault = faultText(faults, `comments[${index}]`);
    if (!entry) warn(unreadableEntry('A comment', fault));
    else if (faults.length > 0) warn({ post: commentId(entry.short_id), ...unreadableField(fault) });
    return entry ?? [];
  });
}

function rootOf(entry: Story, permalink: string | undefined): Post {
  const link = webAddress(entry.url);
  const title = displayName(entry.title);
  return {
    id: stableId(entry.short_id),
    author: authorOf(entry.submitter_user),
    parent: null,
    ...(entry.created_at && { published: entry.created_at }),
    ...(permalink && { url: permalink }),
    ...(title && { subject: title }),
    body: { html: entry.description },
    ...(link && { cards: [{ url: link, title: title || link }] }),
    ...upvotesOf(entry.score, entry.flags, undefined),
  };
}

/** As the site writes a comment’s anchor: `c_` keeps its id apart from a story’s. */
function commentId(shortId: string): PostId {
  return stableId(`c_${shortId}`);
}

function postOf(one: Comment, parent: Parent | undefined, root: PostId): Post {
  const url = webAddress(one.url, one.short_id_url);
  const stands = {
    id: commentId(one.short_id),
    author: authorOf(one.commenting_user),
    parent: typeof parent?.shortId === 'string' ? commentId(parent.shortId) : root,
    ...(one.created_at && { published: one.created_at }),
    ...(url && { url }),
    ...(parent?.inferred && { inferred: ['parent' as const] }),
  };
  const state = stateOf(one);
  if (state) return { ...stands, state, body: { plain: '' } };
  const edited = editedAt(one);
  return {
    ...stands,
    ...(edited && { edited }),
    body: one.comment ? { html: one.comment } : { markdown: one.comment_plain, flavour: 'commonmark' },
    ...upvotesOf(one.score, one.flags, one.upvotes),
  };
}

/** What stands there instead of the words of somebody who was banned; the words are a moderator's. */
const BANNED = 'Comment from banned user removed';

function stateOf({ is_deleted, is_moderated, comment, comment_plain }: Comment): Post['state'] {
  if (is_moderated) return 'removed';
  if (!is_deleted) return undefined;
  return [comment_plain, comment].some((text) => text.includes(BANNED)) ? 'removed' : 'deleted';
}

/** Milliseconds. The site calls a comment edited when it changed a minute after it was written (`has_been_edited?`). */
const MINUTE = 60_000;

function editedAt({ created_at, last_edited_at, updated_at }: Comment): string | undefined {
  const edited = last_edited_at ?? updated_at;
  if (!edited || !created_at) return undefined;
  return Date.parse(edited) - Date.parse(created_at) > MINUTE ? edited : undefined;
}

/** A score is the upvotes less the flags. */
function upvotesOf(
  score: number | null | undefined,
  flags: number | null | undefined,
  upvotes: number | null | undefined,
): Pick<Post, 'reactions'> {
  const amount = upvotes ?? (score ?? 0) + (flags ?? 0);
  return amount > 0 ? { reactions: [{ name: 'upvote', count: amount }] } : {};
}

function authorOf(user: string | null | undefined): PersonId | null {
  return user ? stableId(user) : null;
}

/** User names are written alone; the page of a person is `/~ines`. */
function peopleOf(
  users: readonly (string | null | undefined)[],
  page: string | undefined,
): Readonly<Record<PersonId, Person>> {
  const names = [...new Set(users)].filter(
    (user) => typeof user === 'string' && user !== '',
  ) as readonly string[];
  return Object.fromEntries(
    names.map((name): [PersonId, Person] => {
      const url = page && webAddress(new URL(`/~${encodeURIComponent(name)}`, page).href);
      return [stableId(name), { handle: displayName(name), ...(url && { url }) }];
    }),
  );
}
