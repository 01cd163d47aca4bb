import { displayName } from '../../thread/display-name.ts';
import { countWords } from '../../quotes/words.ts';
import { type PostReading, statedAuthor } from '../../quotes/reading.ts';
import type { PersonId } from '../../thread/schema.ts';
import { postAddress } from '../addresses.ts';
import type { LoadedThread } from '../loaded-thread.ts';
import { openWords } from '../search/searchable-text.ts';
import { wishesSilence } from '../search/thread-search.ts';
import { shortened } from '../shortened.ts';
import { personView } from '../speakers.ts';
import type { PersonView } from '../views.ts';
import { personIdentity } from './person-identity.ts';

/** The beginning of a post, with the way to it. */
export interface Opening {
  readonly href: string;
  readonly published?: string;
  readonly lang?: string;
  /** Its first words; empty where it has none. */
  readonly words: string;
  /** The content warning that the words stand behind: they are left out. */
  readonly warning?: string;
}

/** Somebody who takes part in a thread, and what they said there in short. */
export interface ThreadPerson {
  readonly identity: string;
  readonly person: Omit<PersonView, 'voice'>;
  /** Whoever asked machines not to index, quote or keep their words: a page of their own would go against it. */
  readonly silent?: true;
  readonly posts: number;
  readonly words: number;
  /** The first of the posts. */
  readonly openings: readonly Opening[];
}

/** Beyond these a person's posts in a thread are only counted. */
const MOST_OPENINGS = 12;
const LONGEST_OPENING = 140;

/** The people of a thread whose posts are certain to be theirs, in the order of first speaking. */
export function threadPeople(loaded: LoadedThread, base: string): readonly ThreadPerson[] {
  const said = new Map<PersonId, PostReading[]>();
  for (const { post } of loaded.pages.flat()) {
    const reading = loaded.reading.byId.get(post.id);
    if (!reading || post.state || post.author === null || !statedAuthor(reading)) continue;
    const known = said.get(post.author);
    if (known) known.push(reading);
    else said.set(post.author, [reading]);
  }
  return [...said].flatMap(([id, readings]) => {
    const person = loaded.thread.people[id];
    if (!person) return [];
    const { voice: _, ...view } = personView(id, person, 0);
    const inTime = readings.toSorted((one, other) => compare(dateOf(one), dateOf(other)));
    return [
      {
        identity: personIdentity(id, person, loaded.thread),
        person: { ...view, name: displayName(view.name) || view.handle, handle: displayName(view.handle) },
        ...(wishesSilence(person) ? { silent: true as const } : {}),
        posts: readings.length,
        words: readings.reduce((sum, { own }) => sum + countWords(own.text), 0),
        openings: inTime.slice(0, MOST_OPENINGS).map((reading) => openingOf(reading, loaded, base)),
      },
    ];
  });
}

/** Those without a date last. */
function dateOf({ post }: PostReading): string {
  return post.inferred?.includes('published') ? '~' : (post.published ?? '~');
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function openingOf(reading: PostReading, { thread, pageOf }: LoadedThread, base: string): Opening {
  const { id, published, inferred, lang, warning } = reading.post;
  const text = warning === undefined ? openWords(reading).replace(/\s+/g, ' ').trim() : '';
  return {
    href: postAddress(base, thread.id, id, pageOf.get(id)),
    words: shortened(text, LONGEST_OPENING),
    ...(published && !inferred?.includes('published') ? { published } : {}),
    ...(lang ? { lang } : {}),
    ...(warning === undefined ? {} : { warning }),
  };
}
