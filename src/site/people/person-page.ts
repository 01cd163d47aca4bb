import type { PersonView, ThreadView } from '../views.ts';
import type { Opening } from './thread-people.ts';

/** A person as lists show them. */
export interface PersonSummary {
  readonly slug: string;
  readonly href: string;
  readonly name: string;
  readonly handle: string;
  readonly monogram: string;
  /** Where the person speaks, by the name that `words.post.original` takes. */
  readonly platform: string;
  readonly posts: number;
  readonly threads: number;
  /** Quotes and whole posts in digests. */
  readonly quotes: number;
}

/** What a person said on this site, in short and with the ways to it. */
export interface PersonPage extends PersonSummary {
  readonly url?: string;
  readonly bot?: true;
  readonly consent?: string;
  readonly words: number;
  readonly from?: string;
  readonly to?: string;
  readonly inDigests: readonly {
    readonly title: string;
    readonly href: string;
    readonly date: string;
    readonly lang: string;
    readonly said: readonly {
      readonly words: string;
      readonly href: string;
      readonly kind: 'quote' | 'post';
      readonly lang?: string;
    }[];
  }[];
  /** The newest first, each with the first of the person's posts. */
  readonly inThreads: readonly (PersonInThread & { readonly more: number })[];
  /** Older threads, which the page only counts. */
  readonly furtherThreads: number;
}

interface PersonInThread extends Pick<ThreadView, 'title' | 'href' | 'from' | 'to'> {
  readonly posts: number;
  readonly openings: readonly Opening[];
}

/** Of whom a page tells; `person` is as the newest thread has it. */
export type Portrait = Omit<PersonView, 'voice'>;
