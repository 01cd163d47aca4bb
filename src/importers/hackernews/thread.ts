import { displayName } from '../../thread/display-name.ts';
import { stableId } from '../../thread/ids.ts';
import type { Card, Person, PersonId, Poll, Post, Thread } from '../../thread/schema.ts';
import { threadFrom } from '../assembly/draft.ts';
import { textForTitle, titleFromText } from '../assembly/title.ts';
import type { ImportOptions, Warning } from '../importer.ts';
import { unescapedText } from '../reading/escaped-text.ts';
import { webAddress } from '../reading/web-address.ts';
import type { Discussion } from './discussions.ts';
import type { Item } from './item.ts';

const SITE = 'https://news.ycombinator.com/';

/** The thread that the items of one discussion make. */
export function threadOf(discussion: Discussion, options: Pick<ImportOptions, 'warn' | 'consent'>): Thread {
  const { root, items } = discussion;
  const story = root?.id ?? items.find((item) => item.story)?.story?.id;
  warnOfMissing(items, options.warn);
  return threadFrom(
    {
      title: titleOf(discussion),
      origin: {
        platform: 'hackernews',
        ...(story && { url: permalink(story) }),
        importer: 'hackernews',
      },
      people: peopleOf(items),
      posts: items.map((item) => postOf(item, discussion, options.warn)),
    },
    options,
  );
}

/** A story has a title; a comment that was saved without it has words. */
function titleOf({ root, items, title }: Discussion): string {
  const given = displayName(unescapedText(root?.title || title));
  if (given) return given;
  const first = root ?? items[0];
  return titleFromText(textForTitle(first?.html ?? '')) || 'Thread on Hacker News';
}

function peopleOf(items: readonly Item[]): Readonly<Record<PersonId, Person>> {
  const people = new Map<PersonId, Person>();
  for (const { author } of items)
    if (author && !people.has(stableId(author)))
      people.set(stableId(author), {
        handle: displayName(author),
        url: `${SITE}user?id=${encodeURIComponent(author.toWellFormed())}`,
      });
  return Object.fromEntries(people);
}

function postOf(item: Item, { options }: Discussion, warn: (warning: Warning) => void): Post {
  const { id, author, parent, published, html, state } = item;
  const card = state ? undefined : cardOf(item);
  const poll = state ? undefined : pollOf(item, options, warn);
  return {
    id: stableId(id),
    author: author ? stableId(author) : null,
    parent: parent === null ? null : stableId(parent),
    ...(state && { state }),
    ...(published && { published }),
    url: permalink(id),
    body: state || !html ? { plain: '' } : { html },
    ...(card && { cards: [card] }),
    ...(poll && { poll }),
    ...(item.points !== null && item.points > 0 && { reactions: [{ name: 'point', count: item.points }] }),
  };
}

function permalink(id: string): string {
  return `${SITE}item?id=${encodeURIComponent(id.toWellFormed())}`;
}

/** What a story is about. Its title is the title of the page, as far as the person who submitted it kept it. */
function cardOf({ url, title }: Item): Card | undefined {
  const address = webAddress(url);
  if (!address) return undefined;
  const { host } = new URL(address);
  return { url: address, title: displayName(unescapedText(title)) || host, site: host };
}

function pollOf(
  { id, type, parts }: Item,
  options: Discussion['options'],
  warn: (warning: Warning) => void,
): Poll | undefined {
  if (type !== 'poll') return undefined;
  const held = options.get(id) ?? [];
  const ids = new Set(held.map((option) => option.id));
  const missing = parts.filter((part) => !ids.has(part)).length;
  if (missing > 0 || held.length === 0)
    warn({
      post: stableId(id),
      code: 'missing-options',
      message: `The export does not hold ${missing > 0 ? `${missing} of the options` : 'the options'} of the poll.`,
    });
  const shown = inOrder(held, parts).filter(({ state }) => !state);
  if (shown.length === 0) return undefined;
  return {
    options: shown.map(({ html, title, points }) => ({
      title: displayName(textForTitle(html || title)),
      votes: points !== null && points >= 0 ? points : null,
    })),
  };
}

function inOrder(options: readonly Item[], parts: Item['parts']): readonly Item[] {
  const ranks = new Map(parts.map((part, rank) => [part, rank]));
  const rankOf = ({ id }: Item) => ranks.get(id) ?? parts.length;
  return options.toSorted((a, b) => rankOf(a) - rankOf(b));
}

const MOST_NAMED = 5;

function warnOfMissing(items: readonly Item[], warn: (warning: Warning) => void): void {
  const held = new Set(items.map(({ id }) => id));
  for (const { id, kids } of items) {
    const missing = kids.filter((kid) => !held.has(kid));
    if (missing.length === 0) continue;
    const named = `${missing.slice(0, MOST_NAMED).join(', ')}${missing.length > MOST_NAMED ? ', …' : ''}`;
    warn({
      post: stableId(id),
      code: 'missing-replies',
      message: `Replies that the export does not hold: ${missing.length} (${named}).`,
    });
  }
}
