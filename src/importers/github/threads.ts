import { QuotidianError } from '../../thread/error.ts';
import { stableId } from '../../thread/ids.ts';
import type { Warning } from '../importer.ts';
import { faultText, unreadableEntry, unreadableField } from '../reading/fault-warning.ts';
import { type Entry, entryOf } from './entry.ts';
import type { Found } from './found.ts';

/** The entries of one issue, pull request, discussion or commit, in the export's order; each id once. */
export type Entries = readonly Entry[];

/**
 * The entries by the thread that they belong to. What is left out, and every key that could not be read, is told to
 * `warn`. Where an export holds one thread alone, entries that say nothing of where they belong are part of it; else
 * those of a file are a thread. Throws `QuotidianError` where not one entry can be read.
 */
export function threadsOf(found: readonly Found[], warn: (warning: Warning) => void): readonly Entries[] {
  const { entries, unread } = readAll(found, warn);
  if (entries.length === 0 && unread.length > 0)
    throw new QuotidianError(`No entry of the export could be read. ${unread[0]}.`, {
      code: 'unreadable-export',
      ...(found[0] && { place: { file: found[0].file } }),
      hint: 'Save it again, as gh or the API of GitHub answer.',
    });
  const shown = entries.filter((entry) => isPublished(entry, warn));
  const keys = new Set(shown.flatMap(({ thread }) => thread || []));
  const [only] = keys.size === 1 ? keys : [];
  const byThread = Map.groupBy(shown, ({ thread, file }) => thread || only || `file ${file}`);
  return [...byThread.values()].map((thread) => rootFirst(eachOnce(thread, warn)));
}

function readAll(found: readonly Found[], warn: (warning: Warning) => void) {
  const entries: Entry[] = [];
  const unread: string[] = [];
  for (const one of found) {
    const { entry, faults } = entryOf(one);
    const fault = faultText(faults, one.place);
    if (entry) entries.push(entry);
    else unread.push(fault);
    if (faults.length === 0) continue;
    const told = entry
      ? { post: entry.id, ...unreadableField(fault) }
      : { ...named(one), ...unreadableEntry('An entry', fault) };
    warn({ ...told, file: one.file });
  }
  return { entries, unread };
}

function named({ value }: Found): { readonly post?: string } {
  const { id } = value;
  return typeof id === 'string' || typeof id === 'number' ? { post: stableId(String(id)) } : {};
}

/** A review that its author has not yet sent is for nobody else; one without words or verdict only holds comments. */
function isPublished({ kind, id, file, fields }: Entry, warn: (warning: Warning) => void): boolean {
  if (kind !== 'review' && fields.state.toUpperCase() !== 'PENDING') return true;
  const state = fields.state.toUpperCase();
  if (state === 'PENDING')
    warn({ post: id, file, code: 'not-public', message: 'The review is not yet sent and was left out.' });
  const hasWords = [fields.body, fields.body_html, fields.bodyHTML, fields.body_text, fields.bodyText].some(
    (text) => text.trim() !== '',
  );
  return state !== 'PENDING' && (state !== 'COMMENTED' || hasWords);
}

/** An issue stands in each of its webhooks; of a comment that comes more than once the latest is kept. */
function eachOnce(entries: Entries, warn: (warning: Warning) => void): Entries {
  const byId = new Map<string, Entry>();
  for (const entry of entries) {
    const known = byId.get(entry.id);
    byId.set(entry.id, known ? later(known, entry) : entry);
    if (known && entry.kind !== 'root' && !entry.isTold)
      warn({
        post: entry.id,
        file: entry.file,
        code: 'duplicate-id',
        message: `The export holds more than one post with the id ${entry.id}. The latest was kept.`,
      });
  }
  return [...byId.values()];
}

/** Saved in a file of its own the issue may come behind its comments. */
function rootFirst(entries: Entries): Entries {
  return [...entries.filter(({ kind }) => kind === 'root'), ...entries.filter(({ kind }) => kind !== 'root')];
}

/** What is deleted stays so. */
function later(one: Entry, other: Entry): Entry {
  if (one.fate || other.fate) return one.fate ? one : other;
  return (other.fields.updated_at ?? '') >= (one.fields.updated_at ?? '') ? other : one;
}
