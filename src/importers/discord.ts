import { QuotidianError } from '../thread/error.ts';
import { delivery } from './assembly/draft.ts';
import { leftOut } from './assembly/left-out.ts';
import { readablePlaces } from './assembly/readable-places.ts';
import { type Channel, channelsIn, looksLikeChannel } from './discord/channels.ts';
import type { Message } from './discord/message.ts';
import { messagesOf } from './discord/messages.ts';
import { type Starter, threadOf } from './discord/thread.ts';
import type { Importer, ImportOptions, Warning } from './importer.ts';
import { glance } from './reading/glance.ts';

/**
 * What DiscordChatExporter writes as JSON: a channel or a thread in each file, or in several parts. A folder may hold a
 * channel and its threads. One channel is held in memory at a time. Closed ones need the consent of those who wrote there.
 */
export const discord: Importer = {
  name: 'discord',
  label: 'Discord',
  formats: 'JSON of DiscordChatExporter: a channel, a thread, or a folder of them, in parts or whole',
  keeps:
    'replies, Discord’s Markdown, names in mentions, edits’ dates, forwarded messages, files, covered files, stickers, link previews, custom emoji, counts of reactions',
  drops:
    'direct messages and private threads (unless there is consent), joins and other notices, avatars, roles, who reacted, polls (the exporter leaves them out)',
  signs: [
    'guild',
    'channel',
    'dateRange',
    'timestampEdited',
    'callEndedTimestamp',
    'isPinned',
    'inlineEmojis',
  ],

  async detect(files) {
    for (const [path, blob] of files)
      if ((path.endsWith('.json') || files.size === 1) && looksLikeChannel((await glance(blob)).json))
        return true;
    return false;
  },

  async *parse(files, options) {
    const channels = await channelsIn(files);
    const wanted = chosen(channels, [...files.keys()], options);
    if (options.consent === undefined) options.warn(PUBLICITY_UNKNOWN);
    const deliver = delivery(options);
    const threads = new Map(wanted.map((channel) => [channel.id, channel]));
    const starters = new Map<string, Starter>();
    const notices: string[] = [];
    let bytes = 0;
    for (const channel of withParents(wanted, channels, options)) {
      const messages = await read(channel, options);
      for (const message of messages.kept)
        // A thread has the id of the message that it began with.
        if (threads.get(message.id)?.parent?.id === channel.id)
          starters.set(message.id, { message, channel });
      for (const blob of channel.files.values()) bytes += blob.size;
      options.progress?.(bytes);
      if (!wanted.includes(channel)) continue;
      for (const notice of messages.notices) notices.push(notice);
      const starter = starters.get(channel.id);
      const own = { messages: messages.kept, starter: isHeld(starter, messages.kept) ? undefined : starter };
      if (messages.kept.length === 0) options.warn(empty(channel));
      const thread = messages.kept.length > 0 && deliver(threadOf(channel, own, channels, options));
      if (thread) yield thread;
    }
    leftOut(notices).forEach(options.warn);
  },
};

const PUBLICITY_UNKNOWN: Warning = {
  code: 'publicity-unknown',
  message:
    'The export does not say who may read these channels; most of Discord is open to members of a server only. Publish them only with the consent of those who wrote there; --i-have-consent keeps in the thread how they gave it.',
};

function chosen(
  channels: readonly Channel[],
  paths: readonly string[],
  options: ImportOptions,
): readonly Channel[] {
  if (channels.length > 0) return readablePlaces(channels, options);
  throw new QuotidianError('There is no channel of Discord in these files.', {
    code: 'not-discord',
    place: { file: paths.join(', ').slice(0, 200) },
    hint: 'Export the channel with DiscordChatExporter in the format JSON, best without “Format markdown”.',
  });
}

/** The wanted channels, and those that wanted threads began in: these first, for they hold the threads' first messages. */
function withParents(
  wanted: readonly Channel[],
  channels: readonly Channel[],
  { consent }: ImportOptions,
): readonly Channel[] {
  const parents = new Set(wanted.flatMap(({ parent }) => parent?.id ?? []));
  const holding = channels.filter(
    (channel) => parents.has(channel.id) && (channel.closed === undefined || consent !== undefined),
  );
  return [...new Set([...holding, ...wanted])];
}

async function read(channel: Channel, options: ImportOptions) {
  const messages = await messagesOf(channel, options);
  if (messages.found > 0 && messages.unread === messages.found)
    throw new QuotidianError(`No message of ${channel.title} could be read.`, {
      code: 'unreadable-export',
      place: { file: channel.file },
      hint: 'The warnings above say why. Export it again with a recent DiscordChatExporter.',
    });
  return messages;
}

function isHeld(starter: Starter | undefined, messages: readonly Message[]): boolean {
  return starter !== undefined && messages.some(({ id }) => id === starter.message.id);
}

function empty({ title, file }: Channel): Warning {
  return { file, code: 'empty-channel', message: `${title} holds no message.` };
}
