import type { Person, PersonId, PostId, ThreadId } from '../thread/schema.ts';
import type { Normal } from './normal.ts';
import type { Fidelity } from './quote.ts';

/** A thread as far as it matters to other threads' quotes: who said what when. */
export interface Heard {
  readonly thread: ThreadId;
  readonly posts: readonly HeardPost[];
}

export interface HeardPost {
  readonly id: PostId;
  readonly authorId: PersonId | null;
  /** For its name; `null` where the author is not known or only inferred. */
  readonly author: Person | null;
  readonly published?: string;
  /** The post's own words. */
  readonly normal: Normal;
  /** Who quotes them in the same thread. */
  readonly quotedBy?: readonly HeardQuote[];
}

/** A quote of a post in its own thread; offsets are into the quoted post's own text. */
export interface HeardQuote {
  readonly start: number;
  readonly end: number;
  readonly post: PostId;
  /** Who quotes, as stated. */
  readonly author: Person | null;
  readonly fidelity: Fidelity;
}
