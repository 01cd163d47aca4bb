import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { withoutQuotesOf } from '../quotes/without-quotes.ts';
import { applyPeople, type Leftover, withdrawnPosts } from '../thread/apply-people.ts';
import { QuotidianError } from '../thread/error.ts';
import { applyOverlay, type EditedThread, type Overlay, overlaySchema } from '../thread/overlay.ts';
import type { People } from '../thread/people.ts';
import { threadSchema } from '../thread/schema.ts';
import { parseYaml } from './parse-yaml.ts';
import { parsePeople, peopleConcerning, placedInPeople, readPeopleText } from './people-file.ts';
import { refuseQuotes, refuseWithheld } from './refuse-withheld.ts';
import { schemaError } from './schema-error.ts';

/** The ids of all threads of the project, in order. */
export function threadIds(root: string): readonly string[] {
  const folder = join(root, 'content/threads');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted();
}

/** What a thread's files hold, unread. */
export interface ThreadFiles {
  readonly id: string;
  readonly json: string;
  readonly overlay: string;
  /** The file of the people whom the editor knows. */
  readonly people: string;
  /** Changes when either of the thread's files does, or what is known of somebody whom they may name. */
  readonly hash: string;
}

/** The files of a thread; throws where it is not there. */
export function readThreadFiles(root: string, id: string): ThreadFiles {
  const path = join(root, fileOfThread(id));
  if (!existsSync(path)) {
    throw new QuotidianError(`There is no thread "${id}".`, {
      code: 'unknown-thread',
      hint: `Import it (npx quotidian import …), or correct the name; known: ${threadIds(root).slice(0, 8).join(', ') || 'none yet'}.`,
    });
  }
  const json = readFileSync(path, 'utf8');
  const overlayPath = join(root, fileOfOverlay(id));
  const overlay = existsSync(overlayPath) ? readFileSync(overlayPath, 'utf8') : '';
  const people = readPeopleText(root);
  return { id, json, overlay, people, hash: hashOf(json, overlay, concerning(people, json, overlay)) };
}

/** What is known of those whom the files may name; a file of people that is not sound may say anything. */
function concerning(people: string, ...files: readonly string[]): string {
  try {
    return JSON.stringify(peopleConcerning(parsePeople(people), ...files));
  } catch {
    return people;
  }
}

/** A thread as the editor wants it shown. */
export interface ShownThread extends EditedThread {
  /** Where names of people with pseudonyms may still stand. */
  readonly leftovers: readonly Leftover[];
}

/** The thread with the editor's overlay applied, and with its people as the editor knows them. */
export function editedThread({ id, json, overlay, people }: ThreadFiles): ShownThread {
  const file = fileOfThread(id);
  const thread = threadSchema.safeParse(parseJson(json, file));
  if (!thread.success) {
    throw new QuotidianError(z.prettifyError(thread.error), {
      code: 'bad-thread',
      place: { file },
      hint: 'Import the export again: npx quotidian import …',
    });
  }
  if (thread.data.id !== id) {
    throw new QuotidianError(`The thread in this file calls itself "${thread.data.id}".`, {
      code: 'bad-thread',
      place: { file },
      hint: `Name the file ${thread.data.id}.json, or import the export again with --id ${id}.`,
    });
  }
  const overlayFile = fileOfOverlay(id);
  const decided = overlay === '' ? {} : parseOverlay(overlay, overlayFile);
  const edited = refuseWithheld(applyOverlay(thread.data, decided), overlayFile);
  try {
    return withPeople(edited, peopleConcerning(parsePeople(people), json, overlay));
  } catch (error) {
    throw placedInPeople(error, people);
  }
}

/** Quotes of words that were withdrawn are sought while those words are there. */
function withPeople(edited: EditedThread, people: People): ShownThread {
  const withdrawn = withdrawnPosts(edited.thread, people);
  const { thread, quotes } = withoutQuotesOf(edited.thread, withdrawn);
  refuseQuotes(thread, quotes);
  const { thread: peopled, disguised, leftovers } = applyPeople(thread, people);
  const notes = [...edited.notes].flatMap(([id, note]) =>
    withdrawn.has(id) ? [] : [[id, disguised(note)] as const],
  );
  return { ...edited, thread: peopled, notes: new Map(notes), leftovers };
}

/** An overlay's YAML, checked. */
export function parseOverlay(text: string, file: string): Overlay {
  const overlay = overlaySchema.safeParse(parseYaml(text, file));
  if (overlay.success) return overlay.data;
  throw schemaError(overlay.error, {
    text,
    file,
    code: 'bad-overlay',
    hint: `The keys are ${Object.keys(overlaySchema.shape).join(', ')}.`,
  });
}

/** SHA-256 of several texts or files, as hexadecimal. */
export function hashOf(...texts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 32);
}

export function fileOfThread(id: string): string {
  return `content/threads/${id}.json`;
}

export function fileOfOverlay(id: string): string {
  return `content/threads/${id}.yaml`;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new QuotidianError(`This is not JSON: ${error instanceof Error ? error.message : error}`, {
      code: 'not-json',
      place: { file },
      hint: 'Import the export again: npx quotidian import …',
    });
  }
}
