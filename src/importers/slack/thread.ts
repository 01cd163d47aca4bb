import type { KnownOfMissing } from '../../thread/forest.ts';
import { stableId } from '../../thread/ids.ts';
import type { Person, PersonId, PostId, Thread } from '../../thread/schema.ts';
import { type Draft, threadFrom } from '../assembly/draft.ts';
import type { ImportOptions, Warning } from '../importer.ts';
import type { Channel } from './channel.ts';
import type { Message } from './message.ts';
import type { Names } from './names.ts';
import { authorOf, memberPerson } from './people.ts';
import { isDeleted, postOf } from './post.ts';
import { postId, type Shared, sortAttachments } from './shares.ts';
import type { Workspace } from './workspace.ts';

/** The messages of a channel as a thread. */
export function threadOf(
  channel: Channel,
  messages: readonly Message[],
  workspace: Workspace,
  options: Pick<ImportOptions, 'warn' | 'consent'>,
): Thread {
  const { members, open } = workspace;
  const names: Names = { people: namesOf(messages, members), channels: open };
  const address = addressOf(channel, messages);
  const shared = sharedOf(channel, messages, workspace, options.consent);
  const people = new Map<PersonId, Person>();
  let closed = 0;
  const posts = messages.map((message) => {
    const author = isDeleted(message) ? null : authorOf(message, members);
    if (author && !people.has(author.id)) people.set(author.id, author.person);
    const sorted = sortAttachments(message, shared);
    closed += sorted.closed;
    return postOf(message, author?.id ?? null, sorted, { names, address });
  });
  const missing = knownOfMissing(messages, workspace, people);
  closedQuotes(closed).forEach(options.warn);
  unknownPeople(people).forEach(options.warn);
  const draft: Draft = {
    title: channel.title,
    origin: {
      platform: 'slack',
      ...(address && { url: address }),
      community: channel.title,
      importer: 'slack',
    },
    people: Object.fromEntries(people),
    posts,
    missing,
  };
  return threadFrom(draft, options);
}

/** As the lists of the export have them, else as messages say. */
function namesOf(messages: readonly Message[], members: Workspace['members']): Names['people'] {
  const names = new Map<string, string>();
  for (const message of messages) {
    const author = message.user_profile && !message.username ? authorOf(message, members) : null;
    if (author) names.set(message.user, author.person.name ?? author.person.handle.slice(1));
  }
  for (const [id, { name, handle }] of members) names.set(id, name || handle);
  return names;
}

function sharedOf(
  { id }: Channel,
  messages: readonly Message[],
  { open }: Workspace,
  consent: string | undefined,
): Shared {
  const ids = (some: readonly Message[]) => new Set(some.map(({ ts }) => postId(ts)));
  return {
    channel: id,
    shown: ids(messages.filter((message) => !isDeleted(message))),
    deleted: ids(messages.filter(isDeleted)),
    isOpen: (other) => consent !== undefined || (other !== '' && (other === id || open.has(other))),
  };
}

/** `https://quay.slack.com/files/U02PETRA/F1/chart.png`: what tells the workspace's address. */
const FILE_PAGE = /^https:\/\/([a-z0-9-]{1,60}(?:\.enterprise)?\.slack\.com)\/files\//;

/** The channel's address, where the pages of its files all name the same workspace. */
function addressOf({ id }: Channel, messages: readonly Message[]): string | undefined {
  if (!/^[A-Z0-9]{6,}$/.test(id)) return undefined;
  const pages = messages.flatMap(({ files, file }) => (files ?? [file]).map((one) => one?.permalink ?? ''));
  const hosts = new Set(pages.flatMap((page) => FILE_PAGE.exec(page)?.[1] ?? []));
  const [host] = hosts;
  return host && hosts.size === 1 ? `https://${host}/archives/${id}` : undefined;
}

/** Who began the threads whose first message the export does not hold, as their answers say. */
function knownOfMissing(
  messages: readonly Message[],
  { members }: Workspace,
  people: Map<PersonId, Person>,
): ReadonlyMap<PostId, KnownOfMissing> {
  const held = new Set(messages.map(({ ts }) => ts));
  const known = new Map<PostId, KnownOfMissing>();
  for (const { thread_ts, parent_user_id } of messages) {
    if (!thread_ts || held.has(thread_ts)) continue;
    const member = members.get(parent_user_id);
    const author = stableId(parent_user_id);
    if (member && !people.has(author)) people.set(author, memberPerson(member));
    if (people.has(author)) known.set(postId(thread_ts), { author, parent: null });
  }
  return known;
}

function closedQuotes(count: number): readonly Warning[] {
  if (count === 0) return [];
  const message = `Shared messages of places that the export does not show to be open: ${count}. Their words were left out.`;
  return [{ code: 'not-public', message }];
}

/** `@U02PETRA` */
const BARE_ID = /^@[UW][A-Z0-9]{6,}$/;

function unknownPeople(people: ReadonlyMap<PersonId, Person>): readonly Warning[] {
  const count = [...people.values()].filter(({ handle, name }) => !name && BARE_ID.test(handle)).length;
  if (count === 0) return [];
  const message = `People of whom the export tells no name: ${count}. Put users.json beside the channel’s folder.`;
  return [{ code: 'names-unknown', message }];
}
