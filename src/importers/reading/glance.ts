import { Allow, parse as parsePartial } from 'partial-json';

/** Bytes: enough for the first entries of nearly every export, and little enough for every importer to look. */
const LOOKED_AT = 64 * 1024;
/** Bytes, for a file whose first entry alone is longer. */
const LOOKED_AT_CLOSELY = 32 * 1024 * 1024;

/** Characters that JSON may begin with, a byte order mark included. */
const BEGINS_LIKE_JSON = /^\uFEFF?\s{0,256}[[{]/;

/** How a file begins. */
export interface Glance {
  /** Its first characters; `''` where they are no UTF-8. */
  readonly text: string;
  /**
   * Where it begins like JSON, the value as far as its beginning tells: lists and objects may end too early, strings
   * and numbers are whole. `undefined` for anything else.
   */
  readonly json: unknown;
  /** Where each line is a JSON object of its own (NDJSON), those of the first lines that are whole; else empty. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
}

const glances = new WeakMap<Blob, Promise<Glance>>();

/** The beginning of a file, for `detect`. Reads the same few kilobytes once, however many importers ask. Never throws. */
export function glance(blob: Blob): Promise<Glance> {
  const known = glances.get(blob);
  if (known) return known;
  const looking = look(blob, LOOKED_AT);
  glances.set(blob, looking);
  return looking;
}

/**
 * What `work` finds when glances at an export's one long file go as deep as they may: for one that nobody knew at first
 * sight. Its content is kept no longer than `work` takes.
 */
export async function lookingCloser<Found>(
  blobs: Iterable<Blob>,
  work: () => Promise<Found>,
): Promise<Found> {
  const long = [...blobs].filter((blob) => blob.size > LOOKED_AT);
  const [first] = long;
  if (!first || long.length > 1) return work();
  glances.set(first, look(first, LOOKED_AT_CLOSELY));
  try {
    return await work();
  } finally {
    glances.delete(first);
  }
}

const NOTHING: Glance = { text: '', json: undefined, lines: [] };

async function look(blob: Blob, length: number): Promise<Glance> {
  const whole = blob.size <= length;
  const bytes = await blob
    .slice(0, length)
    .arrayBuffer()
    .catch(() => null);
  if (!bytes) return NOTHING;
  const text = decode(bytes, whole);
  if (!BEGINS_LIKE_JSON.test(text)) return { text, json: undefined, lines: [] };
  return { text, json: beginningOf(text), lines: linesOf(text, whole) };
}

/** The cut may go through a character: `stream` leaves out what is not whole. */
function decode(bytes: ArrayBuffer, whole: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole });
  } catch {
    return '';
  }
}

function beginningOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return partOf(text);
  }
}

function partOf(text: string): unknown {
  try {
    return parsePartial(text, Allow.OBJ | Allow.ARR);
  } catch {
    return undefined;
  }
}

function linesOf(text: string, whole: boolean): Glance['lines'] {
  const lines = text.split('\n');
  if (!whole) lines.pop();
  const values: Record<string, unknown>[] = [];
  for (const line of lines.filter((candidate) => candidate.trim() !== '')) {
    const value = objectIn(line);
    if (!value) return [];
    values.push(value);
  }
  return values;
}

function objectIn(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value of a file is an object with keys, and neither a list nor `null`. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is an object that has every one of these keys itself. */
export function hasKeys(
  value: unknown,
  ...keys: readonly string[]
): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && keys.every((key) => Object.hasOwn(value, key));
}
