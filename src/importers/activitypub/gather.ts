import { isRecord } from '../reading/glance.ts';
import { idOf, listOf, typeOf } from './json-ld.ts';
import {
  ACTIVITY_TYPES,
  ACTOR_TYPES,
  CARRYING_TYPES,
  COLLECTION_TYPES,
  POST_TYPES,
  TOMBSTONE,
} from './kinds.ts';

type Json = Readonly<Record<string, unknown>>;

/** A post of an export, not yet read, or what is left of one (`Tombstone`). */
export interface Found {
  readonly file: string;
  /** Where in the file: `orderedItems[3].object`; `''` for the file itself. */
  readonly place: string;
  readonly object: Json;
  /** The activity that carries it: it may say for whom the post is, and by whom. */
  readonly activity?: Json;
}

/** A `Delete`: which post is gone, and who says so. */
export interface Deletion {
  readonly post: string;
  readonly by: string | undefined;
}

/** What an export holds. */
export interface Gathered {
  /** In the export's order: a post before the answers that it carries with it. */
  readonly posts: readonly Found[];
  readonly deletions: readonly Deletion[];
  readonly actors: readonly Json[];
  /** How many boosts (`Announce`) there were. */
  readonly boosts: number;
  /** How many posts stand in a collection by their address alone. */
  readonly named: number;
  /** How many other activities there were. */
  readonly others: number;
}

interface Waiting {
  readonly value: unknown;
  readonly place: string;
  readonly activity?: Json;
}

/** Characters. Beyond them a place says no more than its beginning. */
const LONGEST_PLACE = 120;

/**
 * What a file of an export holds: a post, an activity, a collection or a page of one, lists of all these, and within
 * a post the `replies` that stand there as a whole. Takes any depth of nesting.
 */
export function gather(file: string, value: unknown): Gathered {
  const gathered = {
    posts: [] as Found[],
    deletions: [] as Deletion[],
    actors: [] as Json[],
    boosts: 0,
    named: 0,
    others: 0,
  };
  const waiting: Waiting[] = [{ value, place: '' }];
  const wait = (more: readonly Waiting[]) => {
    for (const item of more.toReversed()) waiting.push(item);
  };
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { place, activity } = next;
    const inner = within(next);
    if (inner) wait(inner);
    else if (typeof next.value === 'string') gathered.named += 1;
    else if (isRecord(next.value) && isPost(next.value)) {
      gathered.posts.push({ file, place, object: next.value, ...(activity && { activity }) });
      wait(answersIn(next.value, place));
      gathered.actors.push(...actorsIn(next.value));
    } else if (isRecord(next.value)) {
      const { type } = next.value;
      const gone = type === 'Delete' ? idOf(next.value.object) : undefined;
      if (gone !== undefined) gathered.deletions.push({ post: gone, by: idOf(next.value.actor) });
      else if (typeOf(next.value, ACTOR_TYPES)) gathered.actors.push(next.value);
      else if (type === 'Announce') gathered.boosts += 1;
      else gathered.others += 1;
    }
  }
  return gathered;
}

/** Whether a value is a post or what is left of one. */
export function isPost(value: Json): boolean {
  return typeOf(value, POST_TYPES) !== undefined || typeOf(value, TOMBSTONE) !== undefined;
}

/** What a list, a collection or an activity holds; `undefined` for what is none of these. */
function within({ value, place }: Waiting): readonly Waiting[] | undefined {
  if (Array.isArray(value))
    return value.map((item, index) => ({ value: item, place: at(place, `[${index}]`) }));
  if (!isRecord(value)) return undefined;
  if (typeOf(value, COLLECTION_TYPES)) return itemsOf(value, place);
  const { object } = value;
  if (typeOf(value, CARRYING_TYPES) && typeof object !== 'string')
    return listOf(object).map((item) => ({ value: item, place: at(place, '.object'), activity: value }));
  // Groups pass on what they were sent: an activity, and not a post of somebody's, which would be a boost.
  if (value.type === 'Announce' && typeOf(object, ACTIVITY_TYPES))
    return [{ value: object, place: at(place, '.object') }];
  return undefined;
}

/** The items of a collection, and of its first page where that stands in it. */
function itemsOf(collection: Json, place: string): readonly Waiting[] {
  const own = ['orderedItems', 'items'].flatMap((key) =>
    listOfAll(collection[key]).map((value, index) => ({ value, place: at(place, `.${key}[${index}]`) })),
  );
  const { first } = collection;
  return isRecord(first) ? [...own, { value: first, place: at(place, '.first') }] : own;
}

/** All items of a collection, which may be longer than any other list. */
function listOfAll(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : listOf(value);
}

/** Whole posts that stand below a post. Those that are only named there are told of in no way: all of them are. */
function answersIn({ replies, inReplyTo }: Json, place: string): readonly Waiting[] {
  const collection =
    isRecord(replies) && typeOf(replies, COLLECTION_TYPES) ? itemsOf(replies, at(place, '.replies')) : [];
  const below = collection.filter(({ value }) => typeof value !== 'string').map(withoutNames);
  const above = listOf(inReplyTo)
    .filter((parent) => isRecord(parent) && typeOf(parent, POST_TYPES) && typeof parent.content === 'string')
    .map((value) => ({ value, place: at(place, '.inReplyTo') }));
  return [...below, ...above];
}

/** A first page with the posts that it only names left out. */
function withoutNames(waiting: Waiting): Waiting {
  const { value, place } = waiting;
  if (!isRecord(value) || !typeOf(value, COLLECTION_TYPES)) return waiting;
  const items = ['orderedItems', 'items'].flatMap((key) => listOfAll(value[key]));
  return { value: items.filter((item) => typeof item !== 'string'), place };
}

function actorsIn({ attributedTo, actor }: Json): readonly Json[] {
  return [...listOf(attributedTo), ...listOf(actor)].filter(isRecord);
}

function at(place: string, step: string): string {
  return place.length > LONGEST_PLACE ? place : `${place}${step}`.replace(/^\./, '');
}
