import { safeAddress } from '../../thread/address.ts';
import { stableId } from '../../thread/ids.ts';
import { type PersonId, type Post, postSchema } from '../../thread/schema.ts';
import { readEntry } from '../reading/entry.ts';
import { isRecord } from '../reading/glance.ts';
import { bodyIn, FORMATS } from './body-format.ts';
import { dateIn } from './date.ts';
import { NESTED, type Row } from './form.ts';

/** Where a line stands. */
interface Where {
  readonly file: string;
  readonly line: number;
}

export interface ReadPost {
  /** `null`: it could not be read. */
  readonly post: Post | null;
  readonly faults: readonly string[];
}

/** What a post cannot do without: its words, and whatever shields somebody from them or shows that they are a guess. */
const NEEDED = new Set(['id', 'parent', 'body', 'state', 'warning', 'sensitive', 'inferred']);

/**
 * A line as a post. `id` and `author` are known by then. What is not as the form wants it is named, and left out; the
 * whole post where that would show words that should be hidden. Throws `QuotidianError` for a date without a zone.
 */
export function postIn(row: Row, id: string, author: PersonId | null, where: Where): ReadPost {
  const { format = 'plain', body = '' } = row;
  const made = typeof format === 'string' && typeof body === 'string' ? bodyIn(format.trim(), body) : null;
  if (!made)
    return {
      post: null,
      faults: [typeof body === 'string' ? `format: expected ${FORMATS}` : 'body: expected a text'],
    };
  const candidate = {
    id,
    author,
    parent: parentIn(row.parent),
    body: made,
    ...picked(row, [
      'url',
      'subject',
      'lang',
      'warning',
      'sensitive',
      'state',
      'inferred',
      'attachments',
      ...NESTED,
    ]),
    ...(row.published !== undefined && { published: dateIn(row.published, where) }),
    ...(row.edited !== undefined && { edited: dateIn(row.edited, where) }),
    ...(isRecord(row.quoted) && { quoted: quotedIn(row.quoted) }),
  };
  const { entry, faults } = readEntry(postSchema, candidate, NEEDED);
  if (!entry) return { post: null, faults };
  const { post, hidden } = withoutWithheld(withSafeAddresses(entry));
  return { post, faults: hidden ? [...faults, `state: a post that is ${post.state} holds words`] : faults };
}

/** Ids may be numbers, as in most exports. */
export function idIn(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function parentIn(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null;
  const id = idIn(value);
  return id === undefined ? value : stableId(id);
}

function quotedIn(quoted: Row): Row {
  const post = idIn(quoted.post);
  return post === undefined ? quoted : { ...quoted, post: stableId(post) };
}

function picked(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const value = row[column];
      return value === undefined || value === null ? [] : [[column, value] as const];
    }),
  );
}

/** Every address as `safeAddress` writes it; what it refuses is left out. */
function withSafeAddresses(post: Post): Post {
  const { attachments, cards, emoji, quoted } = post;
  return {
    ...withSafeUrl(post),
    ...(attachments && { attachments: attachments.map(withSafeUrl) }),
    ...(cards && { cards: cards.map(withSafeUrl) }),
    ...(emoji && {
      emoji: Object.fromEntries(
        Object.entries(emoji).flatMap(([name, address]) => {
          const safe = safeAddress(address);
          return safe ? [[name, safe] as const] : [];
        }),
      ),
    }),
    ...(quoted && { quoted: withSafeUrl(quoted) }),
  };
}

function withSafeUrl<One extends { url?: string | undefined }>(one: One): One {
  if (one.url === undefined) return one;
  const safe = safeAddress(one.url);
  const changed = { ...one };
  if (safe) changed.url = safe;
  else delete changed.url;
  return changed;
}

/** A post that was deleted or removed, or is not there, has no words, whatever the line says. */
function withoutWithheld(post: Post): { readonly post: Post; readonly hidden: boolean } {
  if (post.state === undefined) return { post, hidden: false };
  const { body, attachments, cards, poll, quoted, ...rest } = post;
  const kept: Post = { ...rest, body: emptied(body) };
  return {
    post: kept,
    hidden: JSON.stringify(kept.body) !== JSON.stringify(body) || !!(attachments ?? cards ?? poll ?? quoted),
  };
}

function emptied(body: Post['body']): Post['body'] {
  if ('html' in body) return { html: '' };
  return 'markdown' in body ? { ...body, markdown: '' } : { ...body, plain: '' };
}
