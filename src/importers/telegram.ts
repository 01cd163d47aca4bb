import { QuotidianError } from '../thread/error.ts';
import { delivery } from './assembly/draft.ts';
import { leftOut } from './assembly/left-out.ts';
import { readablePlaces } from './assembly/readable-places.ts';
import type { Importer, ImportOptions } from './importer.ts';
import { glance } from './reading/glance.ts';
import { type Chat, chatsIn, looksLikeExport } from './telegram/chats.ts';
import { readExport } from './telegram/read-export.ts';
import { messagesOf, threadOf } from './telegram/thread.ts';

/**
 * What Telegram Desktop exports as JSON: one chat, or all those of an account. Only public channels and groups are open;
 * all other chats need the consent of those who wrote there. Nothing of an account but its chats is looked at.
 */
export const telegram: Importer = {
  name: 'telegram',
  label: 'Telegram',
  formats: 'result.json of Telegram Desktop: a channel or group, or an account’s chats',
  keeps:
    'replies, formatting, forwarded messages as quotes, edits’ dates where no reaction hides them, names of files, covered media, polls, counts of reactions',
  drops:
    'private chats (unless there is consent), notices, telephone numbers, locations, who reacted, addresses of messages (the export has none)',
  signs: ['date_unixtime', 'from_id', 'text_entities', 'reply_to_message_id', 'forwarded_from', 'media_type'],

  async detect(files) {
    for (const [path, blob] of files)
      if ((path.endsWith('.json') || files.size === 1) && looksLikeExport((await glance(blob)).json))
        return true;
    return false;
  },

  async *parse(files, options) {
    const chats: Chat[] = [];
    let bytes = 0;
    for (const [file, blob] of files) {
      const isExport =
        files.size === 1 || (file.endsWith('.json') && looksLikeExport((await glance(blob)).json));
      if (!isExport) continue;
      for (const chat of chatsIn(await readExport(blob, file), file)) chats.push(chat);
      bytes += blob.size;
      options.progress?.(bytes);
    }
    if (chats.length === 0) throw nothingIn([...files.keys()]);
    const deliver = delivery(options);
    const kinds: string[] = [];
    for (const chat of readablePlaces(chats, options)) {
      const thread = read(chat, kinds, options);
      const delivered = thread && deliver(thread);
      if (delivered) yield delivered;
    }
    leftOut(kinds).forEach(options.warn);
  },
};

function read(chat: Chat, kinds: string[], options: ImportOptions) {
  const messages = messagesOf(chat, options.warn);
  for (const kind of messages.kinds) kinds.push(kind);
  const { title, file } = chat;
  if (chat.messages.length > 0 && messages.unread === chat.messages.length)
    throw new QuotidianError(`No message of “${title}” could be read.`, {
      code: 'unreadable-export',
      place: { file },
      hint: 'The warnings above say why. Export it again with a recent Telegram Desktop.',
    });
  if (messages.kept.length > 0) return threadOf(chat, messages, options);
  options.warn({ file, code: 'empty-channel', message: `“${title}” holds no message.` });
  return null;
}

function nothingIn(paths: readonly string[]): QuotidianError {
  return new QuotidianError('There is no chat of Telegram in these files.', {
    code: 'not-telegram',
    place: { file: paths.join(', ').slice(0, 200) },
    hint: 'In Telegram Desktop open the channel or group, choose “Export chat history”, and the format JSON.',
  });
}
