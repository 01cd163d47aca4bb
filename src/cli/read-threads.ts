import { join } from 'node:path';
import { withWhereabouts } from '../importers/assembly/held-media.ts';
import type { Warning } from '../importers/importer.ts';
import { QuotidianError } from '../thread/error.ts';
import { type Thread, threadSchema } from '../thread/schema.ts';
import type { Export } from './exports.ts';
import { shortened } from './printable.ts';
import type { Recognised } from './recognise.ts';

/** Which threads of an export are wanted. */
export interface Selection {
  /** A thread's whole id, or a part of its subject in any case; one of them is enough. None: every thread. */
  readonly words: readonly string[];
  readonly minPosts: number;
  /** More threads than this are refused. */
  readonly most: number;
  /** On what basis threads of a closed place may be taken. */
  readonly consent?: string;
}

interface Reading {
  readonly selection: Selection;
  readonly warn: (warning: Warning) => void;
  readonly progress: (bytes: number) => void;
  /** Called for each thread that the export is seen to hold, taken or not. */
  readonly seen: (id: string) => void;
}

interface Candidate {
  readonly id: string;
  readonly title: string;
  /** Not there where the thread was not read. */
  readonly posts?: number;
}

/** The wanted threads of an export, each valid, one after the other. Throws where there are none, or too many. */
export async function* readThreads(
  { from, importer }: Recognised,
  { selection, warn, progress, seen }: Reading,
): AsyncGenerator<Thread> {
  const candidates = new Map<string, Candidate>();
  const wantedIds = new Set<string>();
  const select = (candidate: Candidate) => {
    candidates.set(candidate.id, candidate);
    seen(candidate.id);
    const wanted = isWanted(candidate, selection);
    if (wanted && candidate.posts !== undefined) wantedIds.add(candidate.id);
    return wanted;
  };
  try {
    const options = {
      warn,
      progress,
      select,
      ...(selection.consent === undefined ? {} : { consent: selection.consent }),
    };
    for await (const thread of importer.parse(from.files, options)) {
      const wanted = select({ id: thread.id, title: thread.title, posts: thread.posts.length });
      if (wantedIds.size > selection.most) throw tooMany(from.name, [...candidates.values()], selection.most);
      if (wanted) yield withWhereabouts(validThread(thread), thread);
    }
  } catch (error) {
    throw located(error, from);
  }
  if (candidates.size === 0) throw noThreads(from.name);
  if (wantedIds.size === 0) throw noneWanted(from.name, [...candidates.values()]);
}

/** The thread with its keys in the schema's order. */
export function validThread(thread: unknown): Thread {
  const result = threadSchema.safeParse(thread);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new QuotidianError(`The thread is not valid at ${issue?.path.join('.')}: ${issue?.message}.`, {
    code: 'invalid-thread',
    hint: 'Report this with a piece of the export, so that its importer can be mended.',
  });
}

function isWanted({ id, title, posts }: Candidate, { words, minPosts }: Selection): boolean {
  if (posts !== undefined && posts < minPosts) return false;
  const subject = title.toLowerCase();
  return words.length === 0 || words.some((word) => word === id || subject.includes(word.toLowerCase()));
}

/** Importers know a file by its path in the export; the user knows it by the path that was typed. */
function located(error: unknown, { name, files }: Export): unknown {
  if (!(error instanceof QuotidianError)) return error;
  const { code, hint, place } = error;
  const file = files.size === 1 || place.file === undefined ? name : join(name, place.file);
  return new QuotidianError(error.message, {
    code,
    place: place.file === name ? place : { ...place, file },
    ...(hint === undefined ? {} : { hint }),
  });
}

function noThreads(name: string): QuotidianError {
  return new QuotidianError(`“${name}” holds no thread that may be published.`, {
    code: 'no-threads',
    place: { file: name },
    hint: 'The warnings above say what was left out and why.',
  });
}

function noneWanted(name: string, candidates: readonly Candidate[]): QuotidianError {
  return new QuotidianError(
    `None of the ${candidates.length} threads of “${name}” is what --select or --min-posts asks for.`,
    { code: 'none-selected', place: { file: name }, hint: `The longest are: ${longest(candidates)}.` },
  );
}

function tooMany(name: string, candidates: readonly Candidate[], most: number): QuotidianError {
  return new QuotidianError(
    `“${name}” holds more threads than are taken unasked: ${candidates.length} seen, ${most} allowed.`,
    {
      code: 'too-many-threads',
      place: { file: name },
      hint: `Choose with --select WORDS or --min-posts N, or take them with --all. The longest are: ${longest(candidates)}.`,
    },
  );
}

const NAMED_CANDIDATES = 5;

function longest(candidates: readonly Candidate[]): string {
  return candidates
    .toSorted((a, b) => (b.posts ?? 0) - (a.posts ?? 0))
    .slice(0, NAMED_CANDIDATES)
    .map(
      ({ id, title, posts }) => `${id} (“${shortened(title, 60)}”${posts === undefined ? '' : `, ${posts}`})`,
    )
    .join(', ');
}
