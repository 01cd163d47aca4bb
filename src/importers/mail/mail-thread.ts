import { type KnownOfMissing, mendReplies } from '../../thread/forest.ts';
import { stableId } from '../../thread/ids.ts';
import type { Origin, Person, PersonId, PostId, Thread } from '../../thread/schema.ts';
import type { ImportOptions } from '../importer.ts';
import type { Entry, Location } from './mail-index.ts';
import { type Message, readMessage } from './message.ts';
import type { MailThread, Placed } from './threading.ts';

interface Context {
  readonly entries: readonly Entry[];
  readonly messages: ReadonlyMap<Location, Uint8Array>;
  readonly warn: ImportOptions['warn'];
}

/** Reads the messages of one thread in full: its posts, the people who wrote them, the list they came by. */
export async function readThread(
  thread: MailThread,
  context: Context,
): Promise<Pick<Thread, 'origin' | 'people' | 'posts'>> {
  const read: Message[] = [];
  for (const placed of thread.posts) read.push(await readPlaced(placed, context));
  const { posts, mendings } = mendReplies(
    read.map(({ post }) => post),
    knownGhosts(thread),
  );
  for (const mending of mendings) context.warn(mending);
  return { origin: originOf(read), people: peopleOf(read), posts };
}

const NOTHING = new Uint8Array(0);

async function readPlaced(placed: Placed, { entries, messages, warn }: Context): Promise<Message> {
  const entry = entries[placed.message];
  const bytes = (entry && messages.get(entry.location)) ?? NOTHING;
  const message = await readMessage(bytes, { ...placed, withdrawn: entry?.withdrawn ?? false }, warn);
  for (const copy of entry?.copies ?? []) {
    const other = await readMessage(
      messages.get(copy) ?? NOTHING,
      { ...placed, withdrawn: entry?.withdrawn ?? false },
      () => undefined,
    );
    if (isSameMessage(message, other)) continue;
    warn({
      post: message.post.id,
      file: copy.file.source.path,
      code: 'duplicate-id',
      message: `Two messages that differ have the id of post ${message.post.id}. The first was kept.`,
    });
  }
  return message;
}

/** Copies of a message differ in what a list adds below it, in its headers and in white space. */
function isSameMessage({ post: a }: Message, { post: b }: Message): boolean {
  if (a.published !== b.published || a.author !== b.author) return false;
  if (!('plain' in a.body && 'plain' in b.body)) return true;
  const [short = '', long = ''] = [words(a.body.plain), words(b.body.plain)].sort(
    (x, y) => x.length - y.length,
  );
  return long.includes(short);
}

const words = (text: string) => text.replace(/\s+/g, ' ').trim();

function knownGhosts({ ghosts }: MailThread): ReadonlyMap<PostId, KnownOfMissing> {
  return new Map(
    [...ghosts].map(([id, parent]) => [
      stableId(id),
      { author: null, parent: parent === null ? null : stableId(parent) },
    ]),
  );
}

function originOf(messages: readonly Message[]): Origin {
  const { community, platform = 'mail' } = messages.find((message) => message.community) ?? {};
  const url = messages.find((message) => message.archive)?.archive;
  return { platform, importer: 'mail', ...(community && { community }), ...(url && { url }) };
}

/** Each person by the first name they gave. */
function peopleOf(messages: readonly Message[]): Readonly<Record<PersonId, Person>> {
  const people = new Map<PersonId, Person>();
  for (const { sender } of messages) {
    if (!sender || (people.get(sender.id)?.name ?? '') !== '') continue;
    people.set(sender.id, sender.person);
  }
  return Object.fromEntries(people);
}
