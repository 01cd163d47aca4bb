import type { QuoteMark } from '../body.ts';
import type { Line } from './lines.ts';

/** What a stretch of a plain body is. At a depth above 0, `words` are quoted words; a `mark` is nobody's. */
export type Role = 'words' | 'mark' | 'attribution' | 'signature' | 'footer' | 'patch' | 'code';

/** What a convention says of the lines that it recognises. */
export interface Claim {
  /** How many lines, counted from where the convention was asked; at least 1. */
  readonly count: number;
  readonly role: Role;
  /** Marks to take off these lines, where that is not the depth of the first: a patch's context may begin with `>`. */
  readonly depth?: number;
  /** Claimed lines at the beginning and at the end that only delimit, such as `-- ` or a fence. */
  readonly delimiters?: { readonly before: number; readonly after: number };
  /** For code: whether the space after a quote mark is part of the line. */
  readonly tight?: boolean;
  readonly code?: { readonly lang?: string; readonly meta?: string };
  /** For an attribution: what it says of the quote that follows. */
  readonly introduces?: QuoteMark;
  /** For quoted words: what they say themselves of the quote that begins with them. */
  readonly opens?: QuoteMark;
  /** How many characters at the beginning of the first line, its marks taken off, say that. */
  readonly prefix?: number;
  /**
   * What follows at this depth: more of the same role, an original that stands there without marks, or what stood
   * before the original that ends here.
   */
  readonly rest?: 'same' | 'quote' | 'end';
}

/**
 * A habit of writers of plain text, one per file, in the table of `conventions/plain/index.ts`.
 *
 * `begin` is called once for a body and returns the function that is asked at every line that is not blank and not
 * yet claimed, in order. That function looks at a bounded number of lines, or claims those it looked at, so that
 * reading stays linear; what it keeps between calls stays within the one body.
 */
export interface Convention {
  readonly name: string;
  readonly begin: (page: Page) => (at: number) => Claim | null;
}

/** How a line says that it is quoted. */
export interface MarkConvention {
  readonly name: string;
  /** The marks of line `at`; `null` where this convention sees none. `stuffed`: the body is format=flowed. */
  readonly read: (texts: readonly string[], at: number, stuffed: boolean) => Marks | null;
}

export interface Marks {
  /** Where each mark ends, outermost first; the line's depth is their number. */
  readonly ends: readonly number[];
  /** Where a line without marks begins, behind what a mail system put before it. */
  readonly start?: number;
}

/** The lines of a body as conventions see them. */
export interface Page {
  readonly lines: readonly Line[];
  /** A line without `depth` of its marks and without the one space after them; empty outside the body. */
  readonly content: (at: number, depth: number) => string;
  /** The next line from `at` on that holds more than marks; the number of lines where there is none. */
  readonly filled: (at: number) => number;
}
