import type { Poll } from '../../thread/schema.ts';
import { isRecord } from '../reading/glance.ts';
import { type MatrixEvent, relationOf, textIn } from './event.ts';

type Content = Readonly<Record<string, unknown>>;

/** The stable names and those of MSC 3381, which most clients send. */
const START = ['m.poll.start', 'org.matrix.msc3381.poll.start'];
const RESPONSE = ['m.poll.response', 'org.matrix.msc3381.poll.response'];
const END = ['m.poll.end', 'org.matrix.msc3381.poll.end'];

/** No client shows more (MSC 3381). */
const MOST_ANSWERS = 20;

/** Whether an event begins a poll. */
export function isPoll({ type }: MatrixEvent): boolean {
  return START.includes(type);
}

/** Whether an event is a vote in a poll, or its end. */
export function isAboutPoll({ type }: MatrixEvent): boolean {
  return RESPONSE.includes(type) || END.includes(type);
}

/** The votes and ends of polls, by the poll they are about; those that were taken back left out. */
export function aboutPolls(
  events: readonly MatrixEvent[],
  redacted: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, readonly MatrixEvent[]> {
  const about = events.filter((event) => isAboutPoll(event) && !redacted.has(event.event_id));
  return Map.groupBy(about, ({ content }) => relationOf(content).target);
}

/**
 * A poll with its votes: of each person the latest that came before the end, cut to as many answers as the poll allows;
 * one that names an answer which is not there counts for none. The end is its author's only. An open poll that keeps
 * its votes to itself has none. `null` where the content is no poll.
 */
export function pollOf(
  { sender }: MatrixEvent,
  content: Content,
  about: readonly MatrixEvent[],
): { readonly question: string; readonly poll: Poll } | null {
  const start = content['m.poll'] ?? content['m.poll.start'] ?? content['org.matrix.msc3381.poll.start'];
  if (!isRecord(start) || !Array.isArray(start.answers)) return null;
  const answers = start.answers.slice(0, MOST_ANSWERS).flatMap((answer) => {
    if (!isRecord(answer)) return [];
    const id = textIn(answer, 'm.id', 'id');
    return id ? { id, title: wordsOf(answer) } : [];
  });
  const most = Number.isInteger(start.max_selections) ? Math.max(1, Number(start.max_selections)) : 1;
  const [end] = about
    .filter((event) => END.includes(event.type) && event.sender === sender)
    .flatMap(({ origin_server_ts }) => origin_server_ts ?? [])
    .toSorted();
  const known = new Set(answers.map(({ id }) => id));
  const votes = votesOf(about, end).map((chosen) => valid(chosen, most, known));
  const shown =
    end !== undefined ||
    (String(start.kind).endsWith('disclosed') && !String(start.kind).endsWith('undisclosed'));
  const count = (id: string) => votes.filter((chosen) => chosen.has(id)).length;
  return {
    question: isRecord(start.question) ? wordsOf(start.question) : '',
    poll: {
      options: answers.map(({ id, title }) => ({ title, votes: shown ? count(id) : null })),
      ...(most > 1 && { multiple: true }),
      ...(end !== undefined && { closes: end, closed: true }),
      ...(shown && { voters: votes.filter(({ size }) => size > 0).length }),
    },
  };
}

function wordsOf(block: Content): string {
  const texts = block['m.text'];
  const plain = Array.isArray(texts)
    ? texts.find((one) => isRecord(one) && (one.mimetype ?? 'text/plain') === 'text/plain')
    : undefined;
  return isRecord(plain) ? textIn(plain, 'body') : textIn(block, 'org.matrix.msc1767.text', 'm.text', 'body');
}

function votesOf(about: readonly MatrixEvent[], end: string | undefined): readonly (readonly unknown[])[] {
  const latest = new Map<string, MatrixEvent>();
  for (const event of about) {
    const at = event.origin_server_ts ?? '';
    if (!RESPONSE.includes(event.type) || (end !== undefined && at > end)) continue;
    if (at >= (latest.get(event.sender)?.origin_server_ts ?? '')) latest.set(event.sender, event);
  }
  return [...latest.values()].map(({ content }) => {
    const unstable = content['org.matrix.msc3381.poll.response'];
    const chosen = content['m.selections'] ?? (isRecord(unstable) ? unstable.answers : undefined);
    return Array.isArray(chosen) ? chosen : [];
  });
}

function valid(chosen: readonly unknown[], most: number, known: ReadonlySet<unknown>): ReadonlySet<unknown> {
  const kept = new Set(chosen.slice(0, most));
  return [...kept].every((id) => known.has(id)) ? kept : new Set();
}
