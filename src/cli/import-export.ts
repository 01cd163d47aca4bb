import { basename } from 'node:path';
import type { Warning } from '../importers/importer.ts';
import { quoteGraph } from '../quotes/graph.ts';
import type { Fidelity } from '../quotes/quote.ts';
import { readThread } from '../quotes/reading.ts';
import { QuotidianError } from '../thread/error.ts';
import type { Thread, ThreadId } from '../thread/schema.ts';
import { readThreads, type Selection } from './read-threads.ts';
import type { Recognised } from './recognise.ts';
import { type StagedFile, stageFile } from './staged-file.ts';
import { otherOrigin, type ThreadChanges, threadChanges } from './thread-changes.ts';
import { parseThread, textIfAny, threadPath, threadText } from './thread-files.ts';
import { type TouchedQuote, watchDigests } from './touched-quotes.ts';
import { extentInWords, quoteCounts, wishesInWords } from './thread-summary.ts';

export interface ImportOptions {
  readonly selection: Selection;
  readonly id?: string;
  readonly title?: string;
  readonly dryRun: boolean;
  readonly force: boolean;
}

/** What is told of a thread that was imported; the thread itself is not kept. */
export interface ImportedThread {
  readonly id: ThreadId;
  readonly title: string;
  readonly posts: number;
  readonly people: number;
  readonly extent: string;
  readonly wishes: readonly string[];
  readonly quotes: Readonly<Partial<Record<Fidelity, number>>>;
  /** `null`: it was not there before. */
  readonly changes: ThreadChanges | null;
  /** Quotes in digests that the changes touch. */
  readonly touched: readonly TouchedQuote[];
  readonly written: boolean;
}

export interface ImportedExport {
  readonly threads: readonly ImportedThread[];
  /** How many threads the export holds, taken or not. */
  readonly seen: number;
}

interface Surroundings {
  readonly options: ImportOptions;
  /** Whether this run has already imported a thread of this id. */
  readonly isTaken: (id: ThreadId) => boolean;
  readonly warn: (warning: Warning) => void;
  readonly progress: (text: string) => void;
}

/** Imports one export: all that is wanted of it, or, where anything is wrong, nothing. */
export async function importExport(
  recognised: Recognised,
  { options, isTaken, warn, progress }: Surroundings,
): Promise<ImportedExport> {
  const { name, files } = recognised.from;
  const size = [...files.values()].reduce((sum, file) => sum + file.size, 0);
  const seen = new Set<string>();
  const staged = new Map<ThreadId, Staged>();
  try {
    const threads = readThreads(recognised, {
      selection: options.selection,
      warn,
      progress: (bytes) => progress(progressText(name, bytes, size)),
      seen: (id) => seen.add(id),
    });
    for await (const read of threads) {
      if (staged.size > 0 && (options.id ?? options.title) !== undefined) throw oneThreadOnly(name);
      const thread = { ...read, id: options.id ?? read.id, title: options.title ?? read.title };
      if (isTaken(thread.id) || staged.has(thread.id)) throw sameId(thread.id, name);
      staged.set(thread.id, await stageThread(thread, options));
    }
    const updates = [...staged.values()].filter(({ imported }) => imported.changes && imported.written);
    const watch = watchDigests('.', new Map(updates.map(({ imported }) => [imported.id, imported.changes])));
    for (const { file } of staged.values()) await file?.commit();
    const touched = watch(!options.dryRun);
    const imported = [...staged.values()].map((one) => ({
      ...one.imported,
      touched: touched.get(one.imported.id) ?? [],
    }));
    return { threads: imported, seen: seen.size };
  } catch (error) {
    for (const { file } of staged.values()) await file?.discard();
    throw error;
  }
}

interface Staged {
  readonly imported: Omit<ImportedThread, 'touched'>;
  /** `null` where the file is already so. */
  readonly file: StagedFile | null;
}

async function stageThread(thread: Thread, { force, dryRun }: ImportOptions): Promise<Staged> {
  const path = threadPath(thread.id);
  const text = threadText(thread);
  const present = await textIfAny(path);
  const before = present === null || force ? null : parseThread(present, path);
  const reason = before && otherOrigin(before, thread);
  if (reason) throw otherThread(thread.id, path, reason);
  const written = present !== text;
  return {
    file: written && !dryRun ? await stageFile(path, text) : null,
    imported: {
      id: thread.id,
      title: thread.title,
      posts: thread.posts.length,
      people: Object.keys(thread.people).length,
      extent: extentInWords(thread),
      wishes: wishesInWords(thread),
      quotes: quoteCounts(quoteGraph(readThread(thread)).quotes),
      changes: before && threadChanges(before, thread),
      written,
    },
  };
}

function progressText(name: string, bytes: number, size: number): string {
  const megabytes = (count: number) => (count / 1e6).toFixed(1);
  return `${basename(name)}: ${megabytes(bytes)} of ${megabytes(size)} MB read`;
}

function oneThreadOnly(name: string): QuotidianError {
  return new QuotidianError(`“${name}” holds more than one thread, and --id and --title are for one.`, {
    code: 'usage',
    hint: 'Choose the thread with --select WORDS.',
  });
}

function sameId(id: string, name: string): QuotidianError {
  return new QuotidianError(`“${name}” holds a thread “${id}”, and another of this name was just imported.`, {
    code: 'same-id',
    place: { file: name },
    hint: 'Import it by itself and give it another name with --id.',
  });
}

function otherThread(id: string, path: string, reason: string): QuotidianError {
  return new QuotidianError(`${path} holds another thread: ${reason}.`, {
    code: 'other-origin',
    place: { file: path },
    hint: `Give this one another name with --id, as in --id ${id}-2, or replace that one with --force.`,
  });
}
