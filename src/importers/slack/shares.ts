import { stableId } from '../../thread/ids.ts';
import type { PostId, Quoted } from '../../thread/schema.ts';
import { webAddress } from '../reading/web-address.ts';
import type { CarriedQuote } from './body.ts';
import type { Message, MessageAttachment } from './message.ts';

/** `p1772525520000100`, as Slack names a message in its address. */
export function postId(stamp: string): PostId {
  const [seconds = '', part = ''] = stamp.split('.');
  return stableId(`p${seconds}${part.padEnd(6, '0')}`);
}

/** What is known of messages that others carry with them. */
export interface Shared {
  /** The channel's id; empty where the export does not say. */
  readonly channel: string;
  /** The ids of the channel's posts that may be shown, and of those that were deleted. */
  readonly shown: ReadonlySet<PostId>;
  readonly deleted: ReadonlySet<PostId>;
  /** Whether the words of a message of another channel may be shown. */
  readonly isOpen: (channel: string) => boolean;
}

/** A message's attachments, each with what it is. */
export interface Sorted {
  readonly unfurled: readonly MessageAttachment[];
  readonly said: readonly MessageAttachment[];
  readonly quotes: readonly CarriedQuote[];
  readonly quoted?: Quoted;
  /** How many messages of places that are not open to the workspace were left out. */
  readonly closed: number;
}

/** A message of the same channel is a quote post; the words of one from elsewhere stand in the body, if they may. */
export function sortAttachments(message: Message, shared: Shared): Sorted {
  const all = message.attachments ?? [];
  const carried = all.filter(({ is_share, is_msg_unfurl }) => is_share === true || is_msg_unfurl === true);
  const others = all.filter((attachment) => !carried.includes(attachment));
  const quoted = carried.map((attachment) => quotedHere(attachment, shared)).find((one) => one !== null);
  const elsewhere = carried.filter((attachment) => quotedHere(attachment, shared) === null);
  const open = elsewhere.filter(({ channel_id }) => shared.isOpen(channel_id));
  return {
    unfurled: others.filter(isUnfurled),
    said: others.filter((attachment) => !isUnfurled(attachment)),
    quotes: open.map((attachment) => {
      const url = webAddress(attachment.from_url);
      return { attachment, ...(url && { url }) };
    }),
    ...(quoted && { quoted }),
    closed: elsewhere.length - open.length,
  };
}

function isUnfurled({ from_url, original_url }: MessageAttachment): boolean {
  return from_url !== '' || original_url !== '';
}

/** `null` where it is not a message of this channel, or one that the export does not hold. */
function quotedHere({ channel_id, ts }: MessageAttachment, shared: Shared): Quoted | null {
  if (!shared.channel || channel_id !== shared.channel) return null;
  const post = postId(ts);
  if (shared.deleted.has(post)) return { state: 'deleted' };
  return shared.shown.has(post) ? { post, state: 'accepted' } : null;
}
