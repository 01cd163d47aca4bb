import type { Post } from '../../thread/schema.ts';
import { readCooked } from './cooked.ts';
import { personId } from './person.ts';
import { pollOf } from './poll.ts';
import type { DiscoursePost } from './post-schema.ts';
import { readRaw } from './raw.ts';

/** Where a topic stands: the forum and the topic's own address, where they are known. */
export interface TopicAddress {
  readonly forum?: string;
  readonly topic?: string;
}

/**
 * A post. Its id is its number in the topic, by which quotes name it. One that is deleted, or hidden after it was
 * flagged, keeps its place alone: neither words nor name.
 */
export function postOf(post: DiscoursePost, { forum, topic }: TopicAddress): Post {
  const state = stateOf(post);
  const place = {
    id: String(post.post_number),
    parent: parentOf(post),
    ...(post.created_at && { published: post.created_at }),
    ...(topic && { url: `${topic}/${post.post_number}` }),
  };
  if (state) return { ...place, author: null, state, body: { plain: '' } };
  const poll = post.polls?.[0];
  const { html, cards, emoji } = readCooked(post.cooked, forum, poll?.name);
  const body = post.raw
    ? ({ markdown: readRaw(post.raw, forum, poll?.name), flavour: 'discourse' } as const)
    : { html };
  const reactions = reactionsOf(post);
  const edited = (post.version ?? 1) > 1 ? post.updated_at : undefined;
  return {
    ...place,
    author: personId(post),
    ...(edited && { edited }),
    ...(post.locale && { lang: post.locale.replaceAll('_', '-') }),
    body,
    ...(cards.length > 0 && { cards }),
    ...(poll && { poll: pollOf(poll) }),
    ...(reactions.length > 0 && { reactions }),
    ...(Object.keys(emoji).length > 0 && { emoji }),
  };
}

/** `null` for a post to the topic as a whole; nobody can answer a later post. */
function parentOf({ reply_to_post_number: parent, post_number: number }: DiscoursePost): string | null {
  return typeof parent === 'number' && parent !== number ? String(parent) : null;
}

/** `deleted_at` is told to the staff only, `user_deleted` to all until the words are gone too. */
function stateOf({ user_deleted, deleted_at, hidden, cooked_hidden }: DiscoursePost): Post['state'] {
  if (user_deleted) return 'deleted';
  const removed = hidden || cooked_hidden || (deleted_at !== undefined && deleted_at !== null);
  return removed ? 'removed' : undefined;
}

/** `PostActionType`: of the actions on a post only this one is a reaction, the others report it. */
const LIKE = 2;

/** The plug-in's reactions hold the likes already. */
function reactionsOf({
  reactions,
  actions_summary,
  accepted_answer,
}: DiscoursePost): NonNullable<Post['reactions']> {
  const plugged = (reactions ?? []).map(({ id, count }) => ({ name: id, count: count ?? 0 }));
  const likes = (actions_summary ?? [])
    .filter(({ id }) => id === LIKE)
    .map(({ count }) => ({ name: 'like', count: count ?? 0 }));
  const accepted = accepted_answer ? [{ name: 'accepted', count: 1 }] : [];
  return [...(plugged.length > 0 ? plugged : likes), ...accepted].filter(
    ({ name, count }) => name !== '' && count > 0,
  );
}
