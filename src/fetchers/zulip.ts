import { isRecord } from '../importers/reading/glance.ts';
import { jsonFile, jsonOf } from './answers.ts';
import { missingThread, strangeAnswer } from './faults.ts';
import type { Answer, Ask, Fetcher } from './fetcher.ts';
import { pageName } from './page-name.ts';
import { type TopicPlace, topicPlace } from './zulip/topic-place.ts';

/** How many messages Zulip likes to be asked for at once; more than 5000 it refuses (zulip.com/api/get-messages). */
const PAGE = 1000;

/**
 * Zulip: a topic in a channel that is public on the web, as those read it who are not signed in. They must ask for
 * `streams:web-public`, and get nothing else (zerver/views/message_fetch.py).
 */
export const zulipFetcher: Fetcher = {
  importer: 'zulip',
  label: 'Zulip',
  example: 'https://quay.example/#narrow/channel/4-lamps/topic/low.20water',

  claims: (address) => topicPlace(address) !== null,

  async fetch(address, ask) {
    const { origin, href } = address;
    const said = topicPlace(address);
    if (!said) throw missingThread(href, 'has no such topic');
    const place = await presentPlace(origin, said, ask);
    const pages =
      (await pagesOf(origin, place, ask)) ??
      (await pagesOf(origin, { ...place, topic: otherName(place.topic) }, ask));
    if (!pages) throw missingThread(href, NOTHING_PUBLIC);
    const settings = await ask(`${origin}/api/v1/server_settings`, { orNothing: true });
    return new Map<string, Blob>([
      ...pages.map(({ content }, index) => [pageName('messages', index + 1), content] as const),
      ['streams.json', jsonFile({ streams: await channelsIn(pages) })],
      ...(settings ? [['server_settings.json', settings.content] as const] : []),
    ]);
  },
};

const NOTHING_PUBLIC =
  'shows no message of this topic to those who are not signed in: the channel is not public on the web, or the topic has another name';

/** A message tells which topic it is in, which may have been renamed since the address was copied. */
async function presentPlace(origin: string, place: TopicPlace, ask: Ask): Promise<TopicPlace> {
  if (place.message === undefined) return place;
  const url = `${origin}/json/messages/${place.message}?apply_markdown=false`;
  const answer = await ask(url, { orNothing: true });
  const value = answer && (await jsonOf(answer));
  const message = isRecord(value) ? value.message : undefined;
  if (!isRecord(message) || typeof message.subject !== 'string') return place;
  const channel = typeof message.stream_id === 'number' ? message.stream_id : place.channel;
  return { ...place, channel, topic: message.subject };
}

/** How Zulip marks a topic as resolved. */
const RESOLVED = '✔ ';

function otherName(topic: string): string {
  return topic.startsWith(RESOLVED) ? topic.slice(RESOLVED.length) : RESOLVED + topic;
}

/** The answers that hold the topic, oldest first; `null` where there is not one message. */
async function pagesOf(
  origin: string,
  { channel, topic }: TopicPlace,
  ask: Ask,
): Promise<readonly Answer[] | null> {
  const pages: Answer[] = [];
  // Servers of before 2024 know channels as streams alone; those of today take both.
  const narrow = [
    { negated: false, operator: 'streams', operand: 'web-public' },
    { negated: false, operator: 'stream', operand: channel },
    { negated: false, operator: 'topic', operand: topic },
  ];
  for (let anchor = 'oldest'; ;) {
    const question = new URLSearchParams({
      anchor,
      include_anchor: 'false',
      num_before: '0',
      num_after: String(PAGE),
      apply_markdown: 'false',
      narrow: JSON.stringify(narrow),
    });
    const answer = await ask(`${origin}/json/messages?${question}`);
    const value = await jsonOf(answer);
    if (!isRecord(value) || !Array.isArray(value.messages))
      throw strangeAnswer(answer.url, 'is no list of messages of Zulip');
    const last: unknown = value.messages.at(-1);
    const next = isRecord(last) ? String(last.id) : anchor;
    if (next !== anchor) pages.push(answer);
    if (next === anchor || value.found_newest === true) return pages.length > 0 ? pages : null;
    anchor = next;
  }
}

/** The channels of the messages: the server gave them as such that are public on the web. */
async function channelsIn(pages: readonly Answer[]): Promise<readonly object[]> {
  const names = new Map<unknown, unknown>();
  for (const page of pages) {
    const value = await jsonOf(page);
    const messages = isRecord(value) && Array.isArray(value.messages) ? value.messages : [];
    for (const message of messages)
      if (isRecord(message)) names.set(message.stream_id, message.display_recipient);
  }
  return [...names].map(([stream_id, name]) => ({
    stream_id,
    name,
    invite_only: false,
    is_web_public: true,
  }));
}
