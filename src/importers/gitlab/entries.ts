import type { z } from 'zod';
import { QuotidianError } from '../../thread/error.ts';
import { leftOut } from '../assembly/left-out.ts';
import type { Warning } from '../importer.ts';
import { readEntry } from '../reading/entry.ts';
import { faultText, unreadableEntry, unreadableField } from '../reading/fault-warning.ts';
import { type Award, awardSchema, type Note, noteSchema, type Root, rootSchema } from './fields.ts';
import type { Found } from './found.ts';

type Values = Found['value'];

/** A note with the id of the one that begins its discussion. */
export interface NoteEntry {
  readonly note: Note;
  readonly first?: string;
}

/** The notes of one issue or merge request, in the export's order; each once. */
export interface Entries {
  readonly root: Root | null;
  readonly isMerge: boolean;
  /** Where the issue itself is not there. */
  readonly iid: string | null;
  readonly notes: readonly NoteEntry[];
  /** Names of awarded emoji by `Note 7`, `Issue 12`, `MergeRequest 3`. */
  readonly awards: ReadonlyMap<string, readonly string[]>;
  readonly file: string;
  /** Of a project that is not for everybody. */
  readonly isClosed: boolean;
}

/** Without these a post would be nobody's, or would be shown where it must not be. */
const NEEDED = new Set<PropertyKey>([
  ...['id', 'iid', 'author', 'body', 'description', 'system', 'internal', 'confidential'],
]);

interface Gathered {
  root: Root | null;
  isMerge: boolean;
  iid: string | null;
  file: string;
  isClosed: boolean;
  readonly notes: Map<string, NoteEntry>;
}

/**
 * The entries by the issue or merge request that they belong to. Internal notes and those that GitLab wrote itself stay
 * out. What is left out, and every key that could not be read, is told to `warn`. Notes that do not say where they
 * belong are part of the one thread that there is. Throws `QuotidianError` where not one entry can be read.
 */
export function gather(found: readonly Found[], warn: (warning: Warning) => void): readonly Entries[] {
  const threads = new Map<string, Gathered>();
  const awards = new Map<string, string[]>();
  const read = reader(warn);
  const system = new Set<string>();
  const only = onlyKey(found);
  for (const one of found) {
    const { kind, value, file } = one;
    if (kind === 'strange') read.strange(one);
    if (kind === 'award') {
      const award = read.entry(awardSchema, one);
      if (award) names(awards, awardKey(award)).push(award.name);
    }
    if (kind !== 'root' && kind !== 'note') continue;
    const key = keyOf(one) ?? only ?? `file ${file}`;
    const known: Gathered = threads.get(key) ?? {
      root: null,
      isMerge: false,
      iid: null,
      file,
      isClosed: false,
      notes: new Map(),
    };
    known.isClosed ||= one.isClosed === true;
    if (kind === 'root') {
      known.root ??= read.entry(rootSchema, one);
      known.isMerge = isMerge(value);
      threads.set(key, known);
      continue;
    }
    const note = read.entry(noteSchema, one);
    if (!note) continue;
    if (note.system) system.add(note.id);
    else if (note.internal || note.confidential || isInternal(one.first))
      warn({
        post: `note_${note.id}`,
        file,
        code: 'not-public',
        message: 'The note is internal and was left out.',
      });
    else {
      keepNote(known, note, one);
      threads.set(key, known);
    }
  }
  leftOut([...system].map(() => 'system note')).forEach(warn);
  read.done(found);
  return [...threads.values()].map((one) => ({ ...one, notes: [...one.notes.values()], awards }));
}

/** Whoever answers an internal note does so among those who may read it. */
function isInternal(first: Values | undefined): boolean {
  return first?.internal === true || first?.confidential === true;
}

function names(awards: Map<string, string[]>, key: string): string[] {
  const known = awards.get(key) ?? [];
  awards.set(key, known);
  return known;
}

function keepNote(known: Gathered, note: Note, { first, value }: Found): void {
  known.iid ??= note.noteable_iid;
  known.isMerge ||= note.noteable_type === 'MergeRequest' || isMergeNote(value);
  const begins = first?.id;
  const isKnown = typeof begins === 'number' || typeof begins === 'string';
  // The same note stands in the list of notes, without its discussion, and in that of discussions.
  const before = known.notes.get(note.id)?.first;
  const place = isKnown ? String(begins) : before;
  known.notes.set(note.id, { note, ...(place !== undefined && { first: place }) });
}

function isMergeNote({ noteable_type }: Values): boolean {
  return noteable_type === 'MergeRequest';
}

function awardKey({ awardable_type, awardable_id }: Award): string {
  return `${awardable_type} ${awardable_id ?? ''}`;
}

function isMerge(value: Values): boolean {
  return Object.hasOwn(value, 'source_branch') || Object.hasOwn(value, 'merge_status');
}

/** `Issue 4711`: by GitLab's own ids, which count over all projects. */
function keyOf({ kind, value, root }: Found): string | undefined {
  const { noteable_type, noteable_id } = value;
  if (kind === 'root') return `${isMerge(value) ? 'MergeRequest' : 'Issue'} ${String(value.id)}`;
  if (root) return `${isMerge(root) ? 'MergeRequest' : 'Issue'} ${String(root.id)}`;
  return typeof noteable_type === 'string' &&
    (typeof noteable_id === 'number' || typeof noteable_id === 'string')
    ? `${noteable_type} ${noteable_id}`
    : undefined;
}

function onlyKey(found: readonly Found[]): string | undefined {
  const keys = new Set(
    found.flatMap((one) => (one.kind === 'root' || one.kind === 'note' ? (keyOf(one) ?? []) : [])),
  );
  return keys.size === 1 ? [...keys][0] : undefined;
}

function reader(warn: (warning: Warning) => void) {
  const unread: string[] = [];
  let isRead = false;
  const tell = (one: Found, faults: readonly string[], isLost: boolean) => {
    const fault = faultText(faults, one.place);
    const { id } = one.value;
    const post = typeof id === 'number' || typeof id === 'string' ? { post: `note_${id}` } : {};
    if (isLost) unread.push(fault);
    const told = isLost ? unreadableEntry('An entry', fault) : unreadableField(fault);
    warn({ ...(one.kind === 'note' && post), file: one.file, ...told });
  };
  return {
    strange: (one: Found) => tell(one, ['no issue, merge request or note'], true),
    entry<Schema extends z.ZodType>(schema: Schema, one: Found): z.infer<Schema> | null {
      const { entry, faults } = readEntry(schema, one.value, NEEDED);
      if (faults.length > 0) tell(one, faults, entry === null);
      isRead ||= entry !== null;
      return entry;
    },
    done(found: readonly Found[]) {
      if (isRead || unread.length === 0) return;
      throw new QuotidianError(`No entry of the export could be read. ${unread[0]}.`, {
        code: 'unreadable-export',
        ...(found[0] && { place: { file: found[0].file } }),
        hint: 'Save it again, as the API of GitLab answers.',
      });
    },
  };
}
