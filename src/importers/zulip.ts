import { QuotidianError } from '../thread/error.ts';
import { delivery } from './assembly/draft.ts';
import type { ExportFiles, Importer, ImportOptions } from './importer.ts';
import { glance } from './reading/glance.ts';
import { readJsonFiles } from './reading/json-files.ts';
import { channelsOf, openMessages } from './zulip/channels.ts';
import { exportForm } from './zulip/export-form.ts';
import { type FileMessages, messagesOf } from './zulip/messages.ts';
import { realmOf } from './zulip/realm.ts';
import { threadsOf } from './zulip/topics.ts';

/**
 * Messages of Zulip from its API, a folder of zulip-archive, or a realm's export. Each topic is a thread. Messages between
 * people never come, private channels by consent only.
 */
export const zulip: Importer = {
  name: 'zulip',
  label: 'Zulip',
  formats:
    'JSON of the Zulip API (GET /messages, with GET /streams and GET /server_settings beside it), a folder of zulip-archive, an unpacked export of an organisation',
  keeps:
    'topics, quotes and what they answer by the link above them, Markdown or HTML, dates of edits, reactions, polls with votes, spoilers, places of deleted messages',
  drops:
    'messages between people, private channels without consent, mail addresses, who reacted or voted, earlier versions, files, who is in which channel',
  signs: ['sender_full_name', 'display_recipient', 'stream_id', 'zerver_message', 'zerver_realm'],

  async detect(files) {
    const jsons = jsonFiles(files);
    if (jsons.size === 0) return false;
    const forms = await Promise.all(
      [...jsons.values()].map(async (blob) => exportForm((await glance(blob)).json)),
    );
    if (forms.some((form) => form?.kind === 'realm')) return true;
    return (
      forms.every((form) => form !== null) &&
      (jsons.size === files.size || forms.some((form) => form?.kind === 'realm-messages'))
    );
  },

  async *parse(files, options) {
    const deliver = delivery(options);
    const { found, channels, home } = await readForms(files, options);
    const messages = openMessages(messagesOf(found, options.warn), channelsOf(channels), options);
    if (messages.length === 0) {
      options.warn({ code: 'empty-export', message: 'The export holds no message that may be shown.' });
      return;
    }
    for (const read of threadsOf(messages, home, options)) {
      const thread = deliver(read);
      if (thread) yield thread;
    }
  },
};

/** A realm's export holds pictures and uploads too. */
function jsonFiles(files: ExportFiles): ExportFiles {
  return new Map([...files].filter(([name]) => name.endsWith('.json')));
}

async function readForms(files: ExportFiles, options: ImportOptions) {
  const found: FileMessages[] = [];
  const channels: unknown[] = [];
  const tables: Readonly<Record<string, unknown>>[] = [];
  const others: string[] = [];
  let home: string | undefined;
  for await (const { file, value } of readJsonFiles(jsonFiles(files), options)) {
    const form = exportForm(value);
    if (!form) others.push(file);
    else if (form.kind === 'messages') found.push({ file, messages: form.messages });
    else if (form.kind === 'channels') channels.push(...form.channels);
    else if (form.kind === 'settings') home ??= form.home;
    else if (form.kind !== 'index') tables.push(form.tables);
  }
  const [other] = others;
  if (tables.length === 0 && other !== undefined)
    throw new QuotidianError('This is JSON, but no messages of Zulip.', {
      code: 'not-zulip',
      place: { file: other },
      hint: 'Save what GET /api/v1/messages answers for the topic.',
    });
  if (tables.length > 0) {
    if (!tables.some((one) => Object.hasOwn(one, 'zerver_recipient')))
      throw new QuotidianError('The messages come without realm.json, which says who wrote them and where.', {
        code: 'no-realm',
        hint: 'Import the whole unpacked folder of the export.',
      });
    const realm = realmOf(tables);
    found.push({ file: 'realm.json', messages: realm.messages });
    channels.push(...realm.channels);
  }
  return { found, channels, home };
}
