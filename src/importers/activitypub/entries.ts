import { hashedId, stableId } from '../../thread/ids.ts';
import type { PostId } from '../../thread/schema.ts';
import type { ImportOptions } from '../importer.ts';
import { faultText, unreadableEntry, unreadableField } from '../reading/fault-warning.ts';
import { webAddress } from '../reading/web-address.ts';
import { audienceOf } from './audience.ts';
import type { Deletion, Found } from './gather.ts';
import { idOf, idsOf, typeOf } from './json-ld.ts';
import { TOMBSTONE } from './kinds.ts';
import { namesOf, permalinkOf } from './media.ts';
import { type PostObject, readObject } from './object.ts';
import { authorOf } from './people.ts';

/** A post of an export that has been read. */
export interface Entry {
  /** What others call it by: its id on its server. */
  readonly key: string;
  readonly id: PostId;
  readonly names: readonly string[];
  /** `null` for a `Tombstone`. */
  readonly object: PostObject | null;
  /** The author's address. */
  readonly author: string | undefined;
  readonly url: string | undefined;
  readonly state?: 'deleted' | 'removed';
  /** Addresses of the posts that it answers; nearly always one at most. */
  readonly parents: readonly string[];
  /** Addresses of the discussion that it says it belongs to. */
  readonly discussions: readonly string[];
  readonly found: Found;
}

/** What of a post is needed to know others by, and to show nothing of it. */
export type HiddenEntry = Pick<Entry, 'key' | 'names' | 'parents' | 'discussions'>;

export interface Entries {
  /** In the export's order, each once. */
  readonly shown: readonly Entry[];
  /** Those that are not public, cannot be known to be, or could not be read; nothing of them may be told. */
  readonly hidden: readonly HiddenEntry[];
  /** What could not be read of those that could not be read at all. */
  readonly unread: readonly string[];
}

/** The posts that may be shown. What is left out, and every key that could not be read, is told to `warn`. */
export function entriesOf(
  found: readonly Found[],
  deletions: readonly Deletion[],
  { warn, consent }: Pick<ImportOptions, 'warn' | 'consent'>,
): Entries {
  const shown = new Map<string, Entry>();
  const hidden: HiddenEntry[] = [];
  const unread: string[] = [];
  for (const one of found) {
    const { entry, faults } = entryOf(one);
    const told = { post: entry?.id ?? named(one), file: one.file };
    const fault = faultText(faults, one.place || 'the object');
    if (!entry) {
      unread.push(fault);
      hidden.push({ key: idOf(one.object) ?? '', names: [], parents: [], discussions: [] });
      warn({ ...told, ...unreadableEntry('A post', fault) });
      continue;
    }
    const audience = entry.object ? audienceOf(one) : 'public';
    if (audience === 'closed' || (audience === 'unsaid' && consent === undefined)) {
      hidden.push(entry);
      warn({ ...told, code: 'not-public', message: audience === 'closed' ? CLOSED : UNSAID });
      continue;
    }
    if (faults.length > 0) warn({ ...told, ...unreadableField(fault) });
    const before = shown.get(entry.key);
    if (!before || isLater(entry, before)) shown.set(entry.key, entry);
    if (before && !isLater(entry, before) && !isLater(before, entry)) warn({ ...told, ...DOUBLE });
  }
  for (const { key } of hidden) shown.delete(key);
  return { shown: withDeletions(shown, deletions), hidden, unread };
}

const CLOSED = 'The post is not public and was left out.';
const UNSAID =
  'The post does not say whom it is for, so it cannot be known to be public, and was left out. If it is, say how you know: --i-have-consent "…".';
const DOUBLE = {
  code: 'duplicate-id',
  message: 'The export holds this post more than once. The first was kept.',
};

function entryOf(found: Found): { entry: Entry | null; faults: readonly string[] } {
  if (typeOf(found.object, TOMBSTONE)) return { entry: tombstone(found), faults: [] };
  const { entry: object, faults } = readObject(found.object);
  if (!object) return { entry: null, faults };
  const names = namesOf(object);
  const author = authorOf(object.attributedTo, found.activity);
  const key =
    names[0] ??
    `nameless ${hashedId(JSON.stringify([author, object.published, object.name, object.summary, object.content]))}`;
  const entry = {
    key,
    id: stableId(key),
    names,
    object,
    author,
    url: permalinkOf(object),
    parents: object.inReplyTo,
    discussions: [...object.conversation, ...object.context],
    found,
  };
  return { entry, faults };
}

/** `null` where it does not say what it is left of. */
function tombstone(found: Found): Entry | null {
  const { object } = found;
  const key = idOf(object);
  if (key === undefined) return null;
  return {
    key,
    id: stableId(key),
    names: [key],
    object: null,
    author: authorOf(idsOf(object.attributedTo), undefined),
    url: webAddress(key),
    state: 'deleted',
    parents: idsOf(object.inReplyTo),
    discussions: [...idsOf(object.conversation), ...idsOf(object.context)],
    found,
  };
}

/** What an `Update` brings, or a copy that was taken later. Nothing comes after a deletion. */
function isLater(entry: Entry, before: Entry): boolean {
  if (before.object === null || entry.object === null) return entry.object === null && before.object !== null;
  return (entry.object.updated ?? '') > (before.object.updated ?? '');
}

/** Who deletes another's post removes it. */
function withDeletions(shown: ReadonlyMap<string, Entry>, deletions: readonly Deletion[]): readonly Entry[] {
  const by = new Map(deletions.map((deletion) => [deletion.post, deletion.by]));
  return [...shown.values()].map((entry) => {
    if (!by.has(entry.key)) return entry;
    const deleter = by.get(entry.key);
    const own = deleter === undefined || entry.author === undefined || deleter === entry.author;
    return { ...entry, state: own ? ('deleted' as const) : ('removed' as const) };
  });
}

function named({ object }: Found): string {
  const id = idOf(object);
  return id === undefined ? 'without an id' : stableId(id);
}
