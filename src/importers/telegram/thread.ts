import { stableId } from '../../thread/ids.ts';
import type { Person, PersonId, Thread } from '../../thread/schema.ts';
import { threadFrom } from '../assembly/draft.ts';
import type { ImportOptions, Warning } from '../importer.ts';
import { readEntry } from '../reading/entry.ts';
import { faultText, unreadableEntry, unreadableField } from '../reading/fault-warning.ts';
import type { Chat } from './chats.ts';
import { type Message, messageSchema } from './message.ts';
import { authorOf } from './people.ts';
import { postOf } from './post.ts';

/** The messages of a chat. */
export interface Messages {
  readonly kept: readonly Message[];
  /** Those that Telegram itself wrote: ids, and kinds. */
  readonly notices: ReadonlySet<string>;
  readonly kinds: readonly string[];
  readonly unread: number;
}

/** What people say in a chat. What is left out, and every key that could not be read, is told to `warn`. */
export function messagesOf({ messages, file }: Chat, warn: (warning: Warning) => void): Messages {
  const kept: Message[] = [];
  const notices = new Set<string>();
  const kinds: string[] = [];
  let unread = 0;
  for (const [index, value] of messages.entries()) {
    const { entry: message, faults } = readEntry(messageSchema, value, NEEDED);
    const fault = faultText(faults, `messages[${index}]`);
    if (!message) {
      unread += 1;
      warn({ file, ...unreadableEntry('A message', fault) });
    } else if (message.type !== 'message') {
      notices.add(message.id);
      kinds.push(message.action || message.type || 'unknown');
    } else {
      if (faults.length > 0) warn({ post: stableId(message.id), file, ...unreadableField(fault) });
      kept.push(message);
    }
  }
  return { kept, notices, kinds, unread };
}

const NEEDED: ReadonlySet<PropertyKey> = new Set(['id', 'type']);

/** A chat as a thread. */
export function threadOf(
  chat: Chat,
  { kept, notices }: Messages,
  options: Pick<ImportOptions, 'warn' | 'consent'>,
): Thread {
  const people = new Map<PersonId, Person>();
  const posts = kept.map((message) => {
    const author = authorOf(message, chat);
    if (author && !people.has(author.id)) people.set(author.id, author.person);
    return postOf(message, author?.id ?? null, chat, notices);
  });
  const undated = posts.filter(({ inferred }) => inferred?.includes('published')).length;
  if (undated > 0)
    options.warn({
      code: 'time-zone-unknown',
      message: `Messages whose time is given without its time zone: ${undated}. It was taken as UTC. Newer versions of Telegram Desktop export the exact time.`,
    });
  return threadFrom(
    {
      title: chat.title,
      origin: {
        platform: 'telegram',
        ...(chat.name && { community: chat.name }),
        importer: 'telegram',
      },
      people: Object.fromEntries(people),
      posts,
    },
    options,
  );
}
