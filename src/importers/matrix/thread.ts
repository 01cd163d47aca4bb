import { stableId } from '../../thread/ids.ts';
import type { Post, Thread } from '../../thread/schema.ts';
import { threadFrom } from '../assembly/draft.ts';
import { leftOut } from '../assembly/left-out.ts';
import type { ImportOptions } from '../importer.ts';
import { isRecord } from '../reading/glance.ts';
import { webAddress } from '../reading/web-address.ts';
import { type MatrixEvent, relationOf } from './event.ts';
import { type History, historyOf } from './history.ts';
import { messageOf } from './message.ts';
import { namesByEvent, peopleOf, personIdOf } from './people.ts';
import { aboutPolls, isAboutPoll, isPoll, pollOf } from './poll.ts';
import { reactionsByEvent } from './reactions.ts';
import type { Room } from './room.ts';

/** What was said in a room, as a thread; `null` where nothing was. */
export function threadOf(
  room: Room,
  { warn, consent }: Pick<ImportOptions, 'warn' | 'consent'>,
): Thread | null {
  const { events, file } = room;
  const setting = settingOf(room);
  const said = events.filter((event) => isSaid(event) && !setting.history.edited.has(event.event_id));
  const { unread = [], shown = [] } = Object.groupBy(said, (event) =>
    isUndecrypted(event) && !setting.history.redacted.has(event.event_id) ? 'unread' : 'shown',
  );
  if (unread.length > 0)
    warn({
      file,
      code: 'undecryptable',
      message: `Messages that could not be decrypted were left out: ${unread.length}.`,
    });
  for (const warning of leftOut(events.filter(isNotice).map(({ type }) => type))) warn({ ...warning, file });
  if (shown.length === 0) return null;
  const url = room.alias ? webAddress(`https://matrix.to/#/${encoded(room.alias)}`) : undefined;
  return threadFrom(
    {
      title: room.name,
      origin: { platform: 'matrix', ...(url && { url }), community: room.name, importer: 'matrix' },
      people: peopleOf(shown, setting.names),
      posts: shown.map((event) => postOf(event, setting)),
    },
    { warn, ...(consent === undefined ? {} : { consent }) },
  );
}

interface Setting {
  readonly room: Room;
  readonly history: History;
  readonly names: ReadonlyMap<string, string>;
  readonly reactions: ReturnType<typeof reactionsByEvent>;
  readonly polls: ReturnType<typeof aboutPolls>;
}

function settingOf(room: Room): Setting {
  const history = historyOf(room.events);
  return {
    room,
    history,
    names: namesByEvent(room.events),
    reactions: reactionsByEvent(room.events, history.redacted),
    polls: aboutPolls(room.events, history.redacted),
  };
}

const SAID = new Set(['m.room.message', 'm.sticker', 'm.room.encrypted']);

function isSaid(event: MatrixEvent): boolean {
  return typeof event.state_key !== 'string' && (SAID.has(event.type) || isPoll(event));
}

function isUndecrypted({ type, content }: MatrixEvent): boolean {
  return type === 'm.room.encrypted' || content.msgtype === 'm.bad.encrypted';
}

const HEARD = new Set(['m.reaction', 'm.room.redaction']);

function isNotice(event: MatrixEvent): boolean {
  return !isSaid(event) && !HEARD.has(event.type) && !isAboutPoll(event);
}

function postOf(event: MatrixEvent, setting: Setting): Post {
  const { history, room } = setting;
  const { event_id, sender, origin_server_ts } = event;
  const url = addressOf(event, room);
  const parent = parentOf(event, history);
  const state = history.redacted.get(event_id);
  const place = {
    id: stableId(event_id),
    author: personIdOf(sender),
    parent: parent === '' ? null : stableId(parent),
    ...(state && { state }),
    ...(origin_server_ts && { published: origin_server_ts }),
  };
  if (state) return { ...place, body: { plain: '' } };
  const reactions = setting.reactions.get(event_id) ?? [];
  const edit = history.edits.get(event_id);
  return {
    ...place,
    ...(edit?.origin_server_ts && { edited: edit.origin_server_ts }),
    ...(url && { url }),
    ...wordsOf(event, edit, setting),
    ...(reactions.length > 0 && { reactions }),
  };
}

function wordsOf(
  event: MatrixEvent,
  edit: MatrixEvent | undefined,
  { history, names, polls }: Setting,
): Pick<Post, 'body' | 'attachments' | 'poll'> {
  const { event_id, type } = event;
  const given = edit?.content['m.new_content'];
  const content = isRecord(given) ? given : event.content;
  const asked = isPoll(event) ? pollOf(event, content, polls.get(event_id) ?? []) : null;
  if (asked) return { body: { plain: asked.question }, poll: asked.poll };
  const name = names.get(event_id) ?? event.sender;
  const setting = { type, name, withoutFallback: isStale(event, history) };
  const { body, attachment } = messageOf(content, setting);
  return { body, ...(attachment && { attachments: [attachment] }) };
}

/**
 * Whether the repeated words of another post that clients set before an answer must go: that post was taken back or
 * edited, or is not meant.
 */
function isStale({ content }: MatrixEvent, { redacted, edits, edited }: History): boolean {
  const { inReplyTo, fallingBack } = relationOf(content);
  const answered = edited.get(inReplyTo) ?? inReplyTo;
  return fallingBack || redacted.has(answered) || edits.has(answered);
}

/**
 * In a thread (`m.thread`) a reply to its latest message that is there for clients which know no threads
 * (`is_falling_back`) is not meant: then the thread's first is the parent. An answer to an edit answers what it edits.
 */
function parentOf({ content }: MatrixEvent, { edited }: History): string {
  const { type, target, inReplyTo, fallingBack } = relationOf(content);
  const threaded = THREAD.has(type);
  const parent = threaded && (fallingBack || inReplyTo === '') ? target : inReplyTo;
  return edited.get(parent) ?? parent;
}
const THREAD = new Set(['m.thread', 'io.element.thread']);

/** `https://matrix.to/#/!tides%3Aquay.example/%24reply?via=quay.example` */
function addressOf({ event_id, sender }: MatrixEvent, { id }: Room): string | undefined {
  if (!id.startsWith('!')) return undefined;
  const server = (id.includes(':') ? id : sender).split(':').slice(1).join(':');
  const via = server ? `?via=${encoded(server)}` : '';
  return webAddress(`https://matrix.to/#/${encoded(id)}/${encoded(event_id)}${via}`);
}

function encoded(id: string): string {
  return encodeURIComponent(id.toWellFormed());
}
