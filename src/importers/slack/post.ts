import type { PersonId, Post } from '../../thread/schema.ts';
import { seconds } from '../reading/fields.ts';
import { bodyOf } from './body.ts';
import { attachmentsOf, cardsOf } from './media.ts';
import type { Message } from './message.ts';
import type { Names } from './names.ts';
import { postId, type Sorted } from './shares.ts';

/** What a message needs of its channel to become a post. */
export interface Surroundings {
  readonly names: Names;
  /** `https://quay.slack.com/archives/C07LAMPS`, where the workspace's address is known. */
  readonly address: string | undefined;
}

/** A message as a post. `sorted` holds its attachments. */
export function postOf(
  message: Message,
  author: PersonId | null,
  sorted: Sorted,
  { names, address }: Surroundings,
): Post {
  const { ts, edited } = message;
  const published = seconds.safeParse(ts).data;
  const attachments = attachmentsOf(message);
  const cards = cardsOf(sorted.unfurled, names);
  const reactions = reactionsOf(message);
  const common = {
    id: postId(ts),
    parent: parentOf(message),
    ...(published && { published }),
    ...(address && { url: permalink(message, address) }),
  };
  if (isDeleted(message)) return { ...common, author: null, state: 'deleted', body: { plain: '' } };
  return {
    ...common,
    author,
    ...(edited?.ts && { edited: edited.ts }),
    body: bodyOf(message, sorted.said, sorted.quotes, names),
    ...(attachments.length > 0 && { attachments }),
    ...(cards.length > 0 && { cards }),
    ...(reactions.length > 0 && { reactions }),
    ...(sorted.quoted && { quoted: sorted.quoted }),
  };
}

/** Whether only the place of a deleted message is left, which others answered. */
export function isDeleted({ subtype }: Message): boolean {
  return subtype === 'tombstone';
}

/** Slack's threads have one level: each answer names the message that its thread began with. */
function parentOf({ ts, thread_ts }: Message): string | null {
  return thread_ts && thread_ts !== ts ? postId(thread_ts) : null;
}

function permalink({ ts, thread_ts }: Message, address: string): string {
  const own = `${address}/${postId(ts)}`;
  if (!thread_ts || thread_ts === ts) return own;
  const channel = address.slice(address.lastIndexOf('/') + 1);
  return `${own}?thread_ts=${encodeURIComponent(thread_ts)}&cid=${channel}`;
}

/** `+1::skin-tone-3` counts with `+1`. */
const SKIN_TONE = /::skin-tone-\d$/;

function reactionsOf({ reactions }: Message): NonNullable<Post['reactions']> {
  const counts = new Map<string, number>();
  for (const { name, count, users } of reactions ?? []) {
    const plain = name.replace(SKIN_TONE, '');
    const more = count ?? users?.length ?? 0;
    if (plain && more > 0) counts.set(plain, (counts.get(plain) ?? 0) + more);
  }
  return [...counts].map(([name, count]) => ({ name, count }));
}
