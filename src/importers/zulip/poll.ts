import type { Poll } from '../../thread/schema.ts';
import { isRecord } from '../reading/glance.ts';
import type { ZulipMessage } from './message-schema.ts';

/** What a message asks, and the answers so far. */
export interface Asked {
  readonly question: string;
  readonly poll: Poll;
}

/**
 * The poll that a message's submessages tell of, in the order they came (web/src/poll_data.ts): what was asked, then
 * each option and vote that somebody added or took back. `null` where it is none.
 */
export function pollOf({ submessages, sender_id: author }: ZulipMessage): Asked | null {
  const [first, ...events] = (submessages ?? []).map(({ sender_id, content }) => ({
    sender: sender_id ?? '',
    said: objectIn(content),
  }));
  const data = first?.said.widget_type === 'poll' ? first.said.extra_data : undefined;
  if (!isRecord(data)) return null;
  let question = textOf(data.question);
  const options = new Map<string, { title: string; voters: Set<string> }>();
  for (const [index, title] of (Array.isArray(data.options) ? data.options : []).entries())
    options.set(`canned,${index}`, { title: textOf(title), voters: new Set() });
  for (const { sender, said } of events) {
    const key = `${sender},${String(said.idx)}`;
    if (said.type === 'question' && sender === (author ?? '')) question = textOf(said.question);
    if (said.type === 'new_option' && !options.has(key))
      options.set(key, { title: textOf(said.option), voters: new Set() });
    const voters = said.type === 'vote' ? options.get(textOf(said.key))?.voters : undefined;
    if (said.vote === 1) voters?.add(sender);
    else voters?.delete(sender);
  }
  const all = new Set([...options.values()].flatMap(({ voters }) => [...voters]));
  const counted = [...options.values()].map(({ title, voters }) => ({ title, votes: voters.size }));
  return { question, poll: { options: counted, multiple: true, voters: all.size } };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function objectIn(content: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(content);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
