import { isRecord } from '../reading/glance.ts';
import { listOf, typeOf } from './json-ld.ts';
import { ACTIVITY_TYPES, ACTOR_TYPES, COLLECTION_TYPES, POST_TYPES, TOMBSTONE } from './kinds.ts';

const NAMESPACE = 'https://www.w3.org/ns/activitystreams';

/** Whether the beginning of a file looks like ActivityStreams 2.0: it says so, or has keys that only it has. */
export function looksLikeActivityStreams(value: unknown): boolean {
  const one: unknown = Array.isArray(value) ? value.find(isRecord) : value;
  if (!isRecord(one)) return false;
  const isPost = typeOf(one, POST_TYPES) || typeOf(one, TOMBSTONE);
  const isActivity = typeOf(one, ACTIVITY_TYPES);
  const isCollection = typeOf(one, COLLECTION_TYPES);
  if (listOf(one['@context']).includes(NAMESPACE))
    return Boolean(isPost || isActivity || isCollection || typeOf(one, ACTOR_TYPES));
  if (isPost) return has(one, 'attributedTo') || (has(one, 'content') && has(one, 'to'));
  if (isActivity) return has(one, 'actor') && has(one, 'object');
  return Boolean(isCollection) && listOf(one.orderedItems ?? one.items).some(looksLikeItem);
}

function looksLikeItem(value: unknown): boolean {
  return isRecord(value) && looksLikeActivityStreams(value);
}

function has(value: Readonly<Record<string, unknown>>, key: string): boolean {
  return Object.hasOwn(value, key);
}

/** The file of an account archive that holds the posts. */
const OUTBOX = 'outbox.json';
/** What a person liked and marked, by address alone and for themselves. */
const PRIVATE_LISTS: ReadonlySet<string> = new Set(['likes.json', 'bookmarks.json']);

/** `ferry.json`, `page.jsonld`, `note.activity` */
const JSON_NAME = /\.(?:json|jsonld|activity)$/i;

/**
 * The files of an export that hold posts. Beside them an account archive has pictures, and lists of what else the person
 * liked and marked, which are theirs. `null` where files lie there that belong to something else.
 */
export function filesWithPosts<Content>(
  files: ReadonlyMap<string, Content>,
): ReadonlyMap<string, Content> | null {
  if (files.size === 1) return files;
  const archive = [...files.keys()].some((path) => nameOf(path) === OUTBOX);
  const json = [...files].filter(([path]) => JSON_NAME.test(path));
  if (!archive && json.length < files.size) return null;
  return new Map(archive ? json.filter(([path]) => !PRIVATE_LISTS.has(nameOf(path))) : json);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
