import { isRecord } from '../reading/glance.ts';

type Row = Readonly<Record<string, unknown>>;
type Tables = Readonly<Record<string, unknown>>;

/** What a realm's export holds, as the API would write it. */
export interface Realm {
  readonly messages: readonly unknown[];
  readonly channels: readonly unknown[];
}

/** `Recipient.STREAM`; the others are one person and several (zerver/models/recipients.py). */
const CHANNEL = 2;

/**
 * A realm's export, whose tables refer to each other by number, as messages and channels of the API
 * (zerver/lib/export.py). Messages between people come with `private` as type, and nothing of their recipients.
 */
export function realmOf(files: readonly Tables[]): Realm {
  const rows = (table: string) => files.flatMap((tables) => list(tables[table]));
  const channels = byId(rows('zerver_stream'));
  const recipients = byId(rows('zerver_recipient'));
  const users = byId(USER_TABLES.flatMap(rows));
  const reactions = Map.groupBy(rows('zerver_reaction'), ({ message }) => message);
  const submessages = Map.groupBy(rows('zerver_submessage'), ({ message }) => message);
  const messages = rows('zerver_message').map((row) => {
    const recipient = recipients.get(row.recipient);
    const channel = recipient?.type === CHANNEL ? channels.get(recipient.type_id) : undefined;
    const user = users.get(row.sender);
    return {
      id: row.id,
      type: channel ? 'stream' : 'private',
      sender_id: row.sender,
      sender_full_name: user?.full_name,
      is_bot: user?.is_bot,
      timestamp: row.date_sent,
      subject: row.subject,
      display_recipient: channel ? channel.name : [],
      stream_id: channel?.id,
      content: row.content,
      content_type: 'text/x-markdown',
      is_me_message: typeof row.content === 'string' && row.content.startsWith('/me '),
      last_edit_timestamp: row.last_edit_time,
      edit_history: historyIn(row.edit_history),
      reactions: reactions.get(row.id),
      submessages: submessages.get(row.id)?.map(({ sender, content }) => ({ sender_id: sender, content })),
    };
  });
  return { messages, channels: [...channels.values()].map((row) => ({ ...row, stream_id: row.id })) };
}

const USER_TABLES = ['zerver_userprofile', 'zerver_userprofile_crossrealm', 'zerver_userprofile_mirrordummy'];

function list(table: unknown): readonly Row[] {
  return Array.isArray(table) ? table.filter(isRecord) : [];
}

function byId(rows: readonly Row[]): ReadonlyMap<unknown, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** JSON in a string. */
function historyIn(written: unknown): unknown {
  if (typeof written !== 'string') return written;
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
