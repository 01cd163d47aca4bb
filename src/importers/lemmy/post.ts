import { stableId } from '../../thread/ids.ts';
import type { Attachment, Card, PersonId, Post, PostId } from '../../thread/schema.ts';
import { displayName } from '../../thread/display-name.ts';
import { webAddress } from '../reading/web-address.ts';
import type { CommentView, LemmyComment, LemmyPost, PostView } from './views.ts';

/** The post of a discussion; comments and posts are counted apart, so that its number alone could be a comment's. */
export function rootId(post: string): PostId {
  return stableId(`post-${post}`);
}

/** A post as the discussion's root. */
export function rootOf(post: LemmyPost, author: PersonId | null, counts: PostView['counts']): Post {
  const stands = { id: rootId(post.id), author, parent: null, ...shared(post) };
  if (stands.state) return { ...stands, body: { plain: '' } };
  const subject = displayName(post.name);
  const { attachments, cards } = linkOf(post);
  return {
    ...stands,
    ...editedOf(post),
    ...(subject && { subject }),
    body: { markdown: post.body, flavour: 'commonmark' },
    ...(post.nsfw && { sensitive: true as const }),
    ...(attachments && { attachments }),
    ...(cards && { cards }),
    ...reactionsOf(post, counts),
  };
}

/** A comment that answers `parent`. */
export function commentOf({ comment, counts }: CommentView, author: PersonId | null, parent: PostId): Post {
  const stands = { id: stableId(comment.id), author, parent, ...shared(comment) };
  if (stands.state) return { ...stands, body: { plain: '' } };
  return {
    ...stands,
    ...editedOf(comment),
    body: { markdown: comment.content, flavour: 'commonmark' },
    ...reactionsOf(comment, counts),
  };
}

type Shared = LemmyPost | LemmyComment;

/** Moderators remove, authors delete. */
function shared({
  deleted,
  removed,
  published,
  published_at,
  ap_id,
}: Shared): Pick<Post, 'state' | 'published' | 'url'> {
  const date = published ?? published_at;
  const url = webAddress(ap_id);
  const state = removed ? 'removed' : deleted ? 'deleted' : undefined;
  return { ...(state && { state }), ...(date && { published: date }), ...(url && { url }) };
}

function editedOf({ updated, updated_at }: Shared): Pick<Post, 'edited'> {
  const edited = updated ?? updated_at;
  return edited ? { edited } : {};
}

function reactionsOf({ upvotes, downvotes }: Shared, counts: PostView['counts']): Pick<Post, 'reactions'> {
  const reactions = [
    { name: 'upvote', count: counts?.upvotes ?? upvotes ?? 0 },
    { name: 'downvote', count: counts?.downvotes ?? downvotes ?? 0 },
  ].filter(({ count }) => count > 0);
  return reactions.length > 0 ? { reactions } : {};
}

/** `https://harbour.example/pictrs/image/tide.webp?format=jpg` */
const PICTURE = /\.(?:avif|gif|jpe?g|png|webp)(?:[?#]|$)/i;

/** What a post is about: a picture, or a page elsewhere. */
function linkOf({
  url: given,
  url_content_type,
  name,
  embed_title,
  embed_description,
  alt_text,
}: LemmyPost): {
  readonly attachments?: readonly Attachment[];
  readonly cards?: readonly Card[];
} {
  const url = webAddress(given);
  if (!url) return {};
  if (url_content_type.startsWith('image/') || (!url_content_type && PICTURE.test(url)))
    return { attachments: [{ type: 'image', url, ...(alt_text && { description: alt_text }) }] };
  const title = embed_title.trim() || name.trim() || url;
  return { cards: [{ url, title, ...(embed_description && { description: embed_description }) }] };
}
