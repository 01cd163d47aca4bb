import { QuotidianError } from '../thread/error.ts';
import type { Thread } from '../thread/schema.ts';
import { delivery } from './assembly/draft.ts';
import { leftOut } from './assembly/left-out.ts';
import { readablePlaces } from './assembly/readable-places.ts';
import type { ExportFiles, Importer, ImportOptions, Warning } from './importer.ts';
import { glance, hasKeys, isRecord } from './reading/glance.ts';
import { readJson } from './reading/json-file.ts';
import type { Channel } from './slack/channel.ts';
import { type Found, foundIn, messagesOf } from './slack/messages.ts';
import { LISTS } from './slack/listings.ts';
import { threadOf } from './slack/thread.ts';
import { baseOf, isDay, isDump, type Workspace, workspaceOf } from './slack/workspace.ts';

/**
 * Exports of a Slack workspace, and those that slackdump makes. Each channel is a thread. One channel is held in memory at
 * a time, and only those that are wanted are read. Closed conversations need the consent of those who wrote there.
 */
export const slack: Importer = {
  name: 'slack',
  label: 'Slack',
  formats: 'an unpacked export of a workspace, the folder of one channel, JSON files of slackdump’s dump',
  keeps:
    'threads, rich text, names in mentions, edits’ dates, deleted messages’ places, names and descriptions of files, link previews, shared messages, counts of reactions',
  drops:
    'private channels and direct messages (unless there is consent), joins and other notices, what is in files, avatars, who reacted',
  signs: [
    'channels.json',
    'users.json',
    'thread_ts',
    'user_profile',
    'blocks',
    'client_msg_id',
    'channel_id',
  ],

  async detect(files) {
    for (const [path, blob] of files) {
      if (!path.endsWith('.json')) continue;
      const { json } = await glance(blob);
      if ((isDay(path) || files.size === 1) && looksLikeDay(json)) return true;
      if (isOwnList(path, files, json)) return true;
      if (isDump(json) && looksLikeDay(json.messages)) return true;
    }
    return false;
  },

  async *parse(files, options) {
    const workspace = await workspaceOf(files);
    const channels = wanted(workspace, files, options);
    if (options.consent === undefined) options.warn(PUBLICITY_UNKNOWN);
    const deliver = delivery(options);
    const notices: string[] = [];
    let bytes = 0;
    for (const channel of channels) {
      const thread = await readChannel(channel, workspace, notices, options);
      for (const blob of channel.files.values()) bytes += blob.size;
      options.progress?.(bytes);
      const delivered = thread && deliver(thread);
      if (delivered) yield delivered;
    }
    leftOut(notices).forEach(options.warn);
  },
};

const PUBLICITY_UNKNOWN: Warning = {
  code: 'publicity-unknown',
  message:
    'A channel of Slack is open to the members of its workspace at most, and the export does not say who may become one. Publish it only with the consent of those who wrote there; --i-have-consent keeps in the thread how they gave it.',
};

/** A day’s messages, or the beginning of them. */
function looksLikeDay(json: unknown): boolean {
  const first: unknown = Array.isArray(json) ? json.find(isRecord) : null;
  if (!hasKeys(first, 'ts') || typeof first.ts !== 'string') return false;
  return STAMP.test(first.ts) && (first.type === 'message' || Object.hasOwn(first, 'user'));
}

/** `1772525520.000100` */
const STAMP = /^\d{1,12}\.\d{1,9}$/;

/** A list of conversations; other chats write lists of other keys. */
function isOwnList(path: string, files: ExportFiles, json: unknown): boolean {
  const base = baseOf(files);
  if (!path.startsWith(base) || !LISTS.has(path.slice(base.length))) return false;
  const first: unknown = Array.isArray(json) ? json.find(isRecord) : null;
  return hasKeys(first, 'id', 'created') && /^[CGD][A-Z0-9]{6,}$/.test(String(first.id));
}

/** The channels to be read. Throws `QuotidianError` where there are none, or none but closed ones without consent. */
function wanted({ channels }: Workspace, files: ExportFiles, options: ImportOptions): readonly Channel[] {
  if (channels.length === 0) throw nothingIn(files);
  return readablePlaces(channels, options);
}

async function readChannel(
  channel: Channel,
  workspace: Workspace,
  notices: string[],
  options: ImportOptions,
): Promise<Thread | null> {
  const found: Found[] = [];
  for (const [file, blob] of channel.files) {
    const value = await readJson(blob, file);
    for (const one of foundIn(isDump(value) ? value.messages : value, file)) found.push(one);
  }
  const messages = messagesOf(found, options.warn);
  for (const notice of messages.notices) notices.push(notice);
  if (found.length > 0 && messages.unread === found.length)
    throw new QuotidianError(`No message of ${channel.title} could be read.`, {
      code: 'unreadable-export',
      place: { file: channel.file },
      hint: 'The warnings above say why. Export it again, as JSON.',
    });
  if (messages.kept.length === 0) {
    options.warn({ code: 'empty-channel', message: `${channel.title} holds no message.` });
    return null;
  }
  return threadOf(channel, messages.kept, workspace, options);
}

function nothingIn(files: ExportFiles): QuotidianError {
  return new QuotidianError('There are no messages of Slack in these files.', {
    code: 'no-messages',
    place: { file: [...files.keys()].join(', ').slice(0, 200) },
    hint: 'An export holds channels.json, users.json and a folder for each channel with a file for each day. Name the folder that holds them.',
  });
}
