/**
 * The longest path that is followed. Real conversations are far less deep; it bounds the work for each post.
 */
const LONGEST_PATH = 128;

/**
 * The posts that may still be answered while a thread is read depth first: at least those on the path from the
 * latest post to the first, as indices that grow.
 */
export class OpenPath {
  readonly #posts: number[] = [];

  get posts(): readonly number[] {
    return this.#posts;
  }

  /** The path has grown too long to be followed: nothing can be concluded from it any more. */
  get lost(): boolean {
    return this.#posts.length > LONGEST_PATH;
  }

  /** Closes what lies deeper than `parent` (`null`: nothing) and opens `post`. */
  enter(post: number, parent: number | null): void {
    while (parent !== null && (this.#posts.at(-1) ?? -1) > parent) this.#posts.pop();
    this.#posts.push(post);
  }
}
