/** Where a topic is, by its address. */
export interface TopicPlace {
  /** The channel's number; its name in addresses of before 2018. */
  readonly channel: number | string;
  readonly topic: string;
  /** A message of the topic. */
  readonly message?: string;
}

/**
 * `#narrow/channel/4-lamps/topic/low.20water/near/812`, also with `stream`, `subject` or `with`, or without a message
 * (zulip/web/src/internal_url.ts). `null` for other addresses: a whole channel is no thread.
 */
export function topicPlace({ pathname, hash }: URL): TopicPlace | null {
  if (pathname !== '/') return null;
  const [, channel, topic, message] = NARROW.exec(hash) ?? [];
  const [channelName, topicName] = [decoded(channel), decoded(topic)];
  if (!channelName || topicName === null) return null;
  const number = CHANNEL_NUMBER.exec(channelName)?.[1];
  return {
    channel: number === undefined ? channelName.replaceAll('-', ' ') : Number(number),
    topic: topicName,
    ...(message === undefined ? {} : { message }),
  };
}

const NARROW =
  /^#narrow\/(?:channel|stream)\/([^/]{1,400})\/(?:topic|subject)\/([^/]{0,1000})(?:\/(?:near|with)\/(\d{1,18}))?(?:\/|$)/;
/** `4-lamps`, `4` */
const CHANNEL_NUMBER = /^(\d{1,15})(?:-|$)/;

/** `low.20water` → `low water`; `null` where it stands for no text. */
function decoded(part: string | undefined): string | null {
  if (part === undefined) return null;
  try {
    return decodeURIComponent(part.replaceAll('.', '%'));
  } catch {
    return null;
  }
}
