import type { DigestQuote } from '../../markdown/read-digest.ts';
import type { EvidencePost } from '../../quotes/evidence.ts';
import { statedAuthor } from '../../quotes/reading.ts';
import { countWords } from '../../quotes/words.ts';
import { personIdentity } from '../../site/people/person-identity.ts';
import type { Thread } from '../../thread/schema.ts';

/** How much a person said in the threads of a digest, and how much of it the digest lets be heard. */
export interface Represented {
  readonly name: string;
  readonly handle: string;
  readonly posts: number;
  readonly words: number;
  /** Of all words of the threads, from 0 to 1. */
  readonly share: number;
  readonly quotes: number;
  readonly quotedWords: number;
  /** Of all words that the digest quotes. */
  readonly quotedShare: number;
}

/**
 * Who speaks in the threads, and who is heard in quotes and in posts shown whole; whoever said the most comes first.
 * Posts whose author is not known, or only inferred, are nobody's.
 */
export function representation(
  posts: readonly EvidencePost[],
  quotes: readonly Pick<DigestQuote, 'post' | 'text'>[],
  shown: readonly EvidencePost[],
  threads: ReadonlyMap<string, Pick<Thread, 'id' | 'origin'>>,
): readonly Represented[] {
  const people = new Map<string, Counted>();
  const countedOf = (post: EvidencePost): Counted | undefined => {
    const person = statedAuthor(post.reading);
    const [id, thread] = [post.reading.post.author, threads.get(post.thread)];
    if (!person || id === null || !thread) return undefined;
    const identity = personIdentity(id, person, thread);
    const known = people.get(identity) ?? {
      name: person.name?.trim() || person.handle,
      handle: person.handle,
      posts: 0,
      words: 0,
      quotes: 0,
      quotedWords: 0,
    };
    people.set(identity, known);
    return known;
  };
  for (const post of posts) {
    const said = countedOf(post);
    if (!said) continue;
    said.posts += 1;
    said.words += countWords(post.reading.own.text);
  }
  const heard = [
    ...quotes.flatMap(({ post, text }) => (post ? [{ post, text }] : [])),
    ...shown.map((post) => ({ post, text: post.reading.own.text })),
  ];
  for (const { post, text } of heard) {
    const said = countedOf(post);
    if (!said) continue;
    said.quotes += 1;
    said.quotedWords += countWords(text);
  }
  const all = [...people.values()];
  const sum = (key: 'words' | 'quotedWords') => all.reduce((total, one) => total + one[key], 0);
  const [words, quotedWords] = [sum('words'), sum('quotedWords')];
  return all
    .map(({ name, handle, ...one }) => ({
      name,
      handle,
      posts: one.posts,
      words: one.words,
      share: shareOf(one.words, words),
      quotes: one.quotes,
      quotedWords: one.quotedWords,
      quotedShare: shareOf(one.quotedWords, quotedWords),
    }))
    .toSorted((one, other) => other.words - one.words || (one.handle < other.handle ? -1 : 1));
}

interface Counted {
  readonly name: string;
  readonly handle: string;
  posts: number;
  words: number;
  quotes: number;
  quotedWords: number;
}

/** To a thousandth, so that programs need not read seventeen digits. */
function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000;
}
