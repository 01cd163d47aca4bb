import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { QuotidianError } from '../thread/error.ts';
import { applyOverlay, type EditedThread, type Overlay, overlaySchema } from '../thread/overlay.ts';
import { threadSchema } from '../thread/schema.ts';
import { refuseWithheld } from './refuse-withheld.ts';
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
  /** Changes when either file does. */
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
  return { id, json, overlay, hash: hashOf(json, overlay) };
}

/** The thread with the editor's overlay applied. */
export function editedThread({ id, json, overlay }: ThreadFiles): EditedThread {
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
  return refuseWithheld(applyOverlay(thread.data, decided), overlayFile);
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

/** YAML as a value; an error names the line. */
export function parseYaml(text: string, file: string): unknown {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const [error] = document.errors;
  if (!error) return document.toJS() ?? {};
  throw new QuotidianError(`This is not YAML: ${error.message.split('\n')[0]}`, {
    code: 'not-yaml',
    place: { file, line: lineCounter.linePos(error.pos[0]).line },
    hint: 'Mind the indentation, and put text that holds a colon into quotation marks.',
  });
}

/** SHA-256 of several texts or files, as hexadecimal. */
export function hashOf(...texts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 32);
}

function fileOfThread(id: string): string {
  return `content/threads/${id}.json`;
}

function fileOfOverlay(id: string): string {
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
