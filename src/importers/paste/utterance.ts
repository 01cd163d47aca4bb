/** What is known of a post before its place in the thread is. */
export interface Utterance {
  /** The leading mentions as keys that are equal for one person. */
  readonly mentions: readonly string[];
  /** Who wrote it, where the copy says so. */
  readonly author: string | null;
  /** Whether it goes on with the post right above it, by the same person. */
  readonly continues: boolean;
}
