import { safeAddress } from '../../thread/address.ts';
import { saidLinks } from './said-links.ts';
import type { ZulipMessage } from './message-schema.ts';

/**
 * The organisation's address with a slash at its end, which no export says: from the links by which messages quote
 * messages of this export. `undefined` where there are none, or not all say the same.
 */
export function homeOf(messages: readonly ZulipMessage[]): string | undefined {
  const held = new Set(messages.map(({ id }) => id));
  const found = messages.flatMap(({ content }) =>
    saidLinks(content).flatMap(({ post, home }) => (held.has(post) ? (safeAddress(home) ?? []) : [])),
  );
  const [home, ...others] = new Set(found);
  return others.length === 0 && home?.endsWith('/') ? home : undefined;
}

interface TopicPlace {
  readonly home: string;
  readonly channelId: string;
  readonly channel: string;
  readonly topic: string;
}

/** `https://quay.example/#narrow/channel/4-lamps/topic/buoys` (web/src/hash_util.ts). */
export function topicAddress({ home, channelId, channel, topic }: TopicPlace): string | undefined {
  const name = hashed(`${channelId}-${channel.replaceAll(' ', '-')}`);
  return safeAddress(`${home}#narrow/channel/${name}/topic/${hashed(topic)}`);
}

/** `low water` → `low.20water`; half a character cannot be written and goes. */
function hashed(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replaceAll('.', '%2E')
    .replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'))
    .replaceAll('%', '.');
}
