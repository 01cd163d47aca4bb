import type { Warning } from '../importer.ts';
import { readEntry } from '../reading/entry.ts';
import { faultText, unreadableEntry, unreadableField } from '../reading/fault-warning.ts';
import { isRecord } from '../reading/glance.ts';
import { type Message, messageSchema } from './message.ts';
import { postId } from './shares.ts';

/** A message of a file, not yet read, and where it stands: `2026-03-03.json, [3]`. */
export interface Found {
  readonly file: string;
  readonly place: string;
  readonly value: unknown;
}

export interface Messages {
  /** In the export's order, each once. */
  readonly kept: readonly Message[];
  /** The kinds of the notices that were left out. */
  readonly notices: readonly string[];
  /** How many could not be read. */
  readonly unread: number;
}

/** What people and applications say, and the places of what was deleted; every other subtype is a notice of Slack's. */
const SAYING: ReadonlySet<string> = new Set([
  '',
  'bot_message',
  'file_comment',
  'file_share',
  'me_message',
  'thread_broadcast',
  'tombstone',
]);

/** The messages of a channel. What is left out, and every key that could not be read, is told to `warn`. */
export function messagesOf(found: Iterable<Found>, warn: (warning: Warning) => void): Messages {
  const kept = new Map<string, Message>();
  const doubles: Message[] = [];
  const notices: string[] = [];
  let unread = 0;
  for (const { file, place, value } of found) {
    const { entry: message, faults } = readEntry(messageSchema, value, NEEDED);
    const fault = faultText(faults, place);
    if (!message) {
      unread += 1;
      warn({ file, ...unreadableEntry('A message', fault) });
      continue;
    }
    const notice = noticeKind(message);
    if (notice) {
      notices.push(notice);
      continue;
    }
    const post = postId(message.ts);
    if (faults.length > 0) warn({ post, file, ...unreadableField(fault) });
    const before = kept.get(message.ts);
    if (!before) kept.set(message.ts, message);
    else if (!isBroadcast(before) && !isBroadcast(message)) doubles.push(message);
  }
  return { kept: [...kept.values(), ...doubles], notices, unread };
}

const NEEDED: ReadonlySet<PropertyKey> = new Set(['ts', 'subtype', 'hidden', 'is_ephemeral']);

function noticeKind({ type, subtype, hidden, is_ephemeral }: Message): string | null {
  if (type !== '' && type !== 'message') return type;
  if (!SAYING.has(subtype)) return subtype;
  if (is_ephemeral === true) return 'ephemeral';
  return hidden === true && subtype !== 'tombstone' ? 'hidden' : null;
}

/** An answer that its author sent to the channel too: an export may hold it in both places. */
function isBroadcast({ subtype, thread_ts, ts }: Message): boolean {
  return subtype === 'thread_broadcast' || (thread_ts !== '' && thread_ts === ts);
}

/** The messages that a value of a file holds, those that slackdump puts below the message they answer after it. */
export function* foundIn(value: unknown, file: string): Generator<Found> {
  for (const [index, one] of (Array.isArray(value) ? value : []).entries()) {
    yield { file, place: `[${index}]`, value: one };
    const replies = isRecord(one) ? one.slackdump_thread_replies : null;
    for (const [n, reply] of (Array.isArray(replies) ? replies : []).entries())
      yield { file, place: `[${index}].slackdump_thread_replies[${n}]`, value: reply };
  }
}
