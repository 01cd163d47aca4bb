import { displayName } from '../../thread/display-name.ts';
import type { Thread } from '../../thread/schema.ts';
import { threadFrom } from '../assembly/draft.ts';
import type { ImportOptions } from '../importer.ts';
import { homeOf, topicAddress } from './addresses.ts';
import type { ZulipMessage } from './message-schema.ts';
import { nameOf, peopleOf, personId } from './people.ts';
import { postOf } from './post.ts';

type Options = Pick<ImportOptions, 'warn' | 'consent'>;

/** Each topic of the messages as a thread, in the order of their first messages. `told`: the organisation's address. */
export function* threadsOf(
  messages: readonly ZulipMessage[],
  told: string | undefined,
  options: Options,
): Generator<Thread> {
  const home = told ?? homeOf(messages);
  if (!home)
    options.warn({
      code: 'no-address',
      message: 'The export does not say which organisation it is from: posts come without links to them.',
    });
  for (const topic of Map.groupBy(messages, topicOf).values()) yield threadOf(topic, home, options);
}

/** `✔ buoys`: how Zulip marks a topic as resolved; it can be again what it was. */
const RESOLVED = /^✔ ?/;

/** Topics are the same whatever their case (zerver/lib/topic.py). */
function topicOf({ stream_id, display_recipient, subject }: ZulipMessage): string {
  return `${stream_id ?? String(display_recipient)}\n${subject.replace(RESOLVED, '').toLowerCase()}`;
}

/** What Zulip calls the topic without a name. */
const NO_TOPIC = 'general chat';

function threadOf(messages: readonly ZulipMessage[], home: string | undefined, options: Options): Thread {
  const last = messages.at(-1);
  const channel = displayName(String(last?.display_recipient ?? ''));
  const topic = displayName((last?.subject ?? '').replace(RESOLVED, '')) || NO_TOPIC;
  const channelId = last?.stream_id;
  const address =
    home && channelId ? topicAddress({ home, channelId, channel, topic: last.subject }) : undefined;
  const people = peopleOf(messages, home);
  const earlier = new Set<string>();
  const posts = messages.map((message) => {
    const author = personId(message);
    const post = postOf(message, { author, name: nameOf(message), earlier, home, address });
    earlier.add(message.id);
    return post;
  });
  const shown = new Set(posts.map((post) => post.author));
  return threadFrom(
    {
      title: `${channel} › ${topic}`,
      origin: {
        platform: 'zulip',
        ...(address && { url: address }),
        community: `#${channel}`,
        importer: 'zulip',
      },
      people: Object.fromEntries([...people].filter(([id]) => shown.has(id))),
      posts,
    },
    options,
  );
}
