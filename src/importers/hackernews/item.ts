import { z } from 'zod';
import { count, flag, id, instant, maybeId, seconds, text } from '../reading/fields.ts';
import { isRecord } from '../reading/glance.ts';

/*
 * Items as the two APIs of Hacker News write them, as far as a thread needs them: Firebase
 * (github.com/HackerNews/API) and Algolia (hn.algolia.com/api, github.com/algolia/hn-search).
 */

/** Points may be below zero, and are not counts then. */
const points = z.int().nullish();

/** Ids, or the items themselves where somebody has put them in their place. */
const within = z.array(z.unknown()).nullish();

export const firebaseItem = z.object({
  id,
  type: text,
  by: text,
  time: seconds,
  text,
  title: text,
  url: text,
  score: points,
  parent: maybeId,
  poll: maybeId,
  parts: within,
  kids: within,
  deleted: flag,
  dead: flag,
  descendants: count,
});

export const algoliaItem = z.object({
  id,
  type: text,
  author: text,
  created_at: instant,
  created_at_i: seconds,
  text,
  title: text,
  url: text,
  points,
  parent_id: maybeId,
  story_id: maybeId,
  children: within,
  options: within,
});

export const searchHit = z.object({
  objectID: id,
  author: text,
  created_at: instant,
  created_at_i: seconds,
  title: text,
  url: text,
  points,
  story_text: text,
  comment_text: text,
  story_id: maybeId,
  story_title: text,
  parent_id: maybeId,
  _tags: z.array(z.string()).nullish(),
});

/** An item of either API. */
export interface Item {
  readonly id: string;
  /** `story`, `comment`, `job`, `poll`, `pollopt`; `''` where it is not said. */
  readonly type: string;
  /** `''`: not known. */
  readonly author: string;
  readonly published?: string;
  readonly html: string;
  /** HTML. */
  readonly title: string;
  readonly url: string;
  readonly points: number | null;
  readonly parent: string | null;
  /** The story it belongs to, where that is said. */
  readonly story?: { readonly id: string; readonly title: string };
  /** Of an option: its poll. */
  readonly poll: string | null;
  /** Of a poll: the ids of its options, in order. */
  readonly parts: readonly string[];
  /** The ids of those that answer it, as far as they are said. */
  readonly kids: readonly string[];
  readonly state?: 'deleted' | 'removed';
}

/** Ids among what `kids`, `parts`, `children` and `options` hold. */
export function idsWithin(values: readonly unknown[] | null | undefined): readonly string[] {
  return (values ?? []).flatMap((value) => {
    const given = isRecord(value) ? value.id : value;
    return typeof given === 'number' || typeof given === 'string' ? [String(given)] : [];
  });
}
