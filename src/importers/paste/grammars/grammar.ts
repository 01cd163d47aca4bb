import type { Attachment, Person, Post } from '../../../thread/schema.ts';
import type { Warning } from '../../importer.ts';

/**
 * What a line of a copy is, as a letter: `h` header of a post (its words may follow in the line), `p` part of the header
 * below or above, `t` words of a post, `r` what the post below answers, `d` day, `n` words of the page itself, `.` blank,
 * `?` not understood.
 */
export type Letter = 'h' | 'p' | 't' | 'r' | 'd' | 'n' | '.' | '?';

/** Who a header says is speaking. */
export interface Speaker {
  /** Equal for one person, different for two as far as the copy tells them apart. */
  readonly key: string;
  /** As the copy writes it; never a mail address or a telephone number. */
  readonly handle: string;
  readonly name?: string;
  readonly bot?: true;
}

/** What a grammar makes of one line. */
export interface Mark {
  readonly letter: Letter;
  /** Of a header: its form, so that two of one form can be told from two chances. */
  readonly shape?: string;
  /** Of a header: who speaks; `null` where the copy does not say. */
  readonly speaker?: Speaker | null;
  /** Of a header or a day: the time or date as written. */
  readonly time?: string;
  /** Of a header: the instant in UTC, only where the copy says day and zone. */
  readonly published?: string;
  readonly subject?: string;
  /** Words of the post that stand in this line, where that is not all of it. */
  readonly text?: string;
  /** Of a header: the line (from 0) of the header of the post that the copy says is answered. */
  readonly answers?: number;
  readonly state?: 'deleted';
  readonly attachment?: Attachment;
}

/** What a grammar reads from a whole copy. */
export interface Copied {
  readonly title: string;
  readonly people: Readonly<Record<string, Person>>;
  /** One for each mark `h`, in that order. */
  readonly posts: readonly Post[];
  readonly warnings: readonly Warning[];
}

/** A form that copies of threads have. A new one is one file and one line in the index. */
export interface Grammar {
  readonly name: string;
  /** As people call it: `IRC log`. */
  readonly label: string;
  /** Its headers may be ordinary words too: it is asked only where no other grammar understands the copy. */
  readonly weak?: true;
  /** Words that go on below a header are no sign that the form is understood. */
  readonly strict?: true;
  /** A place that is not open to everybody, to be put into a sentence: `A WhatsApp chat`. Its words need consent. */
  readonly closed?: string;
  /** One mark for each line. Takes time linear in the text. */
  marks(lines: readonly string[]): readonly Mark[];
  read(lines: readonly string[]): Copied;
}
