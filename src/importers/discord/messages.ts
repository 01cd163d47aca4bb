import { stableId } from '../../thread/ids.ts';
import type { ImportOptions, Warning } from '../importer.ts';
import { readEntry } from '../reading/entry.ts';
import { faultText, unreadableEntry, unreadableField } from '../reading/fault-warning.ts';
import { isRecord } from '../reading/glance.ts';
import { readJson } from '../reading/json-file.ts';
import type { Channel } from './channels.ts';
import { type Message, messageSchema } from './message.ts';

export interface Messages {
  /** The oldest first, each once. */
  readonly kept: readonly Message[];
  /** The kinds of the notices that were left out. */
  readonly notices: readonly string[];
  readonly found: number;
  readonly unread: number;
}

/**
 * What people and programs say: plain messages, answers, and answers of programs to commands, which the exporter
 * writes as numbers. Not a message that a filter held back (24), nor any other notice.
 */
const SAYING: ReadonlySet<string> = new Set(['Default', 'Reply', '20', '23']);

/**
 * The messages of a channel. Where several exports hold a message the newest has it. What is left out, and every key that
 * could not be read, is told to `warn`.
 */
export async function messagesOf(channel: Channel, { warn }: Pick<ImportOptions, 'warn'>): Promise<Messages> {
  const kept = new Map<string, Message>();
  const doubles: Message[] = [];
  const notices: string[] = [];
  let [found, unread] = [0, 0];
  for (const [file, blob] of channel.files) {
    const seen = new Set<string>();
    for (const [index, value] of valuesIn(await readJson(blob, file)).entries()) {
      found += 1;
      const message = readMessage(value, index, (warning) => warn({ ...warning, file }));
      if (!message) unread += 1;
      else if (!SAYING.has(message.type)) notices.push(message.type);
      else if (seen.has(message.id)) doubles.push(message);
      else kept.set(message.id, message);
      if (message) seen.add(message.id);
    }
  }
  const inOrder = channel.files.size > 1 ? [...kept.values()].toSorted(byId) : [...kept.values()];
  return { kept: [...inOrder, ...doubles], notices, found, unread };
}

function valuesIn(value: unknown): readonly unknown[] {
  return isRecord(value) && Array.isArray(value.messages) ? value.messages : [];
}

const NEEDED: ReadonlySet<PropertyKey> = new Set(['id', 'type', 'content']);

function readMessage(value: unknown, index: number, warn: (warning: Warning) => void): Message | null {
  const { entry, faults } = readEntry(messageSchema, value, NEEDED);
  const fault = faultText(faults, `messages[${index}]`);
  if (!entry) warn(unreadableEntry('A message', fault));
  else if (faults.length > 0) warn({ post: stableId(entry.id), ...unreadableField(fault) });
  return entry;
}

/** Ids grow with time; they are too long for numbers. */
function byId({ id: one }: Message, { id: other }: Message): number {
  return one.length - other.length || (one < other ? -1 : Number(one > other));
}
