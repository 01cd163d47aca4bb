import { displayName } from '../../thread/display-name.ts';
import type { Thread } from '../../thread/schema.ts';
import { mustHaveConsent } from '../assembly/consent.ts';
import { threadFrom } from '../assembly/draft.ts';
import { titleFromText } from '../assembly/title.ts';
import type { ImportOptions } from '../importer.ts';
import { webAddress } from '../reading/web-address.ts';
import { peopleOf } from './people.ts';
import { permalinkOf, postOf, stateOf, type ThreadEntry } from './post.ts';
import { communityOf, isOpen } from './subreddit.ts';

/** Entries by the post that they belong to, as full name: `t3_abc123`. */
export function groupedByPost(entries: readonly ThreadEntry[]): ReadonlyMap<string, readonly ThreadEntry[]> {
  const groups = new Map<string, ThreadEntry[]>();
  for (const entry of entries) {
    const key = entry.kind === 't3' ? entry.entry.name : entry.entry.link_id;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

/** The thread below one post. Throws `QuotidianError` where it is in a closed place and nobody has said why it may be shown. */
export function threadOf(
  key: string,
  entries: readonly ThreadEntry[],
  options: Pick<ImportOptions, 'warn' | 'consent'>,
): Thread {
  const [first] = entries;
  const closed = entries.find(({ entry }) => !isOpen(entry));
  const community = displayName(communityOf(first?.entry));
  if (closed) mustHaveConsent(community ? `The community ${community}` : 'The community', options, undefined);
  const shown = entries.filter((entry) => !stateOf(entry));
  const people = peopleOf(shown.map(({ entry }) => entry));
  const post = entries.find(({ kind }) => kind === 't3');
  const url = post
    ? permalinkOf(post)
    : webAddress(`https://www.reddit.com/comments/${key.slice('t3_'.length)}/`);
  return threadFrom(
    {
      title: titleOf(entries) || `Thread in ${community || 'Reddit'}`,
      origin: {
        platform: 'reddit',
        ...(url && { url }),
        ...(community && { community }),
        importer: 'reddit',
      },
      people: people.people,
      posts: entries.map((entry) => postOf(entry, people)),
    },
    options,
  );
}

/** Of a post that was taken away the title goes too. Comments that were saved without their post may name it. */
function titleOf(entries: readonly ThreadEntry[]): string {
  const post = entries.find(({ kind }) => kind === 't3');
  if (post?.kind === 't3') return stateOf(post) ? '' : displayName(post.text(post.entry.title));
  for (const { kind, entry, text } of entries)
    if (kind === 't1' && entry.link_title) return displayName(text(entry.link_title));
  const first = entries.find((entry) => !stateOf(entry));
  return first?.kind === 't1' ? titleFromText(first.text(first.entry.body)) : '';
}
