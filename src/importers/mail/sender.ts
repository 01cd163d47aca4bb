import { addressParser } from 'postal-mime';
import { hashedId } from '../../thread/ids.ts';
import { maskMailAddresses } from '../../thread/mail-address.ts';
import type { Person, PersonId } from '../../thread/schema.ts';
import { field, type Headers } from './headers.ts';

export interface Sender {
  readonly id: PersonId;
  readonly person: Person;
}

/**
 * Who wrote a message, without the address: the id is a hash of it, so that one address is one person. Two
 * addresses are two people, even under one name: that they are one is not certain. An address that writes for
 * many (a list that puts its own in From, a tracker) is one person per name. `null` where From says nothing.
 */
export function readSender(headers: Headers): Sender | null {
  const from = mailbox(field(headers, 'from'));
  if (!from) return null;
  const { address, name, shared } = unmunged(from, headers);
  const shown = cleanName(name);
  const handle = shown || localPart(address);
  if (!handle) return null;
  const id = hashedId(shared ? `${address}\n${shown}` : address || shown);
  return { id, person: shown ? { handle: shown, name: shown } : { handle } };
}

interface Mailbox {
  /** In lower case; empty where there is only a name. */
  readonly address: string;
  readonly name: string;
}

/** `ada at quay.example (Ada Lovelace)`, as pipermail writes it. */
const WRITTEN_OUT = /^\s*([\p{L}\p{N}_.+-]{1,64}) at ([\p{L}\p{N}.-]{1,200})(?:\s*\((.*)\))?\s*$/u;

function mailbox(value: string | undefined): Mailbox | null {
  if (!value) return null;
  const [, local, host, name] = WRITTEN_OUT.exec(value) ?? [];
  if (local && host) return { address: `${local}@${host}`.toLowerCase(), name: name ?? '' };
  const first = addressParser(value, { flatten: true }).find(({ address, name }) => address || name);
  return first?.address === undefined ? null : { address: first.address.toLowerCase(), name: first.name };
}

/** `Ada Lovelace via quay-dev`, `'Ada Lovelace' via Quay` */
const VIA = /^(.{1,200}) via .{1,200}$/;
/** `notifications@…`, `jira@…`: one address for everybody who writes by it. */
const RELAY =
  /^(?:no-?reply|do-?not-?reply|notifications?|jira|bugzilla(?:-daemon)?|git|gitlab|gerrit|buildbot|patchwork)(?:[+-][^@]*)?@/;

function unmunged(from: Mailbox, headers: Headers): Mailbox & { readonly shared: boolean } {
  const original = mailbox(field(headers, 'x-original-from'));
  if (original?.address) return { ...original, shared: false };
  const name = VIA.exec(from.name)?.[1];
  if (name === undefined) return { ...from, shared: RELAY.test(from.address) };
  const [only, ...others] = addressParser(field(headers, 'reply-to') ?? '', { flatten: true });
  const certain = only?.address && others.length === 0 && cleanName(only.name) === cleanName(name);
  return certain
    ? { address: only.address.toLowerCase(), name, shared: false }
    : { address: from.address, name, shared: true };
}

const LONGEST_NAME = 200;

function cleanName(name: string): string {
  const plain = name
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(['"])(.*)\1$/, '$2')
    .slice(0, LONGEST_NAME);
  const masked = maskMailAddresses(plain).replace('‹address›', '').trim();
  return /[\p{L}\p{N}]/u.test(masked) && !WRITTEN_OUT.test(masked) ? masked : '';
}

/** `ada.lovelace+lists` of an address; the host says where somebody works and is left out. */
function localPart(address: string): string {
  return address
    .slice(0, Math.max(0, address.lastIndexOf('@')))
    .replace(/^"|"$/g, '')
    .slice(0, LONGEST_NAME);
}
