import { z } from 'zod';
import { milliseconds, text } from '../reading/fields.ts';
import { isRecord } from '../reading/glance.ts';
import { type ReadEntry, readEntry } from '../reading/entry.ts';

type Content = Readonly<Record<string, unknown>>;

/* Events of the client-server API, as far as a thread needs them (spec.matrix.org). */

const schema = z.object({
  type: z.string().min(1),
  event_id: z.string().min(1),
  room_id: text,
  sender: z.string().regex(/^@/, 'expected a user'),
  origin_server_ts: milliseconds,
  content: z.record(z.string(), z.unknown()),
  state_key: z.string().nullish(),
  redacts: text,
  unsigned: z.record(z.string(), z.unknown()).nullish(),
});

/** An event as it stands in a room. */
export interface MatrixEvent extends z.infer<typeof schema> {
  /** It came encrypted and was decrypted by whoever exported it. */
  readonly decrypted?: true;
}

const NEEDED = new Set<PropertyKey>([
  'type',
  'event_id',
  'sender',
  'content',
  'state_key',
  'redacts',
  'unsigned',
]);

/** An event of a dump. One that was saved with its decrypted form beside the encrypted is read in the decrypted. */
export function readEvent(value: unknown): ReadEntry<MatrixEvent> {
  const clear = isRecord(value) && isRecord(value.decrypted) ? value.decrypted : undefined;
  const { entry, faults } = readEntry(schema, clear ?? value, NEEDED);
  return { entry: entry && clear ? { ...entry, decrypted: true } : entry, faults };
}

/** What an event is to another one. */
export interface Relation {
  readonly type: string;
  /** The event that it is about. */
  readonly target: string;
  readonly key: string;
  readonly fallingBack: boolean;
  /** The event that it answers. */
  readonly inReplyTo: string;
}

const relates = z.object({
  rel_type: text.catch(''),
  event_id: text.catch(''),
  key: text.catch(''),
  is_falling_back: z.boolean().nullish().catch(null),
  'm.in_reply_to': z.object({ event_id: text }).nullish().catch(null),
});

/** The relation that a content states (`m.relates_to`). */
export function relationOf(content: Content): Relation {
  const read = relates.safeParse(content['m.relates_to']).data;
  return {
    type: read?.rel_type ?? '',
    target: read?.event_id ?? '',
    key: read?.key ?? '',
    fallingBack: read?.is_falling_back === true,
    inReplyTo: read?.['m.in_reply_to']?.event_id ?? '',
  };
}

/** A text of a content; `''` where it is none. */
export function textIn(content: Content, ...keys: readonly string[]): string {
  return (
    (keys.map((key) => content[key]).find((value) => typeof value === 'string' && value !== '') as string) ??
    ''
  );
}
