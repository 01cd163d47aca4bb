import type { PersonId, PostId, ThreadId } from '../thread/schema.ts';
import type { Stretch } from './stretches.ts';

/** How a quote relates to its source. */
export type Fidelity = 'verbatim' | 'abridged' | 'altered' | 'unsourced' | 'external';

/** A stretch of a post's own text. Offsets are UTF-16 code units into that text, `end` exclusive. */
export interface Passage {
  readonly thread: ThreadId;
  readonly post: PostId;
  readonly start: number;
  readonly end: number;
}

export interface Source extends Passage {
  /** Posts through which the words came here, nearest first, where the quote was taken from another's quote. */
  readonly via?: readonly PostId[];
}

/** One step of the way from the source's words to the quote's. Joined, `same` and `added` give the quote. */
export interface Edit {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export interface Judgement {
  readonly fidelity: Fidelity;
  readonly source: Source | null;
  /** For `altered`: the word diff. */
  readonly edits?: readonly Edit[];
  /** The person whom the quote names, where that is not the source's author. */
  readonly misattributed?: string;
}

/** A quote in a post. */
export interface Quote extends Judgement {
  readonly post: PostId;
  /**
   * The place among the quotes of the post's body, in document order, nested ones after what holds them. Those within
   * its sentences are numbered on from there, in document order too.
   */
  readonly index: number;
  /** 1 for a quote, 2 for a quote in a quote. */
  readonly depth: number;
  /** The quoted words, quotes within left out. */
  readonly text: string;
  readonly attribution?: string;
  /**
   * Set where the quote stands within a sentence of the post: its place in the post's own text, which keeps the words;
   * quotation marks are left out. Such a quote always has a source.
   */
  readonly inline?: Stretch;
}

/** Where a passage is quoted. */
export interface QuoteReference {
  readonly passage: Passage;
  readonly by: { readonly thread: ThreadId; readonly post: PostId; readonly index: number };
  readonly fidelity: Fidelity;
  readonly author: PersonId | null;
}

/** Who quotes whom in a thread, both ways. */
export interface QuoteGraph {
  readonly quotes: readonly Quote[];
  readonly quotedBy: ReadonlyMap<PostId, readonly QuoteReference[]>;
}
