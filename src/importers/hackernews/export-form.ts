import { type Glance, hasKeys, isRecord } from '../reading/glance.ts';

/** Firebase's items; Algolia's tree of an item; what Algolia's search found. */
export type Form = 'firebase' | 'tree' | 'search';

/** What one file holds: the outermost of its items, not yet read. */
export interface ExportForm {
  readonly form: Form;
  readonly items: readonly unknown[];
}

/** The items of a saved answer of either API, alone or in a list. `null` for anything else. */
export function exportForm(value: unknown): ExportForm | null {
  if (isRecord(value) && Array.isArray(value.hits))
    return value.hits.some(looksLikeHit) ? { form: 'search', items: value.hits } : null;
  const items = Array.isArray(value) ? value : [value];
  if (items.some(looksLikeFirebase)) return { form: 'firebase', items };
  if (items.some(isTree)) return { form: 'tree', items };
  return null;
}

/** Whether the beginning of a file looks like one of these forms. */
export function looksLikeExport({ json, text }: Glance): boolean {
  return exportForm(json) !== null || isFirebaseLines(text);
}

/** Whether a text is NDJSON of Firebase's items. For an item that does not exist the API answers `null`. */
export function isFirebaseLines(text: string): boolean {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== 'null');
  const [first] = lines;
  return first !== undefined && lines.length > 1 && looksLikeFirebase(objectIn(first));
}

function objectIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const TYPES: ReadonlySet<unknown> = new Set(['story', 'comment', 'job', 'poll', 'pollopt']);
/** What Firebase's items have beside `id`, `type` and `time`; none has all of it. */
const FIREBASE_KEYS = ['by', 'deleted', 'dead', 'kids', 'parent'];

function looksLikeFirebase(value: unknown): boolean {
  return (
    hasKeys(value, 'id', 'type', 'time') &&
    TYPES.has(value.type) &&
    typeof value.time === 'number' &&
    FIREBASE_KEYS.some((key) => Object.hasOwn(value, key))
  );
}

const HIT_KEYS = ['objectID', '_tags', 'created_at_i', 'author'];

function looksLikeHit(value: unknown): boolean {
  return hasKeys(value, ...HIT_KEYS);
}

const TREE_KEYS = ['created_at_i', 'parent_id', 'points', 'story_id', 'children'];
/** Of a tree that may be cut anywhere, and whose first keys may be its children. */
const LOOKED_AT_MOST = 500;

/** An item with those below it, of which one at least is whole. */
function isTree(value: unknown): boolean {
  if (!isRecord(value) || !Array.isArray(value.children)) return false;
  const waiting: unknown[] = [value];
  for (let looked = 0; looked < LOOKED_AT_MOST && waiting.length > 0; looked += 1) {
    const item = waiting.shift();
    if (hasKeys(item, ...TREE_KEYS)) return true;
    if (isRecord(item) && Array.isArray(item.children))
      waiting.push(...item.children.slice(0, LOOKED_AT_MOST));
  }
  return false;
}
