import { type Glance, hasKeys, isRecord } from '../reading/glance.ts';

/** A thing of Reddit, not yet read: a post (`t3`), a comment (`t1`) or a stub for more of them. */
export interface Thing {
  readonly kind: 't3' | 't1' | 'more';
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * The outermost things of a saved answer: a listing, several of them (a post and its comments), what
 * `/api/morechildren` answers, a list of things or of bare objects as archives give them (`[…]`, `{ data: […] }`), one
 * object. `null` for anything else.
 */
export function exportForm(value: unknown): readonly Thing[] | null {
  const things = listOf(value).flatMap(thingsOf);
  return things.length > 0 || isEmptyThread(value) ? things : null;
}

/** The answers below a comment: `replies` is a listing, or `''` where there are none. */
export function repliesOf({ data }: Thing): readonly Thing[] {
  return thingsOf(data.replies);
}

/** Whether the beginning of a file looks like one of these forms. */
export function looksLikeExport({ json, text }: Glance): boolean {
  return (exportForm(json)?.length ?? 0) > 0 || isEntryLines(text);
}

/** Whether a text is NDJSON of archived posts or comments. */
export function isEntryLines(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const [first] = lines;
  return first !== undefined && lines.length > 1 && bareThing(objectIn(first)) !== null;
}

/** An object of an archive, by what is in it. `null` where it is none. */
export function bareThing(value: unknown): Thing | null {
  if (hasKeys(value, 'body', 'link_id', 'author', 'subreddit'))
    return { kind: 't1', data: named(value, 't1') };
  if (hasKeys(value, 'title', 'author', 'subreddit', 'selftext'))
    return { kind: 't3', data: named(value, 't3') };
  return null;
}

/** Archives often leave out `name`, which is kind and id. */
function named(value: Readonly<Record<string, unknown>>, kind: Thing['kind']): Thing['data'] {
  return typeof value.name === 'string' || typeof value.id !== 'string'
    ? value
    : { ...value, name: `${kind}_${value.id}` };
}

function objectIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isRecord(value) && Array.isArray(value.data)) return value.data;
  if (isRecord(value) && isRecord(value.json) && isRecord(value.json.data)) {
    const { things } = value.json.data;
    return Array.isArray(things) ? things : [];
  }
  return [value];
}

/** What a listing holds; a thing is one itself. */
function thingsOf(value: unknown): readonly Thing[] {
  if (!isRecord(value)) return [];
  const { kind, data } = value;
  if (!isRecord(data)) return toList(bareThing(value));
  if (kind === 'Listing')
    return Array.isArray(data.children) ? data.children.flatMap((child) => toList(thing(child))) : [];
  return toList(thing(value));
}

function thing(value: unknown): Thing | null {
  if (!isRecord(value) || !isRecord(value.data)) return null;
  const { kind, data } = value;
  if (kind === 'more') return hasKeys(data, 'children', 'parent_id') ? { kind, data } : null;
  return kind === 't1' || kind === 't3' ? { kind, data: named(data, kind) } : null;
}

function toList<Value>(value: Value | null): readonly Value[] {
  return value === null ? [] : [value];
}

function isEmptyThread(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => isRecord(item) && item.kind === 'Listing')
  );
}
