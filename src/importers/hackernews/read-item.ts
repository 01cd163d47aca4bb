import { type ReadEntry, readEntry } from '../reading/entry.ts';
import { isRecord } from '../reading/glance.ts';
import type { Form } from './export-form.ts';
import { algoliaItem, firebaseItem, idsWithin, type Item, searchHit } from './item.ts';

const NEEDED = new Set<PropertyKey>(['id', 'objectID', 'text', 'comment_text', 'deleted', 'dead']);

/**
 * An item of an export. `parent` is the item that holds it, where it stands within another. The words of what was
 * deleted or removed are not in it.
 */
export function readItem(value: unknown, form: Form, parent: string | null): ReadEntry<Item> {
  const { entry, faults } = READERS[form](value, parent);
  return { entry: entry && withoutWithdrawnWords(entry), faults };
}

const READERS = { firebase: fromFirebase, tree: fromTree, search: fromSearch } as const;

function fromFirebase(value: unknown, parent: string | null): ReadEntry<Item> {
  const { entry, faults } = readEntry(firebaseItem, value, NEEDED);
  if (!entry) return { entry, faults };
  const { id, type, by: author, time, text: html, title, url, score } = entry;
  const state = entry.deleted ? 'deleted' : entry.dead ? 'removed' : undefined;
  return {
    faults,
    entry: {
      ...{ id, type, author, html, title, url },
      ...(time && { published: time }),
      points: score ?? null,
      parent: entry.parent ?? (type === 'pollopt' ? null : parent),
      poll: entry.poll ?? (type === 'pollopt' ? (parent ?? entry.parent) : null),
      parts: idsWithin(entry.parts),
      kids: idsWithin(entry.kids),
      ...(state && { state }),
    },
  };
}

function fromTree(value: unknown, parent: string | null): ReadEntry<Item> {
  const { entry, faults } = readEntry(algoliaItem, value, NEEDED);
  if (!entry) return { entry, faults };
  const { id, type, author, text: html, title, url, points, story_id } = entry;
  const published = entry.created_at ?? entry.created_at_i;
  const above = entry.parent_id ?? parent;
  return {
    faults,
    entry: {
      ...{ id, type, author, html, title, url },
      ...(published && { published }),
      points: points ?? null,
      parent: type === 'pollopt' ? null : above,
      ...(story_id && { story: { id: story_id, title: '' } }),
      poll: type === 'pollopt' ? above : null,
      parts: idsWithin(entry.options),
      kids: idsWithin(entry.children),
      ...(isEmptied(entry) && { state: 'deleted' as const }),
    },
  };
}

/** Algolia keeps the place of an item that is gone, whoever took it away, and nothing of it. */
function isEmptied({ author, text, title }: { author: string; text: string; title: string }): boolean {
  return author === '' && text === '' && title === '';
}

function fromSearch(value: unknown): ReadEntry<Item> {
  const { entry, faults } = readEntry(searchHit, value, NEEDED);
  if (!entry) return { entry, faults };
  const { objectID: id, author, title, url, points, parent_id, story_id, story_title, _tags } = entry;
  const published = entry.created_at ?? entry.created_at_i;
  const type = ['comment', 'poll', 'pollopt', 'job', 'story'].find((tag) => _tags?.includes(tag)) ?? '';
  const comment = type === 'comment';
  return {
    faults,
    entry: {
      ...{ id, type, author },
      html: comment ? entry.comment_text : entry.story_text,
      ...{ title: comment ? '' : title, url: comment ? '' : url },
      ...(published && { published }),
      points: points ?? null,
      parent: type === 'pollopt' ? null : parent_id,
      ...(comment && story_id && { story: { id: story_id, title: story_title } }),
      poll: type === 'pollopt' ? parent_id : null,
      ...{
        parts: [],
        kids: isRecord(value) && Array.isArray(value.children) ? idsWithin(value.children) : [],
      },
    },
  };
}

/** What stands in the place of the words of an item that moderators or readers took away. */
const TAKEN_AWAY = /^\s*\[(?:dead|flagged)\]\s*$/;

function withoutWithdrawnWords(item: Item): Item {
  const state = item.state ?? (TAKEN_AWAY.test(item.html) ? 'removed' : undefined);
  return state ? { ...item, state, author: '', html: '', title: '', url: '', points: null } : item;
}
