import { z } from 'zod';
import { mustHaveConsent } from '../assembly/consent.ts';
import type { ImportOptions } from '../importer.ts';
import { id } from '../reading/fields.ts';
import { isRecord } from '../reading/glance.ts';
import { type Channel, channelSchema, type ZulipMessage } from './message-schema.ts';

/** The channels that an export describes, by id. */
export function channelsOf(values: readonly unknown[]): ReadonlyMap<string, Channel> {
  const read = values.filter(isRecord).flatMap(({ stream_id, name, invite_only, is_web_public }) => {
    const channel = channelSchema.safeParse({ id: stream_id, name, invite_only, is_web_public });
    // What cannot be read is not open.
    const known = z.safeParse(id, stream_id).data;
    return channel.data ?? (known ? { id: known, name: '', invite_only: true, is_web_public: false } : []);
  });
  return new Map(read.map((channel) => [channel.id, channel]));
}

/**
 * The messages of channels that every member can read, of private ones with consent only. Says where an export does not
 * tell, and where only members can read. Throws `QuotidianError` where all that there is is closed.
 */
export function openMessages(
  messages: readonly ZulipMessage[],
  channels: ReadonlyMap<string, Channel>,
  { warn, consent }: Pick<ImportOptions, 'warn' | 'consent'>,
): readonly ZulipMessage[] {
  const kinds = Map.groupBy(messages, ({ stream_id }) => kindOf(channels.get(stream_id ?? '')));
  const closed = kinds.get('private') ?? [];
  if (kinds.has('unknown'))
    warn({
      code: 'publicity-unknown',
      message:
        'The export does not say who may read its channels. Look whether they open without logging in.',
    });
  if (kinds.has('members'))
    warn({
      code: 'members-only',
      message: `Channels that the members of the organisation can read, and nobody else: ${listed(kinds.get('members') ?? [])}.`,
    });
  if (consent !== undefined || closed.length === 0) return messages;
  if (closed.length === messages.length) mustHaveConsent(`The channel ${listed(closed)}`, {}, undefined);
  warn({
    code: 'no-consent',
    message: `Private channels were left out: ${listed(closed)}. If those who wrote there agreed, say how: --i-have-consent "…".`,
  });
  const left = new Set(closed);
  return messages.filter((message) => !left.has(message));
}

function kindOf(channel: Channel | undefined): 'unknown' | 'private' | 'web' | 'members' {
  if (!channel) return 'unknown';
  if (channel.invite_only) return 'private';
  return channel.is_web_public ? 'web' : 'members';
}

const MOST_NAMED = 8;

function listed(messages: readonly ZulipMessage[]): string {
  const names = [...new Set(messages.map(({ display_recipient }) => `#${String(display_recipient)}`))];
  return `${names.slice(0, MOST_NAMED).join(', ')}${names.length > MOST_NAMED ? ', …' : ''}`;
}
