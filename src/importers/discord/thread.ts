import { displayName } from '../../thread/display-name.ts';
import type { Person, PersonId, Thread } from '../../thread/schema.ts';
import { threadFrom } from '../assembly/draft.ts';
import type { ImportOptions, Warning } from '../importer.ts';
import type { Channel } from './channels.ts';
import type { Message } from './message.ts';
import { namesIn } from './names.ts';
import { authorOf } from './people.ts';
import { isForwardLeftOut, permalink, postOf, type Surroundings } from './post.ts';

/** A message of another channel from which a thread began. */
export interface Starter {
  readonly message: Message;
  readonly channel: Channel;
}

/** The messages of a channel as a thread; before those of a thread the message it began with, where that is known. */
export function threadOf(
  channel: Channel,
  { messages, starter }: { readonly messages: readonly Message[]; readonly starter?: Starter | undefined },
  channels: readonly Channel[],
  options: Pick<ImportOptions, 'warn' | 'consent'>,
): Thread {
  const all = starter ? [starter.message, ...messages] : messages;
  const surroundings: Surroundings = {
    channel,
    names: namesIn(all, channels),
    held: new Set(all.map(({ id }) => id)),
    consent: options.consent !== undefined,
  };
  const people = new Map<PersonId, Person>();
  const posts = all.map((message) => {
    const author = authorOf(message.author);
    if (author && !people.has(author.id)) people.set(author.id, author.person);
    const place = message === starter?.message ? { ...surroundings, channel: starter.channel } : surroundings;
    const post = postOf(message, author?.id ?? null, place);
    return message === starter?.message ? { ...post, parent: null } : post;
  });
  leftOutForwards(all.filter((message) => isForwardLeftOut(message, surroundings)).length).forEach(
    options.warn,
  );
  emptyPosts(all.filter(isEmpty).length).forEach(options.warn);
  const { title, guild, parent, exported } = channel;
  const places = [
    guild.id === '0' ? '' : guild.name,
    parent ? `#${parent.name}` : channel.closed ? '' : title,
  ];
  const community = displayName(places.filter(Boolean).join(', '));
  return threadFrom(
    {
      title,
      origin: {
        platform: 'discord',
        url: permalink(undefined, channel),
        ...(community && { community }),
        ...(exported && { exported }),
        importer: 'discord',
      },
      people: Object.fromEntries(people),
      posts,
    },
    options,
  );
}

/** Nothing that the exporter writes: a poll, or a message forwarded before it knew of those. */
function isEmpty({ content, attachments, embeds, stickers, forwardedMessage }: Message): boolean {
  const lists = [attachments, embeds, stickers];
  return content.trim() === '' && !forwardedMessage && lists.every((list) => (list ?? []).length === 0);
}

function emptyPosts(count: number): readonly Warning[] {
  if (count === 0) return [];
  const message = `Messages of which the export holds no words: ${count}. DiscordChatExporter leaves out polls, and old ones forwarded messages.`;
  return [{ code: 'empty-post', message }];
}

function leftOutForwards(count: number): readonly Warning[] {
  if (count === 0) return [];
  const message = `Messages forwarded from places that the export does not show to be open: ${count}. Their words were left out.`;
  return [{ code: 'not-public', message }];
}
