import { displayName } from '../../thread/display-name.ts';
import type { Place } from '../assembly/readable-places.ts';
import { hasKeys, isRecord } from '../reading/glance.ts';

/** A chat of an export, whose messages have not been looked at. */
export interface Chat extends Place {
  /** `channel1482056085`, as messages name it; empty where the export does not say. */
  readonly id: string;
  /** Empty where the export tells none. */
  readonly name: string;
  /** Whether its messages are all written in the chat's own name. */
  readonly isChannel: boolean;
  readonly file: string;
  readonly messages: readonly unknown[];
}

/** What each kind of chat is; those that everybody may read are open. */
const KINDS: ReadonlyMap<string, string | undefined> = new Map([
  ['public_channel', undefined],
  ['public_supergroup', undefined],
  ['private_channel', 'a private channel'],
  ['private_supergroup', 'a private group'],
  ['private_group', 'a private group'],
  ['personal_chat', 'a conversation of two'],
  ['bot_chat', 'a conversation with a program'],
  ['saved_messages', 'saved messages'],
  ['replies', 'replies'],
  ['verification_codes', 'verification codes'],
]);

/** Whether the beginning of a file is that of an export of one chat, or of an account. */
export function looksLikeExport(json: unknown): boolean {
  return isChat(json) || isAccount(json);
}

/** The chats that the value of a file holds: one, or all those of an account. */
export function chatsIn(value: unknown, file: string): readonly Chat[] {
  if (isChat(value)) return [chatOf(value, file)];
  if (!isRecord(value)) return [];
  return [value.chats, value.left_chats]
    .flatMap((part): readonly unknown[] => (isRecord(part) && Array.isArray(part.list) ? part.list : []))
    .flatMap((chat) => (isChat(chat) ? [chatOf(chat, file)] : []));
}

function isChat(value: unknown): value is Readonly<Record<string, unknown>> {
  return hasKeys(value, 'type', 'id', 'messages') && KINDS.has(String(value.type));
}

/** `{ "about": "Here is the data you requested. … Telegram …", "personal_information": … }` */
function isAccount(value: unknown): boolean {
  if (!hasKeys(value, 'about') || typeof value.about !== 'string') return false;
  const parts = ['chats', 'left_chats', 'personal_information', 'contacts', 'profile_pictures', 'sessions'];
  return value.about.includes('Telegram') && parts.some((part) => Object.hasOwn(value, part));
}

function chatOf(value: Readonly<Record<string, unknown>>, file: string): Chat {
  const type = String(value.type);
  const closed = KINDS.get(type);
  const name = typeof value.name === 'string' ? displayName(value.name) : '';
  const id = typeof value.id === 'number' || typeof value.id === 'string' ? `channel${value.id}` : '';
  return {
    id,
    name,
    title: name || 'Chat',
    ...(closed && { closed }),
    isChannel: type.endsWith('_channel'),
    file,
    messages: Array.isArray(value.messages) ? value.messages : [],
  };
}
