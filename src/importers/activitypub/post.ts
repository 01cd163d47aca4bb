import type { Poll, Post, PostId } from '../../thread/schema.ts';
import { emojiAddresses } from '../assembly/custom-emoji.ts';
import { personId } from './people.ts';
import { mediaOf } from './media.ts';
import type { PostObject } from './object.ts';
import type { Entry } from './entries.ts';
import { type QuotedPost, quotedOf } from './quoted.ts';
import { customEmoji } from './tags.ts';
import { wordsOf } from './words.ts';

/** A post of the thread. `find` is asked for a post that this one quotes, `parent` is the one that it answers. */
export function postOf(
  { id, object, author, url, state, found }: Entry,
  parent: PostId | null,
  find: (address: string) => QuotedPost | undefined,
): Post {
  const stands = {
    id,
    author: author === undefined ? null : personId(author),
    parent,
    ...(state && { state }),
    ...(object?.published && { published: object.published }),
    ...(url && { url }),
  };
  if (!object || state) return { ...stands, body: { plain: '' } };
  const { attachments, cards } = mediaOf(object, url, found.file);
  const poll = pollOf(object);
  const reactions = [
    { name: 'favourite', count: object.likes },
    { name: 'boost', count: object.shares },
  ].filter(({ count }) => count > 0);
  const emoji = emojiAddresses(customEmoji(object.tag));
  const quoted = quotedOf(object, author, find);
  const edited = editedAt(object);
  return {
    ...stands,
    ...(edited && { edited }),
    ...wordsOf(object),
    ...(object.sensitive && { sensitive: true as const }),
    ...(attachments.length > 0 && { attachments }),
    ...(cards.length > 0 && { cards }),
    ...(poll && { poll }),
    ...(reactions.length > 0 && { reactions }),
    ...(Object.keys(emoji).length > 0 && { emoji }),
    ...(quoted && { quoted }),
  };
}

/** Milliseconds. Some servers write `updated` when they write a post for the first time, a moment after `published`. */
const WRITING = 1000;

function editedAt({ published, updated }: PostObject): string | undefined {
  if (!updated) return undefined;
  const after = published ? Date.parse(updated) - Date.parse(published) : Number.POSITIVE_INFINITY;
  return after >= WRITING ? updated : undefined;
}

function pollOf({ oneOf, anyOf, endTime, closed, votersCount }: PostObject): Poll | undefined {
  const choices = anyOf.length > 0 ? anyOf : oneOf;
  if (choices.length === 0) return undefined;
  const closes = endTime ?? (typeof closed === 'string' ? closed : undefined);
  return {
    options: choices.map(({ name, replies }) => ({ title: name, votes: replies?.totalItems ?? null })),
    ...(anyOf.length > 0 && { multiple: true as const }),
    ...(closes && { closes }),
    ...(closed && { closed: true as const }),
    ...(typeof votersCount === 'number' && { voters: votersCount }),
  };
}
