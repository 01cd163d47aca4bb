/*
 * The types of ActivityStreams 2.0 that an export is made of (https://www.w3.org/TR/activitystreams-vocabulary/).
 */

/** What is read as a post. Those marked are posts first; the others are works that are discussed as a post is. */
export const POST_TYPES: ReadonlyMap<PostType, 'words' | 'work'> = new Map([
  ['Note', 'words'],
  ['Question', 'words'],
  ['Article', 'work'],
  ['Page', 'work'],
  ['Image', 'work'],
  ['Audio', 'work'],
  ['Video', 'work'],
  ['Event', 'work'],
]);

export type PostType = 'Note' | 'Question' | 'Article' | 'Page' | 'Image' | 'Audio' | 'Video' | 'Event';

export const TOMBSTONE: ReadonlySet<'Tombstone'> = new Set(['Tombstone']);

export const COLLECTION_TYPES: ReadonlySet<string> = new Set([
  'Collection',
  'CollectionPage',
  'OrderedCollection',
  'OrderedCollectionPage',
]);

/** Activities that carry a post with them. */
export const CARRYING_TYPES: ReadonlySet<string> = new Set(['Create', 'Update', 'Add']);

/** All activities that servers send, to know one by. */
export const ACTIVITY_TYPES: ReadonlySet<string> = new Set([
  ...CARRYING_TYPES,
  'Accept',
  'Announce',
  'Block',
  'Delete',
  'Dislike',
  'EmojiReact',
  'Flag',
  'Follow',
  'Ignore',
  'Invite',
  'Join',
  'Leave',
  'Like',
  'Move',
  'Offer',
  'Reject',
  'Remove',
  'Undo',
  'View',
]);

export const ACTOR_TYPES: ReadonlySet<string> = new Set([
  'Application',
  'Group',
  'Organization',
  'Person',
  'Service',
]);
