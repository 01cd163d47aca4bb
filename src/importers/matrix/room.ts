import { displayName } from '../../thread/display-name.ts';
import type { Warning } from '../importer.ts';
import { faultText, unreadableEntry, unreadableField } from '../reading/fault-warning.ts';
import { stableId } from '../../thread/ids.ts';
import { isRecord } from '../reading/glance.ts';
import type { RoomDump } from './dump.ts';
import { type MatrixEvent, readEvent, textIn } from './event.ts';

/** A room as its events tell of it. */
export interface Room {
  readonly id: string;
  readonly name: string;
  /** `#tides:quay.example` */
  readonly alias: string;
  /** In the order of the room, each once; state that stood before the timeline first. */
  readonly events: readonly MatrixEvent[];
  readonly file: string;
  /** Shown to anybody: it says so itself before anything is said in it, and nothing in it was encrypted. */
  readonly open: boolean;
}

/** What one file holds of a room, and its name. */
export interface DumpOf {
  readonly file: string;
  readonly dump: RoomDump;
}

/** The rooms of an export, in its order; what several files hold of one is one. What cannot be read is told to `warn`. */
export function roomsOf(dumps: readonly DumpOf[], warn: (warning: Warning) => void): readonly Room[] {
  const rooms = new Map<string, Gathered>();
  for (const { file, dump } of dumps) {
    const before = dump.state.flatMap((value) => read(value, file, true, warn));
    const timeline = dump.timeline.flatMap((value) => read(value, file, false, warn));
    const own =
      dump.roomId ?? [...timeline, ...before].find(({ event }) => event.room_id)?.event.room_id ?? file;
    for (const found of [...before, ...timeline]) {
      const id = found.event.room_id || own;
      const room = rooms.get(id) ?? { file, name: dump.roomName ?? '', found: [] };
      rooms.set(id, room);
      room.found.push(found);
    }
  }
  return [...rooms].map(([id, gathered]) => roomOf(id, gathered));
}

interface FoundEvent {
  readonly event: MatrixEvent;
  /** It is part of the state before the timeline. */
  readonly before: boolean;
}

interface Gathered {
  readonly file: string;
  readonly name: string;
  readonly found: FoundEvent[];
}

function read(value: unknown, file: string, before: boolean, warn: (warning: Warning) => void): FoundEvent[] {
  const { entry, faults } = readEvent(value);
  const id = isRecord(value) && typeof value.event_id === 'string' ? { post: stableId(value.event_id) } : {};
  const fault = faultText(faults);
  if (!entry) warn({ ...id, file, ...unreadableEntry('An event', fault) });
  else if (faults.length > 0) warn({ ...id, file, ...unreadableField(fault, 'an event') });
  return entry ? [{ event: entry, before }] : [];
}

function roomOf(id: string, { file, name, found }: Gathered): Room {
  const seen = new Set<string>();
  const events = [...found.filter(({ before }) => before), ...found.filter(({ before }) => !before)]
    .map(({ event }) => event)
    .filter(({ event_id }) => !seen.has(event_id) && seen.add(event_id));
  const latest = (type: string, key: string) =>
    textIn(events.findLast((event) => event.type === type && event.state_key === '')?.content ?? {}, key);
  const alias = latest('m.room.canonical_alias', 'alias');
  return {
    id,
    name: displayName(name || latest('m.room.name', 'name') || alias || id),
    alias,
    events,
    file,
    open: isOpen(events),
  };
}

/**
 * Who may read an event is settled when it is sent (`m.room.history_visibility`), so what is said before a room is
 * known to be `world_readable` is not known to be open.
 */
function isOpen(events: readonly MatrixEvent[]): boolean {
  const said = events.findIndex(({ state_key }) => typeof state_key !== 'string');
  const stated = events.flatMap((event, at) =>
    event.type === 'm.room.history_visibility' && event.state_key === '' ? { at, event } : [],
  );
  const first = stated[0];
  if (!first || (said >= 0 && first.at > said)) return false;
  const readable = stated.every(({ event }) => event.content.history_visibility === 'world_readable');
  const rules = events.filter(({ type, state_key }) => type === 'm.room.join_rules' && state_key === '');
  const joinable = rules.every(({ content }) => content.join_rule === 'public');
  return readable && joinable && !events.some(isEncrypted);
}

function isEncrypted({ type, content, decrypted }: MatrixEvent): boolean {
  if (decrypted || type === 'm.room.encryption' || type === 'm.room.encrypted') return true;
  return isRecord(content.file) || content.msgtype === 'm.bad.encrypted';
}
