import type { Fidelity } from '../../../src/quotes/quote.ts';
import type { Person, Post, Thread } from '../../../src/thread/schema.ts';
import type { Chance, Sentence } from './chance.ts';
import { FORMULAS, SYLLABLES } from './vocabulary.ts';

/** A post as far as it matters for quoting it. */
export interface Said {
  readonly id: string;
  readonly thread: string;
  readonly parent: Said | null;
  readonly author: string;
  readonly sentences: readonly Sentence[];
  /** All its own words. */
  readonly own: string;
}

/** What is right to say of one quote. */
export interface Expected {
  readonly kind: string;
  readonly thread: string;
  readonly post: string;
  /** The place among the post's quotes that have words, in document order. */
  readonly at: number;
  /** The post and the words in it that it was taken from; `null`: from nowhere. */
  readonly source: { readonly said: Said; readonly words: string } | null;
  readonly right: readonly Fidelity[];
  /** Whether it names somebody who did not say it; absent where it names nobody. */
  readonly misattributed?: boolean;
  /** Through which posts the words came. */
  readonly via?: readonly string[];
}

/** A thread in the making. Names belong to people of the thread. */
export interface Stage {
  readonly thread: string;
  readonly chance: Chance;
  /** A post of one to three sentences of its own, behind the quoted lines where some are given. */
  say(parent: Said | null, how?: { quoted?: string; first?: Sentence; by?: string }): Said;
  /** A post that stands well above where the next scene is played. */
  anywhere(): Said;
  nameOf(said: Said): string;
  /** The name of somebody who said none of these. */
  nameOfAnother(...said: readonly Said[]): string;
  /** A post of the other thread, which is older; `undefined` while the older one is made. */
  elsewhere(): Said | undefined;
}

const PEOPLE = 40;
/** So far back a reply may reach. */
const REACH = 40;

export function openStage(thread: string, chance: Chance, older: readonly Said[]) {
  const { below, one } = chance;
  const posts: Post[] = [];
  const said: Said[] = [];
  const people = peopleOf(chance);
  const ids = Object.keys(people);
  const name = (author: string) => people[author]?.name ?? author;
  const stage: Stage = {
    thread,
    chance,
    say(parent, { quoted, first, by } = {}) {
      const sentences = [
        first ?? chance.sentence(),
        ...Array.from({ length: 1 + below(2) }, () => chance.sentence()),
      ];
      const formula = below(4) === 0 ? [one(FORMULAS)] : [];
      const own = [...sentences.map(textOf), ...formula].map((text) => `${text}.`).join('\n\n');
      const others = ids.filter((id) => id !== parent?.author);
      const post: Said = {
        id: `${thread}${said.length}`,
        thread,
        parent,
        author: by ?? one(others),
        sentences,
        own,
      };
      said.push(post);
      posts.push({
        id: post.id,
        author: post.author,
        parent: parent?.id ?? null,
        published: publishedAt(thread, said.length),
        body: { plain: quoted === undefined ? own : `${quoted}\n\n${own}` },
      });
      return post;
    },
    anywhere: () => said[Math.max(0, said.length - 1 - below(REACH))] ?? stage.say(null),
    nameOf: ({ author }) => name(author),
    nameOfAnother: (...those) => name(one(ids.filter((id) => !those.some(({ author }) => author === id)))),
    elsewhere: () => (older.length === 0 ? undefined : one(older)),
  };
  return { stage, said, close: (): Thread => threadOf(thread, people, posts) };
}

export function textOf({ words, space }: Sentence): string {
  return words.join(space);
}

/** Two names each, of which no word is another person's. */
function peopleOf({ below }: Chance): Readonly<Record<string, Person>> {
  const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  const offset = below(SYLLABLES.length);
  return Object.fromEntries(
    Array.from({ length: PEOPLE }, (_, n) => {
      const [one, other] = [SYLLABLES[n % 25], SYLLABLES[(Math.floor(n / 25) * 7 + offset + 3) % 25]];
      const given = capital(`${one}${other}na`);
      return [`p${n}`, { handle: `${given.toLowerCase()}@quay.example`, name: `${given} ${given}sen` }];
    }),
  );
}

function publishedAt(thread: string, minute: number): string {
  return new Date(Date.UTC(2026, thread === 'older' ? 0 : 5, 1, 0, minute)).toISOString();
}

function threadOf(id: string, people: Readonly<Record<string, Person>>, posts: readonly Post[]): Thread {
  return {
    format: 1,
    id,
    title: id,
    origin: { platform: 'mail', importer: 'mail' },
    people: { ...people },
    posts: [...posts],
  };
}
