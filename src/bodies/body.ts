import type { Blockquote, Code, Image, Parent, PhrasingContent, Root, RootContent } from 'mdast';

/** What a body says about one of its quotes. */
export interface QuoteMark {
  readonly kind: 'reply' | 'forward' | 'embed';
  /** The line that introduced it, as it stands in the body: `On 3 March 2026, Petra Holm wrote:`. */
  readonly attribution?: string;
  /** The name in it: `Petra Holm`, `@ines`. */
  readonly name?: string;
  /** An explicit reference: an address, or a post's id in the same thread. */
  readonly reference?: { readonly post?: string; readonly url?: string };
}

/** A stretch of a body that is neither the author's own words nor a quote. */
export interface Part extends Parent {
  type: 'part';
  /** `signature`: below `-- `; `footer`: what a list or a company added; `patch`: what git wrote around a diff. */
  kind: 'signature' | 'footer';
  children: RootContent[];
}

/** Text behind a spoiler mark or a disclosure; the summary says what it hides. */
export interface Spoiler extends Parent {
  type: 'spoiler';
  summary?: string;
  children: RootContent[];
}

declare module 'mdast' {
  interface BlockquoteData {
    /** Present where the block holds somebody's words; absent on a blockquote that is only a box. */
    quote?: QuoteMark;
  }
  interface LinkData {
    /** A person's handle, where the link is a mention: `@ines@quay.example`. */
    mention?: string;
  }
  interface RootContentMap {
    part: Part;
    spoiler: Spoiler;
  }
  interface BlockContentMap {
    part: Part;
    spoiler: Spoiler;
  }
}

export type { Blockquote, Code, Image, PhrasingContent, Root, RootContent };
