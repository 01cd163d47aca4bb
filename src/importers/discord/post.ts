import { stableId } from '../../thread/ids.ts';
import type { PersonId, Post } from '../../thread/schema.ts';
import { emojiAddresses } from '../assembly/custom-emoji.ts';
import type { Channel } from './channels.ts';
import { attachmentsOf, cardsOf, isCovered } from './media.ts';
import type { Content, Embed, Message } from './message.ts';
import { namedMarkdown, type Names } from './names.ts';

/** What a message needs of its channel to become a post. */
export interface Surroundings {
  readonly channel: Channel;
  readonly names: Names;
  /** The ids of the channel's messages that may be shown. */
  readonly held: ReadonlySet<string>;
  /** Whether there is consent to show what comes from closed places. */
  readonly consent: boolean;
}

/** A message as a post. */
export function postOf(message: Message, author: PersonId | null, surroundings: Surroundings): Post {
  const { channel, names } = surroundings;
  const { timestamp, timestampEdited, reactions, inlineEmojis } = message;
  const forwarded = forwardOf(message, surroundings);
  const carried = forwarded === 'left-out' || 'post' in forwarded ? undefined : forwarded.words;
  const contents: readonly Content[] = carried ? [message, carried] : [message];
  const attachments = contents.flatMap((content) => attachmentsOf(content, channel.file));
  const embeds = contents.flatMap((content) => content.embeds ?? []);
  const said = embeds.filter((embed) => isSaid(embed, message));
  const cards = cardsOf(embeds.filter((embed) => !said.includes(embed)));
  const counts = (reactions ?? [])
    .map(({ emoji, count }) => ({ name: emoji.name, count: count ?? 0 }))
    .filter(({ name, count }) => name && count > 0);
  const custom = (inlineEmojis ?? []).filter(({ id }) => id);
  const emoji = emojiAddresses(custom.map(({ name, imageUrl }) => ({ shortcode: name, url: imageUrl })));
  const parts = [message.content, ...said.map(saidText), ...(carried ? [quoted(carried.content)] : [])];
  const markdown = parts.filter((part) => part.trim()).join('\n\n');
  return {
    id: stableId(message.id),
    author,
    parent: parentOf(message, channel),
    ...(timestamp && { published: timestamp }),
    ...(timestampEdited && { edited: timestampEdited }),
    url: permalink(message.id, channel),
    body: { markdown: namedMarkdown(markdown, names), flavour: 'discord' },
    ...(contents.some(isCovered) && { sensitive: true }),
    ...(attachments.length > 0 && { attachments }),
    ...(cards.length > 0 && { cards }),
    ...(counts.length > 0 && { reactions: counts }),
    ...(Object.keys(emoji).length > 0 && { emoji }),
    ...(forwarded !== 'left-out' &&
      'post' in forwarded && { quoted: { post: stableId(forwarded.post), state: 'accepted' } }),
  };
}

/** Whether a message's forwarded words were left out, for nothing shows that the place they are from is open. */
export function isForwardLeftOut(message: Message, surroundings: Surroundings): boolean {
  return forwardOf(message, surroundings) === 'left-out';
}

/** `https://discord.com/channels/7000/7003/7010` */
export function permalink(message: string | undefined, { id, guild }: Pick<Channel, 'id' | 'guild'>): string {
  const place = `https://discord.com/channels/${encodeURIComponent(guild.id === '0' ? '@me' : guild.id)}/${encodeURIComponent(id)}`;
  return message === undefined ? place : `${place}/${encodeURIComponent(message)}`;
}

/** A message is forwarded as it was at that time; of one of the same channel only its place is kept. */
function forwardOf(
  { reference, forwardedMessage }: Message,
  { channel, held, consent }: Surroundings,
): 'left-out' | { readonly post: string } | { readonly words: Content | undefined } {
  if (reference?.type !== 'Forward' || !forwardedMessage) return { words: undefined };
  const { messageId, channelId, guildId } = reference;
  if (channelId === channel.id && messageId !== null && held.has(messageId)) return { post: messageId };
  return consent || (guildId !== null && guildId === channel.guild.id)
    ? { words: forwardedMessage }
    : 'left-out';
}

/** Where a message that is none of Discord's notices names another of its channel, it answers it. */
function parentOf({ reference }: Message, { id }: Channel): string | null {
  if (!reference || reference.type === 'Forward' || reference.messageId === null) return null;
  return reference.channelId === null || reference.channelId === id ? stableId(reference.messageId) : null;
}

/** Programs say in embeds without an address what people say in words. */
function isSaid({ url }: Embed, { author }: Message): boolean {
  return url === '' && author?.isBot === true;
}

function saidText({ title, description, fields }: Embed): string {
  const heading = title.trim() && `**${title.trim()}**`;
  const lines = [heading, description, ...(fields ?? []).map(({ name, value }) => `${name}: ${value}`)];
  return lines.filter((line) => line.trim()).join('\n');
}

/** Reaches to the end of the message, as Discord has it: it stands last. */
function quoted(words: string): string {
  return words.trim() && `>>> ${words}`;
}
