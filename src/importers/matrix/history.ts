import { isRecord } from '../reading/glance.ts';
import { type MatrixEvent, readEvent, relationOf } from './event.ts';

/** What became of the events of a room. */
export interface History {
  /** By event: whether its sender took it back, or somebody else. */
  readonly redacted: ReadonlyMap<string, 'deleted' | 'removed'>;
  /** By event: the edit that stands. */
  readonly edits: ReadonlyMap<string, MatrixEvent>;
  /** By edit: the event that it edits. */
  readonly edited: ReadonlyMap<string, string>;
}

/** Redactions and edits of a room's events, those included that came bundled with an event (`unsigned`). */
export function historyOf(events: readonly MatrixEvent[]): History {
  const byId = new Map(events.map((event) => [event.event_id, event]));
  const redacted = redactions(events, byId);
  const edits = new Map<string, MatrixEvent>();
  const edited = new Map<string, string>();
  for (const edit of [...events, ...events.flatMap(bundledEdit)]) {
    const { type, target } = relationOf(edit.content);
    if (type !== 'm.replace' || target === '') continue;
    edited.set(edit.event_id, target);
    const original = byId.get(target);
    if (!original || !mayEdit(edit, original) || redacted.has(edit.event_id)) continue;
    const before = edits.get(target);
    if (!before || isLater(edit, before)) edits.set(target, edit);
  }
  return { redacted, edits, edited };
}

function redactions(
  events: readonly MatrixEvent[],
  byId: ReadonlyMap<string, MatrixEvent>,
): Map<string, 'deleted' | 'removed'> {
  const redacted = new Map<string, 'deleted' | 'removed'>();
  const mark = (target: MatrixEvent | undefined, by: unknown) => {
    if (target)
      redacted.set(target.event_id, by === undefined || by === target.sender ? 'deleted' : 'removed');
  };
  for (const event of events) {
    const because = event.unsigned?.redacted_because;
    const wordless = WORDED.has(event.type) && Object.keys(event.content).length === 0;
    if (wordless || because !== undefined) mark(event, isRecord(because) ? because.sender : undefined);
  }
  for (const { type, redacts, content, sender } of events) {
    if (type !== 'm.room.redaction') continue;
    mark(byId.get(redacts || (typeof content.redacts === 'string' ? content.redacts : '')), sender);
  }
  return redacted;
}

/** Events that say nothing only where it was taken from them. */
const WORDED = new Set(['m.room.message', 'm.room.encrypted', 'm.sticker', 'm.reaction']);

/** The server may put the edit into `unsigned` of the event instead of giving it by itself. */
function bundledEdit({ unsigned }: MatrixEvent): readonly MatrixEvent[] {
  const relations = unsigned?.['m.relations'];
  const edit = isRecord(relations) ? relations['m.replace'] : undefined;
  const entry = edit === undefined ? null : readEvent(edit).entry;
  return entry ? [entry] : [];
}

/** The same person, the same kind; neither state nor itself an edit (spec, “Validity of replacement events”). */
function mayEdit(edit: MatrixEvent, original: MatrixEvent): boolean {
  if (edit.sender !== original.sender || edit.type !== original.type) return false;
  if (typeof edit.state_key === 'string' || typeof original.state_key === 'string') return false;
  return relationOf(original.content).type !== 'm.replace' && isRecord(edit.content['m.new_content']);
}

function isLater(one: MatrixEvent, other: MatrixEvent): boolean {
  const [at, before] = [one.origin_server_ts ?? '', other.origin_server_ts ?? ''];
  return at === before ? one.event_id > other.event_id : at > before;
}
