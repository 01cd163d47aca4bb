import { QuotidianError } from '../thread/error.ts';
import { COLUMNS, FORM, type Line } from './generic/form.ts';
import { bodyIn } from './generic/body-format.ts';
import { threadsIn } from './generic/threads.ts';
import type { Importer } from './importer.ts';
import { glance, hasKeys, isRecord } from './reading/glance.ts';
import { type JsonLine, readJsonLines } from './reading/json-lines.ts';

/**
 * The generic form with a post a line, each a JSON object (docs/generic-form.md). A line `{"quotidian": 1, "thread": …}`
 * begins a thread and says what its posts have in common; without one the file is one thread, or as many as its lines
 * name. What `npx quotidian export --to ndjson` writes becomes the same thread again.
 */
export const ndjson: Importer = {
  name: 'ndjson',
  label: 'NDJSON',
  formats: `the generic form, a post a line as JSON with ${COLUMNS.slice(2, 5).join(', ')}, published, format, body (docs/generic-form.md)`,
  keeps: 'the whole thread, as npx quotidian export writes it',
  drops: 'keys that the form does not have',
  signs: ['quotidian', 'thread', 'format', 'body', 'author', 'parent'],

  async detect(files) {
    if (files.size === 0) return false;
    for (const blob of files.values()) if (!(await isOurs(blob))) return false;
    return true;
  },

  parse: (files, options) => threadsIn(files, { importer: 'ndjson', lines: readLines }, options),
};

async function isOurs(blob: Blob): Promise<boolean> {
  const { text, json } = await glance(blob);
  const first = firstLine(text) ?? json;
  if (hasKeys(first, 'quotidian', 'thread')) return true;
  return (
    hasKeys(first, 'body', 'format') &&
    typeof first.body === 'string' &&
    typeof first.format === 'string' &&
    bodyIn(first.format, '') !== null
  );
}

/** The value of the first line; `undefined` where that is not JSON, or longer than what was looked at. */
function firstLine(text: string): unknown {
  const line =
    text
      .replace(/^\uFEFF/, '')
      .trimStart()
      .split('\n', 1)[0] ?? '';
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function* readLines(blob: Blob, file: string): AsyncGenerator<Line> {
  for await (const read of readJsonLines(blob, file)) yield lineOf(read, file);
}

function lineOf({ line, value }: JsonLine, file: string): Line {
  if (!isRecord(value))
    return { kind: 'unread', line, reason: value === undefined ? NOT_JSON : 'it is no object' };
  if (!Object.hasOwn(value, 'quotidian')) return { kind: 'post', line, row: value };
  if (value.quotidian !== FORM) throw otherForm(file, line);
  if (!isRecord(value.thread)) return { kind: 'unread', line, reason: '“thread” is no object' };
  return { kind: 'thread', line, thread: value.thread };
}

const NOT_JSON = 'it is not JSON, or the file was cut off there';

function otherForm(file: string, line: number): QuotidianError {
  return new QuotidianError(`This file is of another version of the form than ${FORM}.`, {
    code: 'other-form',
    place: { file, line },
    hint: 'Export it again with this version of Quotidian, or update Quotidian.',
  });
}
