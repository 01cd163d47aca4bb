import type { Utterance } from './utterance.ts';

/** Who speaks in which post, as far as it is known. The posts of a series have one voice. */
export class Voices {
  readonly #first: readonly number[];
  readonly #author = new Map<number, string>();

  /** Starts with the authors that the copy states, and with the first post's (rule 1 of `inferReplies`). */
  constructor(posts: readonly Utterance[]) {
    const first: number[] = [];
    for (const [n, post] of posts.entries()) first.push(post.continues ? (first[n - 1] ?? n) : n);
    this.#first = first;
    for (const [n, post] of posts.entries()) if (post.author !== null) this.learn(n, post.author);
    const opener = firstAuthor(posts);
    if (opener !== null) this.learn(0, opener);
  }

  /** How many voices have a known author. */
  get known(): number {
    return this.#author.size;
  }

  /** The author of a post, or `null`. */
  of(post: number): string | null {
    return this.#author.get(this.series(post)) ?? null;
  }

  /** Names the author of a post and its series. What is known already stays. */
  learn(post: number, author: string): void {
    if (this.of(post) === null) this.#author.set(this.series(post), author);
  }

  /** The first post of the series that a post belongs to. */
  series(post: number): number {
    return this.#first[post] ?? post;
  }
}

function firstAuthor(posts: readonly Utterance[]): string | null {
  const [first, second] = posts;
  if (!first || first.mentions.length > 0) return null;
  if (second?.mentions.length === 1) return second.mentions[0] ?? null;
  const counts = new Map<string, number>();
  for (const { mentions } of posts)
    for (const key of new Set(mentions)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const [most, next] = [...counts].sort(([, a], [, b]) => b - a);
  return most && most[1] > (next?.[1] ?? 0) ? most[0] : null;
}
