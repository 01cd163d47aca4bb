import { rmdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Warning } from '../importers/importer.ts';
import { quoteGraph } from '../quotes/graph.ts';
import type { Fidelity } from '../quotes/quote.ts';
import { readThread } from '../quotes/reading.ts';
import { readForgotten } from '../site/forgotten/forgotten-file.ts';
import { withoutForgotten } from '../site/forgotten/without-forgotten.ts';
import { QuotidianError } from '../thread/error.ts';
import type { Thread, ThreadId } from '../thread/schema.ts';
import type { FetchingVoice } from './fetching/open-client.ts';
import { openPictureFetch } from './media/fetch-picture.ts';
import { savedIn, withKeptMedia } from './media/kept-media.ts';
import { countWanted, type MediaSources, type SavedMedia, saveMedia } from './media/save-media.ts';
import { hasPicture, mediaFolder, removePictures, stagePictures } from './media/stage-media.ts';
import { counted } from './counted.ts';
import { readThreads, type Selection } from './read-threads.ts';
import type { Recognised } from './recognise.ts';
import { type StagedFile, stageFile } from './staged-file.ts';
import { otherOrigin, type ThreadChanges, threadChanges } from './thread-changes.ts';
import { parseThread, textIfAny, threadIfAny, threadPath, threadText } from './thread-files.ts';
import { type TouchedQuote, watchDigests } from './touched-quotes.ts';
import { extentInWords, quoteCounts, wishesInWords } from './thread-summary.ts';

export interface ImportOptions {
  readonly selection: Selection;
  readonly id?: string;
  readonly title?: string;
  readonly dryRun: boolean;
  readonly force: boolean;
  /** Whether copies of the pictures are made. */
  readonly media: boolean;
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
  readonly pictures: PictureCounts;
}

/** How many pictures of a thread are saved: now, and before; how many could be. */
export interface PictureCounts {
  readonly saved: number;
  readonly kept: number;
  readonly wanted: number;
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
  /** For pictures that are fetched. */
  readonly fetching: Omit<FetchingVoice, 'warn'>;
}

/** Imports one export: all that is wanted of it, or, where anything is wrong, nothing. */
export async function importExport(
  recognised: Recognised,
  { options, isTaken, warn, progress, fetching }: Surroundings,
): Promise<ImportedExport> {
  const { name, files } = recognised.from;
  const size = [...files.values()].reduce((sum, file) => sum + file.size, 0);
  const seen = new Set<string>();
  const staged = new Map<ThreadId, Staged>();
  const forgotten = readForgotten('.');
  try {
    const threads = readThreads(recognised, {
      selection: options.selection,
      warn,
      progress: (bytes) => progress(progressText(name, bytes, size)),
      seen: (id) => seen.add(id),
    });
    for await (const read of threads) {
      if (staged.size > 0 && (options.id ?? options.title) !== undefined) throw oneThreadOnly(name);
      const named = { ...read, id: options.id ?? read.id, title: options.title ?? read.title };
      const { thread, posts } = withoutForgotten(named, forgotten);
      if (posts.length > 0) warn(leftForgotten(thread.id, posts.length));
      if (isTaken(thread.id) || staged.has(thread.id)) throw sameId(thread.id, name);
      const media = (whole: Thread) =>
        fetchMedia(
          whole,
          { files, warn, progress: (text) => progress(`${basename(name)}: ${text}`) },
          fetching,
        );
      staged.set(thread.id, await stageThread(thread, options, media));
    }
    const updates = [...staged.values()].filter(({ imported }) => imported.changes && imported.written);
    const watch = watchDigests('.', new Map(updates.map(({ imported }) => [imported.id, imported.changes])));
    for (const one of staged.values()) await one.commit();
    const touched = watch(!options.dryRun);
    const imported = [...staged.values()].map((one) => ({
      ...one.imported,
      touched: touched.get(one.imported.id) ?? [],
    }));
    return { threads: imported, seen: seen.size };
  } catch (error) {
    for (const one of staged.values()) await one.discard();
    throw error;
  }
}

interface Staged extends StagedFile {
  readonly imported: Omit<ImportedThread, 'touched'>;
}

async function stageThread(
  read: Thread,
  { force, dryRun, media }: ImportOptions,
  save: (thread: Thread) => Promise<SavedMedia>,
): Promise<Staged> {
  const path = threadPath(read.id);
  const present = await textIfAny(path);
  const before = present === null || force ? null : parseThread(present, path);
  const reason = before && otherOrigin(before, read);
  if (reason) throw otherThread(read.id, path, reason);
  const kept = withKeptMedia(read, before ?? sameThread(present, read), (file) => hasPicture(read.id, file));
  const { thread, pictures } = media && !dryRun ? await save(kept) : { thread: kept, pictures: NO_PICTURES };
  const text = threadText(thread);
  const written = present !== text;
  const files = dryRun ? [] : [...(await stagePictures(thread.id, pictures))];
  if (written && !dryRun) files.push(await stageFile(path, text));
  const named = new Set(savedIn(thread).map(({ file }) => file));
  return {
    async commit() {
      for (const file of files) await file.commit();
      if (!dryRun) await removePictures(thread.id, named);
    },
    async discard() {
      for (const file of files) await file.discard();
      await rmdir(mediaFolder(thread.id)).catch(() => undefined);
    },
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
      pictures: {
        saved: savedIn(thread).length - savedIn(kept).length,
        kept: savedIn(kept).length,
        wanted: media ? countWanted(thread) : 0,
      },
    },
  };
}

/** What is to be overwritten by force, where it is an earlier state of the thread after all. */
function sameThread(present: string | null, thread: Thread): Thread | null {
  const former = present === null ? null : threadIfAny(present);
  return former && otherOrigin(former, thread) === null ? former : null;
}

const NO_PICTURES: SavedMedia['pictures'] = new Map();

async function fetchMedia(
  thread: Thread,
  sources: Omit<MediaSources, 'fetch'>,
  voice: Surroundings['fetching'],
): Promise<SavedMedia> {
  const fetch = openPictureFetch(thread.id, voice);
  try {
    const media = await saveMedia(thread, { ...sources, fetch });
    await fetch.done();
    return media;
  } finally {
    await fetch.close();
  }
}

function progressText(name: string, bytes: number, size: number): string {
  const megabytes = (count: number) => (count / 1e6).toFixed(1);
  return `${basename(name)}: ${megabytes(bytes)} of ${megabytes(size)} MB read`;
}

function leftForgotten(thread: ThreadId, count: number): Warning {
  return {
    code: 'forgotten',
    message: `${thread}: ${counted(count, 'post')} ${count === 1 ? 'is' : 'are'} left out, as “npx quotidian forget” was told.`,
  };
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
