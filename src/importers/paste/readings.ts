import type { Utterance } from './utterance.ts';
import type { Voices } from './voices.ts';

/** One way to understand a post: whom it answers, and who then wrote it (`null`: anybody). */
export interface Reading {
  readonly parent: number;
  readonly dropped: string | null;
}

/** What is known when a post is reached. */
export interface Scene {
  readonly posts: readonly Utterance[];
  readonly voices: Voices;
  /** The posts that may still be answered, in their order. */
  readonly open: readonly number[];
}

const MOST_MENTIONS = 64;

/**
 * The readings of the post at `n`: the open posts that explain its mentions (rule 2 of `inferReplies`). Those that
 * explain them in their very order shut out the others. More than 64 mentions have no reading.
 */
export function readingsOf(n: number, { posts, voices, open }: Scene): readonly Reading[] {
  const { mentions } = posts[n] ?? { mentions: [] };
  const [named] = mentions;
  const author = voices.of(n);
  if (named === undefined || mentions.length > MOST_MENTIONS || author === named) return [];
  const readings = open.flatMap((parent) => {
    const answered = posts[parent]?.mentions ?? [];
    if (!maySpeak(named, parent, answered, voices)) return [];
    const explained = explain(mentions, answered);
    return explained && agrees(explained.dropped, author, answered) ? [{ parent, ...explained }] : [];
  });
  const exact = readings.filter((reading) => reading.exact);
  return exact.length > 0 ? exact : readings;
}

/** Nobody mentions himself; the first post's author, where it mentions nobody, is settled beforehand. */
function maySpeak(person: string, post: number, mentions: readonly string[], voices: Voices): boolean {
  const known = voices.of(post);
  if (known !== null) return known === person;
  const opener = post === 0 && mentions.length === 0;
  return !opener && !mentions.includes(person);
}

/** Whoever wrote the answer is left out of it, if he was in the conversation; nobody else is. */
function agrees(dropped: string | null, author: string | null, answered: readonly string[]): boolean {
  if (author === null) return true;
  return dropped === null ? !answered.includes(author) : dropped === author;
}

/**
 * How `mentions` come of their first and those of the post `answered`: all of them, or all but one of the latter.
 */
function explain(
  mentions: readonly string[],
  answered: readonly string[],
): { dropped: string | null; exact: boolean } | null {
  if (Math.abs(answered.length - mentions.length) > 1) return null;
  const [named] = mentions;
  const expected = [...mentions.slice(0, 1), ...answered.filter((key) => key !== named)];
  const missing = expected.length - mentions.length;
  if (missing !== 0 && missing !== 1) return null;
  const given = new Set(mentions);
  const absent = expected.filter((key) => !given.has(key));
  if (given.size !== mentions.length || absent.length !== missing) return null;
  const rest = expected.filter((key) => given.has(key));
  return { dropped: absent[0] ?? null, exact: rest.every((key, n) => key === mentions[n]) };
}
