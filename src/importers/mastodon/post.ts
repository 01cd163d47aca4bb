import { stableId } from '../../thread/ids.ts';
import type { Attachment, Card, Poll, Post } from '../../thread/schema.ts';
import { emojiAddresses } from '../assembly/custom-emoji.ts';
import { heldAt } from '../assembly/held-media.ts';
import { personId } from './person.ts';
import { quotedOf } from './quoted.ts';
import type { Status } from './status.ts';
import { webAddress } from '../reading/web-address.ts';

const ATTACHMENT_TYPES: ReadonlyMap<string, Attachment['type']> = new Map([
  ['image', 'image'],
  ['gifv', 'animation'],
  ['video', 'video'],
  ['audio', 'audio'],
]);

/** A public status as a post. `hidden` holds the ids of the export's statuses that are not public. */
export function postOf(status: Status, hidden: ReadonlySet<string>): Post {
  const url = webAddress(status.url, status.uri);
  const attachments = (status.media_attachments ?? []).map(attachmentOf);
  const cards = status.card ? cardsOf(status.card) : [];
  const reactions = [
    { name: 'favourite', count: status.favourites_count ?? 0 },
    { name: 'boost', count: status.reblogs_count ?? 0 },
  ].filter(({ count }) => count > 0);
  const emoji = emojiAddresses([...(status.emojis ?? []), ...(status.poll?.emojis ?? [])]);
  const quoted = status.quote && quotedOf(status.quote, hidden);
  return {
    id: stableId(status.id),
    author: status.account ? personId(status.account) : null,
    parent: status.in_reply_to_id === null ? null : stableId(status.in_reply_to_id),
    ...(status.created_at && { published: status.created_at }),
    ...(status.edited_at && { edited: status.edited_at }),
    ...(url && { url }),
    ...(status.language && { lang: status.language }),
    body: { html: status.content },
    ...(status.spoiler_text.trim() && { warning: status.spoiler_text }),
    ...(status.sensitive && { sensitive: true }),
    ...(attachments.length > 0 && { attachments }),
    ...(cards.length > 0 && { cards }),
    ...(status.poll && { poll: pollOf(status.poll) }),
    ...(reactions.length > 0 && { reactions }),
    ...(Object.keys(emoji).length > 0 && { emoji }),
    ...(quoted && { quoted }),
  };
}

function attachmentOf(media: NonNullable<Status['media_attachments']>[number]): Attachment {
  const url = webAddress(media.url, media.remote_url);
  const description = media.description.trim();
  const attachment: Attachment = {
    type: ATTACHMENT_TYPES.get(media.type) ?? 'file',
    ...(url && { url }),
    ...(description && { description }),
  };
  // What moves is a film; its preview is a still.
  return attachment.type === 'animation'
    ? heldAt(attachment, { address: webAddress(media.preview_url) })
    : attachment;
}

/** None where the server found nothing to show. */
function cardsOf(card: NonNullable<Status['card']>): readonly Card[] {
  const url = webAddress(card.url);
  const title = card.title.trim() || url;
  if (!title) return [];
  const author =
    card.author_name ||
    (card.authors ?? [])
      .map(({ name }) => name)
      .filter(Boolean)
      .join(', ');
  return [
    {
      ...(url && { url }),
      title,
      ...(card.description && { description: card.description }),
      ...(author && { author }),
      ...(card.provider_name && { site: card.provider_name }),
    },
  ];
}

function pollOf(poll: NonNullable<Status['poll']>): Poll {
  return {
    options: poll.options.map(({ title, votes_count }) => ({ title, votes: votes_count ?? null })),
    ...(poll.multiple && { multiple: true }),
    ...(poll.expires_at && { closes: poll.expires_at }),
    ...(poll.expired && { closed: true }),
    ...(typeof poll.voters_count === 'number' && { voters: poll.voters_count }),
  };
}
