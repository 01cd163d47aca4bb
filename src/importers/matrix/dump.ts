import { hasKeys, isRecord } from '../reading/glance.ts';

/** What one file holds of one room. */
export interface RoomDump {
  /** As the file names it; the events themselves may too. */
  readonly roomId?: string;
  readonly roomName?: string;
  /** The state of the room before the timeline begins. */
  readonly state: readonly unknown[];
  /** In the order of the room. */
  readonly timeline: readonly unknown[];
}

/**
 * The rooms of an export: of Element's (`{ room_name, messages }`), of an answer of `/messages` (`{ chunk, state }`,
 * which may run backwards), of `/sync` (`{ rooms }`), of `/state` or any list of events. `null` for anything else.
 */
export function roomsIn(value: unknown): readonly RoomDump[] | null {
  if (Array.isArray(value)) return value.some(isEvent) ? [listed(value)] : null;
  if (!isRecord(value)) return null;
  if (isElement(value)) {
    const { room_name: name } = value;
    return [
      { ...(typeof name === 'string' && { roomName: name }), state: [], timeline: listOf(value.messages) },
    ];
  }
  const chunk = listOf(value.chunk);
  if (chunk.some(isEvent)) return [{ state: listOf(value.state), timeline: forwards(chunk) }];
  return isSync(value) ? synced(value) : null;
}

/** Whether the beginning of a file looks like one of these. */
export function looksLikeDump(value: unknown): boolean {
  if (Array.isArray(value)) return isEvent(value[0]);
  if (!isRecord(value)) return false;
  return isElement(value) || isEvent(listOf(value.chunk)[0]) || isSync(value);
}

function isElement(value: Readonly<Record<string, unknown>>): boolean {
  return hasKeys(value, 'room_name', 'exported_by', 'export_date') && Array.isArray(value.messages ?? []);
}

/** `rooms.join` holds rooms by their ids: `!tides:quay.example`. */
function isSync({ rooms, next_batch }: Readonly<Record<string, unknown>>): boolean {
  if (!isRecord(rooms) || typeof next_batch === 'undefined') return false;
  return JOINED.some((key) =>
    Object.keys(isRecord(rooms[key]) ? rooms[key] : {}).some((id) => id.startsWith('!')),
  );
}
const JOINED = ['join', 'leave'];

function isEvent(value: unknown): boolean {
  if (!hasKeys(value, 'type', 'content', 'sender', 'event_id')) return false;
  const { event_id, sender } = value;
  return String(event_id).startsWith('$') && String(sender).startsWith('@');
}

function listed(events: readonly unknown[]): RoomDump {
  const onlyState = events.every((event) => isRecord(event) && typeof event.state_key === 'string');
  return onlyState ? { state: events, timeline: [] } : { state: [], timeline: forwards(events) };
}

function synced({ rooms }: Readonly<Record<string, unknown>>): readonly RoomDump[] {
  if (!isRecord(rooms)) return [];
  return JOINED.flatMap((key) => Object.entries(isRecord(rooms[key]) ? rooms[key] : {})).flatMap(
    ([roomId, room]) => {
      if (!isRecord(room)) return [];
      return { roomId, state: eventsOf(room.state), timeline: eventsOf(room.timeline) };
    },
  );
}

function eventsOf(value: unknown): readonly unknown[] {
  return isRecord(value) ? listOf(value.events) : [];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** `/messages` runs backwards with `dir=b`: then its first event is later than its last. */
function forwards(events: readonly unknown[]): readonly unknown[] {
  const times = events.flatMap((event) =>
    isRecord(event) && typeof event.origin_server_ts === 'number' ? event.origin_server_ts : [],
  );
  const [first] = times;
  const last = times.at(-1);
  return first !== undefined && last !== undefined && first > last ? events.toReversed() : events;
}
