import { displayName } from '../../thread/display-name.ts';
import { statedAuthor } from '../../quotes/reading.ts';
import { countWords } from '../../quotes/words.ts';
import type { LoadedThread } from '../loaded-thread.ts';
import { nameOf } from '../quote-figures.ts';
import { threadVoices } from '../speakers.ts';
import { wishesSilence } from '../search/thread-search.ts';
import { activityOf, type Bin } from './activity.ts';
import { type Answers, answersIn } from './answers.ts';

/** What can be counted of a thread. */
export interface ThreadFigures {
  /** Posts that the thread holds. */
  readonly posts: number;
  /** Those whose authors are known for certain. */
  readonly people: number;
  /** Of them those who wrote more than once. */
  readonly again: number;
  readonly words: number;
  /** Half of the posts that say anything in words have this many or fewer. */
  readonly median: number;
  readonly from?: string;
  readonly to?: string;
  readonly activity: readonly Bin[];
  /** Posts that are not in it, for they have no date or an inferred one. */
  readonly undated: number;
  readonly answers: Answers;
  /** The people of the rows in `answers`, in the same order. */
  readonly speakers: readonly { readonly name: string; readonly voice: number }[];
}

/** The figures of a thread; `null` where there are too few posts to say anything. */
export function threadFigures({ thread, reading, pages }: LoadedThread): ThreadFigures | null {
  const held = reading.posts.filter(({ post }) => post.state !== 'missing');
  if (held.length < LEAST_POSTS) return null;
  const authorOf = (one: (typeof held)[number]) => (statedAuthor(one) ? one.post.author : null);
  const authors = held.flatMap((one) => authorOf(one) ?? []);
  const times = Map.groupBy(authors, (author) => author);
  const lengths = held
    .map(({ own }) => countWords(own.text))
    .filter((length) => length > 0)
    .toSorted((one, other) => one - other);
  const dates = held
    .flatMap(({ post }) => (post.inferred?.includes('published') ? [] : (post.published ?? [])))
    .toSorted();
  const [from, to] = [dates[0], dates.at(-1)];
  const silent = new Set(
    held.flatMap(({ post, author }) => (wishesSilence(author) ? (post.author ?? []) : [])),
  );
  const answers = answersIn(
    held.map((one) => ({
      id: one.post.id,
      author: authorOf(one),
      parent: one.post.parent,
      certain: !one.post.inferred?.includes('parent'),
    })),
    silent,
  );
  const voice = threadVoices(pages.flat());
  return {
    posts: held.length,
    people: times.size,
    again: [...times.values()].filter(({ length }) => length > 1).length,
    words: lengths.reduce((sum, length) => sum + length, 0),
    median: lengths[Math.floor((lengths.length - 1) / 2)] ?? 0,
    ...(from && to ? { from, to } : {}),
    activity: activityOf(dates),
    undated: held.length - dates.length,
    answers,
    speakers: answers.rows.map(({ person: id }) => {
      const person = thread.people[id];
      return { name: displayName(person ? nameOf(person) : id) || id, voice: voice(id) };
    }),
  };
}

const LEAST_POSTS = 2;
