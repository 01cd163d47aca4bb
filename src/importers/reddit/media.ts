import type { Attachment, Card, Poll } from '../../thread/schema.ts';
import { displayName } from '../../thread/display-name.ts';
import { webAddress } from '../reading/web-address.ts';
import type { RedditPost } from './entry.ts';
import { isOpen } from './subreddit.ts';
import { withdrawalOf } from './withdrawn.ts';

/** `image/jpg`, as Reddit writes it. */
const IMAGE_TYPE = /^image\/(jpe?g|png|gif|webp)$/;

/** Pictures and films: those of a gallery in its order with their captions, those within the text, the one that is linked. */
export function attachmentsOf(
  post: Pick<RedditPost, 'media_metadata'> & Partial<RedditPost>,
  text: (text: string) => string,
): readonly Attachment[] {
  const { media_metadata, gallery_data, url = '' } = post;
  const media = media_metadata ?? {};
  const items = gallery_data?.items ?? Object.keys(media).map((media_id) => ({ media_id, caption: '' }));
  const found = items.flatMap(({ media_id, caption }): Attachment[] => {
    const one = Object.hasOwn(media, media_id) ? media[media_id] : undefined;
    if (!one || (one.status !== '' && one.status !== 'valid')) return [];
    const address = addressOf(media_id, one, text);
    const description = text(caption).trim();
    return [
      {
        type: one.e === 'AnimatedImage' ? 'animation' : one.e === 'RedditVideo' ? 'video' : 'image',
        ...(address && { url: address }),
        ...(description && { description }),
      },
    ];
  });
  if (found.length > 0) return found;
  const linked = linkedKind(post);
  const address = webAddress(text(url));
  return linked && address ? [{ type: linked, url: address }] : [];
}

/** The lasting address of a picture: what the API gives is a preview that is signed and runs out. */
function addressOf(
  id: string,
  { m, s }: NonNullable<NonNullable<RedditPost['media_metadata']>[string]>,
  text: (text: string) => string,
): string | undefined {
  const [, type] = IMAGE_TYPE.exec(m) ?? [];
  if (type && /^[a-z0-9]{1,40}$/.test(id)) return `https://i.redd.it/${id}.${type === 'jpeg' ? 'jpg' : type}`;
  return webAddress(text(s?.gif ?? ''), text(s?.u ?? ''));
}

/** What a post carries over from elsewhere is the other post's. */
function linkedKind({
  is_video,
  post_hint,
  domain,
  crosspost_parent_list: originals,
}: Partial<RedditPost>): Attachment['type'] | undefined {
  if (originals && originals.length > 0) return undefined;
  if (is_video) return 'video';
  return post_hint === 'image' || domain === 'i.redd.it' ? 'image' : undefined;
}

/**
 * What a post points at: the post it carries over from elsewhere, by title and address and without its words, which
 * belong to another discussion; or the page it links.
 */
export function cardOf(post: RedditPost, text: (text: string) => string): Card | undefined {
  const [original] = post.crosspost_parent_list ?? [];
  if (original) return originalCard(original, text);
  const address = webAddress(text(post.url));
  if (post.is_self || post.is_gallery || linkedKind(post) || !address || isOwnAddress(address, post))
    return undefined;
  const { host } = new URL(address);
  return { url: address, title: displayName(text(post.title)) || host, site: host };
}

/** Nothing of one that is gone, covered or not open to everybody. */
function originalCard(
  original: NonNullable<RedditPost['crosspost_parent_list']>[number],
  text: (text: string) => string,
): Card | undefined {
  const address = original.permalink
    ? webAddress(`https://www.reddit.com${text(original.permalink)}`)
    : undefined;
  const hidden = withdrawalOf(original, [original.title]) || original.over_18 || original.spoiler;
  const title = displayName(text(original.title));
  if (hidden || !isOpen(original) || !address || !title) return undefined;
  const author =
    original.author && original.author !== '[deleted]' ? displayName(`u/${original.author}`) : '';
  return {
    url: address,
    title,
    ...(author && { author }),
    ...(original.subreddit_name_prefixed && { site: original.subreddit_name_prefixed }),
  };
}

/** The `url` of a post that is only text is the post itself. */
function isOwnAddress(address: string, { name, permalink }: RedditPost): boolean {
  const { pathname } = new URL(address);
  return pathname === permalink || pathname.includes(`/comments/${name.slice('t3_'.length)}/`);
}

export function pollOf(poll: NonNullable<RedditPost['poll_data']>, text: (text: string) => string): Poll {
  return {
    options: poll.options.map((option) => ({
      title: displayName(text(option.text)),
      votes: option.vote_count ?? null,
    })),
    ...(poll.voting_end_timestamp && { closes: poll.voting_end_timestamp }),
    ...(typeof poll.total_vote_count === 'number' && { voters: poll.total_vote_count }),
  };
}
