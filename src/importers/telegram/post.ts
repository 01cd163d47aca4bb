import { stableId } from '../../thread/ids.ts';
import type { Attachment, Card, PersonId, Poll, Post } from '../../thread/schema.ts';
import { heldAt, pathBeside } from '../assembly/held-media.ts';
import type { Chat } from './chats.ts';
import { bodyHtml } from './body.ts';
import type { Message } from './message.ts';

/** A message as a post. `notices` holds the ids of messages that Telegram wrote, which nobody answers. */
export function postOf(
  message: Message,
  author: PersonId | null,
  chat: Chat,
  notices: ReadonlySet<string>,
): Post {
  const { date_unixtime, edited_unixtime, media_spoiler } = message;
  const inferred = date_unixtime ? undefined : utcOf(message.date);
  const published = date_unixtime ?? inferred;
  const attachments = attachmentsOf(message, chat);
  const cards = placeOf(message);
  const reactions = reactionsOf(message);
  const poll = message.poll && pollOf(message.poll);
  return {
    id: stableId(message.id),
    author,
    parent: parentOf(message, chat, notices),
    ...(published && { published }),
    // A reaction sets this time too (telegramdesktop/tdesktop#30647): then it does not tell of an edit.
    ...(edited_unixtime && reactions.length === 0 && { edited: edited_unixtime }),
    body: { html: bodyHtml(message) },
    ...(media_spoiler && { sensitive: true }),
    ...(attachments.length > 0 && { attachments }),
    ...(cards.length > 0 && { cards }),
    ...(poll && { poll }),
    ...(reactions.length > 0 && { reactions }),
    ...(inferred && { inferred: ['published'] }),
  };
}

/** `2026-03-03T09:12:00` in a time zone that is not said. */
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

/** As if it were UTC: by no more than fourteen hours wrong. */
function utcOf(date: string): string | undefined {
  const instant = LOCAL.test(date) ? new Date(`${date}Z`) : null;
  return instant && !Number.isNaN(instant.getTime()) ? instant.toISOString() : undefined;
}

function parentOf(
  { reply_to_message_id, reply_to_peer_id }: Message,
  chat: Chat,
  notices: ReadonlySet<string>,
): string | null {
  if (reply_to_message_id === null || notices.has(reply_to_message_id)) return null;
  const isHere = reply_to_peer_id === null || reply_to_peer_id === chat.id;
  return isHere ? stableId(reply_to_message_id) : null;
}

const MEDIA: ReadonlyMap<string, Attachment['type']> = new Map([
  ['sticker', 'image'],
  ['animation', 'animation'],
  ['video_file', 'video'],
  ['video_message', 'video'],
  ['audio_file', 'audio'],
  ['voice_message', 'audio'],
]);

/** Files lie beside the export, if it has them at all: they have a name and no address. */
function attachmentsOf(message: Message, { file: result }: Chat): readonly Attachment[] {
  const { photo, file, file_name, media_type, mime_type, sticker_emoji, performer, title } = message;
  const beside = (attachment: Attachment, path: string) =>
    heldAt(attachment, { path: pathBeside(result, path) });
  const picture = photo ? [beside({ type: 'image', ...nameOf(photo) }, photo)] : [];
  if (!file) return picture;
  const song = [performer, title].filter(Boolean).join(' – ');
  const kind = MEDIA.get(media_type) ?? (mime_type.startsWith('image/') ? 'image' : 'file');
  const named = song || file_name ? { name: song || file_name } : nameOf(file);
  const other = { type: kind, ...named, ...(sticker_emoji && { description: sticker_emoji }) };
  return [...picture, beside(other, file)];
}

/** `photos/photo_1@03-03-2026.jpg`, but not `(File not included. Change data exporting settings to download.)`. */
function nameOf(path: string): { readonly name?: string } {
  const name = path.startsWith('(') ? '' : path.slice(path.lastIndexOf('/') + 1);
  return name ? { name } : {};
}

function placeOf({ place_name, address }: Message): readonly Card[] {
  return place_name ? [{ title: place_name, ...(address && { description: address }) }] : [];
}

function pollOf({ answers, total_voters, closed }: NonNullable<Message['poll']>): Poll {
  return {
    options: answers.map(({ text, voters }) => ({ title: text, votes: voters ?? null })),
    ...(closed && { closed: true }),
    ...(typeof total_voters === 'number' && { voters: total_voters }),
  };
}

/** Custom emoji have a number and no name. */
function reactionsOf({ reactions }: Message): NonNullable<Post['reactions']> {
  const counts = new Map<string, number>();
  for (const { type, count, emoji } of reactions ?? []) {
    const name = emoji || (type === 'paid' ? 'star' : 'custom emoji');
    if (count) counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return [...counts].map(([name, count]) => ({ name, count }));
}
