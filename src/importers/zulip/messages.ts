import { QuotidianError } from '../../thread/error.ts';
import type { Warning } from '../importer.ts';
import { readEntry } from '../reading/entry.ts';
import { faultText, unreadableEntry, unreadableField } from '../reading/fault-warning.ts';
import { messageSchema, NEEDED_OF_MESSAGE, type ZulipMessage } from './message-schema.ts';

/** Messages of one file, not yet read. */
export interface FileMessages {
  readonly file: string;
  readonly messages: readonly unknown[];
}

/**
 * The messages in channels, each once, by id, which is the order they were sent in. Those between people never come;
 * they and every key that could not be read are told to `warn`. Throws `QuotidianError` where not one can be read.
 */
export function messagesOf(
  files: readonly FileMessages[],
  warn: (warning: Warning) => void,
): readonly ZulipMessage[] {
  const found = new Map<string, ZulipMessage>();
  const unread: string[] = [];
  let between = 0;
  for (const { file, messages } of files)
    for (const [index, value] of messages.entries()) {
      const { entry, faults } = readEntry(messageSchema, value, NEEDED_OF_MESSAGE);
      if (entry && !isInChannel(entry)) {
        between += 1;
        continue;
      }
      const fault = faultText(faults, `messages[${index}]`);
      if (!entry) unread.push(fault);
      if (faults.length > 0)
        warn({
          ...(entry ? { post: entry.id } : {}),
          file,
          ...(entry ? unreadableField(fault) : unreadableEntry('A message', fault)),
        });
      if (entry && !found.has(entry.id)) found.set(entry.id, entry);
    }
  if (between > 0)
    warn({
      code: 'not-public',
      message: `Messages between people, which are private, left out: ${between}.`,
    });
  const [first] = unread;
  if (found.size === 0 && between === 0 && first !== undefined)
    throw new QuotidianError(`No message of the export could be read. ${first}.`, {
      code: 'unreadable-export',
      ...(files[0] ? { place: { file: files[0].file } } : {}),
      hint: 'Compare it with https://zulip.com/api/get-messages, or export it again.',
    });
  return [...found.values()].sort((one, other) => compareIds(one.id, other.id));
}

function isInChannel({ type, display_recipient: recipient }: ZulipMessage): boolean {
  return ['stream', 'channel', ''].includes(type) && typeof recipient === 'string' && recipient !== '';
}

/** Numbers, which may be longer than a double holds. */
function compareIds(one: string, other: string): number {
  if (one.length !== other.length) return one.length - other.length;
  return one < other ? -1 : one > other ? 1 : 0;
}
