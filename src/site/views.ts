/*
 * What pages show, as plain values: everything is decided here and only laid out by components.
 * Dates are ISO 8601 UTC; `href` is an address on this site, base path included; `html` was built from known
 * nodes by `markdown/` and is safe to print.
 */

import type { Fidelity } from '../quotes/quote.ts';
import type { Card, Poll } from '../thread/schema.ts';
import type { AttachmentView } from './pictures.ts';
import type { ExcerptView } from './thread-excerpts.ts';

export interface PersonView {
  /** The person's id in the thread. */
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  /** One or two letters. */
  readonly monogram: string;
  /** 0 to 23: the hue is fifteen degrees times this; the class is `voice-<n>`. One for each person of a page. */
  readonly voice: number;
  readonly url?: string;
  readonly bot?: true;
  /** On what basis the person's words are shown. */
  readonly consent?: string;
}

export interface SpeakerView extends PersonView {
  readonly posts: number;
  readonly words: number;
  /** Quotes of this person on the page (digests only). */
  readonly quotes: number;
  /** The person's first words on the page. */
  readonly href: string;
  /** What the person said on the whole site, where people have pages. */
  readonly page?: string;
  /** Of all words that speakers say on the page, from 0 to 1 (digests only). */
  readonly share?: number;
  /** Where the person speaks: set where two speakers of the page have one name. */
  readonly platform?: string;
}

/** A passage that others quote. */
export interface PassageView {
  readonly text: string;
  readonly href: string;
  /** `null` where the author is not known. */
  readonly name: string | null;
  readonly voice: number | null;
  readonly count: number;
}

/** Somebody quotes a passage of this post: another post, or a digest. */
export interface QuotedByView {
  readonly label: string;
  readonly href: string;
  readonly fidelity: Fidelity;
  /** Set where a digest quotes it. */
  readonly isDigest?: true;
}

/** A comment of a review, where it is listed. */
export interface CommentView {
  readonly label: string;
  readonly href: string;
}

/** A post that comments on a patch. */
export interface ReviewView {
  /** `Review of Petra Holm’s patch` */
  readonly label: string;
  /** The patch; absent where the thread does not hold it. */
  readonly href?: string;
  /** `3 comments on 2 files`, `gives Reviewed-by` */
  readonly facts: readonly string[];
  readonly comments: readonly CommentView[];
}

export interface PostView {
  readonly id: string;
  /** `null`: not known. */
  readonly author: PersonView | null;
  /** Guessed and not exported: the page says so in words. */
  readonly inferred: readonly ('author' | 'parent' | 'published' | 'quote')[];
  readonly parent: { readonly id: string; readonly href: string; readonly name: string | null } | null;
  /** Its place among the posts that the thread holds, from 1; absent for one that it does not hold. */
  readonly position?: { readonly number: number; readonly of: number };
  /** 0 for a post that answers none; number of posts below it in the tree. */
  readonly depth: number;
  readonly replies: number;
  readonly state?: 'deleted' | 'removed' | 'missing';
  readonly published?: string;
  readonly edited?: string;
  /** The original. */
  readonly url?: string;
  /** Where it differs from the thread's title. */
  readonly subject?: string;
  readonly lang?: string;
  readonly warning?: string;
  readonly sensitive?: true;
  readonly html: string;
  readonly attachments: readonly AttachmentView[];
  readonly cards: readonly Card[];
  readonly poll?: Poll;
  readonly reactions: readonly { readonly name: string; readonly count: number }[];
  /** A quote post: what it carries with it, where that may be shown. */
  readonly quoted?: {
    readonly state: string;
    readonly name?: string;
    readonly href?: string;
    readonly html?: string;
  };
  /** A note by the editor, as HTML. */
  readonly note?: string;
  readonly quotedBy: readonly QuotedByView[];
  readonly review?: ReviewView;
  /** What reviews say about the patch in this post. */
  readonly comments?: readonly CommentView[];
}

/** A thread as lists and headers show it; lean, for it is kept in Astro's content store. */
export interface ThreadView {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** `Mastodon`, `mail`: as in "on Mastodon", "on the list". */
  readonly platform: string;
  readonly community?: string;
  readonly url?: string;
  readonly licence?: string;
  /** On what basis it is shown; `pseudonymised` where people have pseudonyms and no other is named. */
  readonly consent?: string;
  readonly posts: number;
  /** Those whom the export or the editor names. */
  readonly people: number;
  /** Posts whose author is not known, or only inferred. */
  readonly unnamed: number;
  readonly words: number;
  readonly from?: string;
  readonly to?: string;
  readonly quotes: Readonly<Partial<Record<Fidelity, number>>>;
  readonly pages: number;
  readonly digests: readonly { readonly title: string; readonly href: string; readonly date: string }[];
}

/** One page of a thread: whole branches, in reply order. */
export interface ThreadPage {
  readonly thread: ThreadView;
  readonly speakers: readonly SpeakerView[];
  /** From 1. */
  readonly number: number;
  readonly posts: readonly PostView[];
  /** The ids of its posts in order of time; none where they stand in that order anyway. */
  readonly inTime: readonly string[];
  /** Absent where no post of the thread quotes another. */
  readonly map?: QuoteMapView;
  /** On page 1: the passages that are quoted most, by posts and digests alike. */
  readonly mostQuoted: readonly PassageView[];
  /** On page 1: how the first posts begin, for machines. */
  readonly excerpts: readonly ExcerptView[];
  /** On page 1 of a long thread: all posts of further pages, so that every anchor resolves here too. */
  readonly elsewhere: readonly {
    readonly id: string;
    readonly href: string;
    readonly name: string | null;
    readonly published?: string;
  }[];
}

/** Where in the thread quotes come from and go to, as a drawing 60 units wide. */
export interface QuoteMapView {
  readonly height: number;
  /** The height of a mark. */
  readonly step: number;
  /** One for each post, or in a long thread for some that stand together. */
  readonly marks: readonly {
    readonly y: number;
    readonly voice: number | null;
    /** 0 where nobody quotes it, to 4. */
    readonly weight: number;
    /** Whether it quotes or is quoted. */
    readonly active: boolean;
    readonly label: string;
    readonly href: string;
  }[];
  /** For each hue the way of its arcs, as SVG has it. */
  readonly arcs: readonly { readonly voice: number | null; readonly path: string }[];
  /** What of it stands on this page. */
  readonly here: { readonly y: number; readonly height: number };
}

/** A thread that a digest draws on. */
export interface DrawnOnView extends ThreadView {
  /** How many of the digest's quotes, and of the whole posts in it, are from here. */
  readonly taken: { readonly quotes: number; readonly posts: number };
}

/** Another digest, as a link to it. */
export type DigestLink = Pick<DigestView, 'title' | 'href' | 'date' | 'lang'>;

/** What a digest's page shows around its text. */
export interface DigestView {
  readonly slug: string;
  readonly href: string;
  readonly title: string;
  /** `2026-03-11` */
  readonly date: string;
  readonly summary: string;
  readonly editors: readonly string[];
  readonly tags: readonly { readonly name: string; readonly href: string }[];
  readonly lang: string;
  readonly draft: boolean;
  /** The number of the issue that it is part of. */
  readonly issue?: number;
  readonly threads: readonly DrawnOnView[];
  readonly speakers: readonly SpeakerView[];
  readonly quotes: Readonly<Partial<Record<Fidelity, number>>>;
  /** Of the passages quoted here, those that posts quote most. */
  readonly mostQuoted: readonly PassageView[];
  /** Reading time, from 1. */
  readonly minutes: number;
}
