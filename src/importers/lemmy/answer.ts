import { hasKeys, isRecord } from '../reading/glance.ts';

/** A view of a post or a comment, not yet read, and where it stands: `comments[3]`. */
export interface Found {
  readonly kind: 'post' | 'comment';
  readonly file: string;
  readonly place: string;
  readonly value: unknown;
}

/** What one file holds. */
export interface Answer {
  readonly file: string;
  readonly found: readonly Found[];
}

/**
 * What an answer of the API holds: `{ post_view, … }`, `{ comments }` and `{ comment_view }`, a page of version 1.0
 * (`{ items, next_page }`), a bare list of views, one view, and several of these in one object. `null` for anything else.
 */
export function answerOf(file: string, value: unknown): Answer | null {
  if (Array.isArray(value)) {
    const all = value.map((item, index) => viewOf(file, `[${index}]`, item));
    return all.some(Boolean) ? { file, found: known(all) } : null;
  }
  if (!isRecord(value)) return null;
  const single = viewOf(file, 'the view', value);
  if (single) return { file, found: [single] };
  const named = ['post_view', 'comment_view'].map((key) => viewOf(file, key, value[key]));
  const lists = ['comments', 'posts', 'items'].flatMap((key) => listed(file, key, value[key]));
  const empty = EMPTY_LISTS.some((key) => Array.isArray(value[key]) && value[key].length === 0);
  const found = known([...named, ...lists]);
  return found.length > 0 || (empty && Object.keys(value).length <= MOST_KEYS_OF_LIST)
    ? { file, found }
    : null;
}

/** `{ comments: [] }`, `{ items: [], next_page: null }`: nothing else is a list without entries. */
const EMPTY_LISTS = ['comments', 'items'];
const MOST_KEYS_OF_LIST = 3;

function listed(file: string, key: string, list: unknown): readonly (Found | null)[] {
  return Array.isArray(list) ? list.map((item, index) => viewOf(file, `${key}[${index}]`, item)) : [];
}

function known(all: readonly (Found | null)[]): readonly Found[] {
  return all.filter((one) => one !== null);
}

/** By keys that only Lemmy’s views have together; every entry of a list may be broken but the first. */
function viewOf(file: string, place: string, value: unknown): Found | null {
  if (!isRecord(value)) return null;
  if (hasKeys(value.comment, 'ap_id', 'path')) return { kind: 'comment', file, place, value };
  if (hasKeys(value.post, 'ap_id', 'name')) return { kind: 'post', file, place, value };
  return null;
}
