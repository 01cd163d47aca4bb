import { OpenPath } from './open-path.ts';
import { type Reading, readingsOf, type Scene } from './readings.ts';
import type { Utterance } from './utterance.ts';
import { Voices } from './voices.ts';

/** Who wrote a post, and the index of the post it answers; `null`: not known. */
export interface Standing {
  readonly author: string | null;
  readonly parent: number | null;
}

/**
 * Works out authors and parents from nothing but leading mentions and order. Three habits of Mastodon carry it:
 *
 * - A reply begins with the parent's author, then names those whom the parent named, in that order, without the
 *   person who replies. So a post that begins `@x @y @z` answers a post of x, and either names everybody ("full")
 *   or leaves out exactly one, who then wrote it ("dropped").
 * - The thread is copied depth first. So a parent lies on the path from the latest post up to the first: a post
 *   beside that path is answered no more.
 * - Nobody mentions himself: a post is by nobody whom it mentions first.
 *
 * The rules, each of which concludes only where one reading is left:
 *
 * 1. The first post, where it mentions nobody, is by the one whom the second post alone mentions (it can answer
 *    nothing else); else by the one whom more posts mention than anybody else; else by nobody known.
 * 2. A post answers the one open post that explains its mentions by one of the two patterns. A pattern in the
 *    very order is better than one in another order.
 * 3. Whom an answer names first wrote the post it answers. Whom an answer leaves out wrote the answer.
 * 4. A reading is struck out where its author has answered that post already: people answer a post once. A full
 *    one is struck out also where the post may go on with an open post by the same author and with the same mentions,
 *    which Mastodon writes alike. Where all are struck out, the parent is not known.
 * 5. A continuation answers what it continues, and has its author. The first of a series has no known parent
 *    where the post above it mentions the same people and is by nobody known: the series may begin there.
 *
 * Mentions that no open post explains conclude nothing, nor more than 64 of them, nor any post after the path has
 * grown longer than 128 posts. What breaks the habits unseen (mentions taken out by hand, an unmarked continuation of
 * one's own post by somebody nobody answers) can make a conclusion wrong: it is an inference and must be shown as one.
 * Takes time linear in the number of posts.
 */
export function inferReplies(posts: readonly Utterance[]): readonly Standing[] {
  const voices = new Voices(posts);
  let parents = walk(posts, voices);
  for (let round = 1, known = -1; known !== voices.known && round < MOST_ROUNDS; round += 1) {
    known = voices.known;
    parents = walk(posts, voices);
  }
  return posts.map((_, n) => ({
    author: voices.of(n),
    parent: mayBeginAbove(posts, n, voices) ? null : (parents[n] ?? null),
  }));
}

/** Each round may learn authors that decide something in the next. */
const MOST_ROUNDS = 8;

/** One pass in the copy's order, as far as the path can be followed. Adds to `voices` what it learns. */
function walk(posts: readonly Utterance[], voices: Voices): readonly (number | null)[] {
  const parents: (number | null)[] = [];
  const path = new OpenPath();
  const taken = new Set<string>();
  for (const [n, post] of posts.entries()) {
    if (path.lost) break;
    if (post.continues) {
      parents.push(n - 1);
      path.enter(n, n - 1);
      continue;
    }
    const scene = { posts, voices, open: path.posts };
    const readings = readingsOf(n, scene);
    const left = strike(n, readings, scene, taken);
    parents.push(left.length === 1 ? (left[0]?.parent ?? null) : null);
    learn(n, left, scene);
    take(n, left, voices, taken);
    path.enter(n, left.at(-1)?.parent ?? deepestStruck(n, readings, scene));
  }
  return parents;
}

/** Rule 4. */
function strike(
  n: number,
  readings: readonly Reading[],
  scene: Scene,
  taken: ReadonlySet<string>,
): readonly Reading[] {
  const author = scene.voices.of(n) ?? impliedAuthor(readings);
  const mayGoOn = author !== null && alikeAbove(n, author, scene) !== undefined;
  return readings.filter(({ parent, dropped }) => {
    const writer = dropped ?? author;
    if (writer !== null && taken.has(answerBy(writer, parent))) return false;
    return !(mayGoOn && dropped === null);
  });
}

function impliedAuthor(readings: readonly Reading[]): string | null {
  const dropped = readings[0]?.dropped ?? null;
  return readings.every((reading) => reading.dropped === dropped) ? dropped : null;
}

/** The latest open post by this author with the mentions of the post at `n`, which may go on with it. */
function alikeAbove(n: number, author: string, { posts, voices, open }: Scene): number | undefined {
  return open.findLast((post) => voices.of(post) === author && sameMentions(posts, post, n));
}

function sameMentions(posts: readonly Utterance[], one: number, other: number): boolean {
  const mentions = posts[one]?.mentions ?? [];
  const others = posts[other]?.mentions ?? [];
  return mentions.length === others.length && mentions.every((key, n) => key === others[n]);
}

// A key holds no space.
const answerBy = (person: string, parent: number) => `${person} ${parent}`;

/** Rule 3. */
function learn(n: number, left: readonly Reading[], { posts, voices }: Scene) {
  const named = posts[n]?.mentions[0];
  const [first] = left;
  if (named === undefined || !first) return;
  const author = impliedAuthor(left);
  if (author !== null) voices.learn(n, author);
  const oneVoice = left.every(({ parent }) => voices.series(parent) === voices.series(first.parent));
  if (oneVoice) voices.learn(first.parent, named);
}

/**
 * Remembers who has answered which post. The deepest of several readings counts too: if it was not meant, a
 * shallower one was, and the deepest post is closed.
 */
function take(n: number, left: readonly Reading[], voices: Voices, taken: Set<string>) {
  const last = left.at(-1);
  if (!last) return;
  const author = last.dropped ?? (left.length === 1 ? voices.of(n) : null);
  if (author !== null) taken.add(answerBy(author, last.parent));
}

/** Where every reading was struck out: the deepest post that may still be meant; `null`: any. */
function deepestStruck(n: number, readings: readonly Reading[], scene: Scene): number | null {
  const author = scene.voices.of(n) ?? impliedAuthor(readings);
  const struck = readings.at(-1)?.parent;
  if (struck === undefined) return null;
  return Math.max(struck, (author !== null ? alikeAbove(n, author, scene) : undefined) ?? struck);
}

/** Rule 5, for the first of a series. */
function mayBeginAbove(posts: readonly Utterance[], n: number, voices: Voices): boolean {
  const heads = posts[n + 1]?.continues === true && posts[n]?.continues === false;
  return heads && n > 0 && sameMentions(posts, n - 1, n) && voices.of(n - 1) === null;
}
