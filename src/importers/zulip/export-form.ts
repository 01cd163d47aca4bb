import { hasKeys, isRecord } from '../reading/glance.ts';
import { webAddress } from '../reading/web-address.ts';

/** What one file of an export is. */
export type ExportForm =
  /** `GET /messages`, one message, or a topic's file of zulip-archive. */
  | { readonly kind: 'messages'; readonly messages: readonly unknown[] }
  /** `GET /streams`. */
  | { readonly kind: 'channels'; readonly channels: readonly unknown[] }
  /** `realm.json` of a realm's export. */
  | { readonly kind: 'realm'; readonly tables: Readonly<Record<string, unknown>> }
  /** `messages-000001.json` of a realm's export. */
  | { readonly kind: 'realm-messages'; readonly tables: Readonly<Record<string, unknown>> }
  /** `GET /server_settings`, which says whose server it is. */
  | { readonly kind: 'settings'; readonly home: string }
  /** `stream_index.json` of zulip-archive, which says nothing that the messages do not. */
  | { readonly kind: 'index' };

/** The form of a file's content, or of its beginning; `null` for anything else. */
export function exportForm(value: unknown): ExportForm | null {
  if (Array.isArray(value)) return isMessage(value[0]) ? { kind: 'messages', messages: value } : null;
  if (!isRecord(value)) return null;
  const { messages, message, streams, zerver_message: rows } = value;
  if (Object.hasOwn(value, 'zerver_realm') || hasKeys(value, 'zerver_userprofile', 'zerver_stream'))
    return { kind: 'realm', tables: value };
  if (Array.isArray(rows)) return { kind: 'realm-messages', tables: value };
  if (Array.isArray(messages))
    return isMessage(messages[0]) || hasKeys(value, 'found_newest', 'anchor')
      ? { kind: 'messages', messages }
      : null;
  if (isMessage(message)) return { kind: 'messages', messages: [message] };
  if (Object.hasOwn(value, 'zulip_version')) return settings(value);
  if (Array.isArray(streams)) return isChannel(streams[0]) ? { kind: 'channels', channels: streams } : null;
  const first = isRecord(streams) ? Object.values(streams)[0] : undefined;
  return hasKeys(first, 'topic_data') ? { kind: 'index' } : null;
}

/** `realm_url`; `realm_uri` before Zulip 9 (zulip.com/api/get-server-settings). */
function settings({ realm_url, realm_uri }: Readonly<Record<string, unknown>>): ExportForm | null {
  const home = webAddress(...[realm_url, realm_uri].filter((one) => typeof one === 'string'));
  return home === undefined ? null : { kind: 'settings', home: home.endsWith('/') ? home : `${home}/` };
}

function isMessage(value: unknown): boolean {
  return hasKeys(value, 'sender_full_name', 'display_recipient', 'content', 'id');
}

function isChannel(value: unknown): boolean {
  return hasKeys(value, 'stream_id', 'name', 'invite_only');
}
