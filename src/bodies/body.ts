import type { Blockquote, Code, Data, Node, Parent, PhrasingContent, Root, RootContent } from 'mdast';

/**
 * Which post a body says that a quote is from, as the body writes it. `post` is looked up among the ids of the same
 * thread, so the importer of a platform whose marks name posts by number must give its posts these numbers as ids:
 * Discourse a post's number in its topic (`post_number`, not `id`), Zulip the message's id, phpBB, XenForo, MyBB, SMF
 * and vBulletin the post's.
 */
export interface QuoteTarget {
  readonly post?: string;
  /** The topic that `post` counts in, where the body names one: in another topic the number means another post. */
  readonly topic?: string;
  readonly url?: string;
}

/** What a body says about one of its quotes. */
export interface QuoteMark {
  readonly kind: 'reply' | 'forward' | 'embed';
  /** The line that introduced it, as it stands in the body: `On 3 March 2026, Petra Holm wrote:`. */
  readonly attribution?: string;
  /** The name in it: `Petra Holm`, `@ines`. */
  readonly name?: string;
  readonly reference?: QuoteTarget;
  /** Not marked as a quote: told by its words alone, which an earlier post says. */
  readonly byText?: true;
}

/** A stretch of a body that is neither the author's own words nor a quote. */
export interface Part extends Parent {
  type: 'part';
  /** `signature`: below `-- `; `footer`: what a list or a company added. */
  kind: 'signature' | 'footer';
  children: RootContent[];
}

/** Text behind a spoiler mark or a disclosure; the summary says what it hides. */
export interface Spoiler extends Parent {
  type: 'spoiler';
  summary?: string;
  children: RootContent[];
}

/** In a review: says above the reviewer's words which lines of the patch they are about. */
export interface ReviewedLines extends Node {
  type: 'reviewed';
  /** The comment's place among those of its post. */
  index: number;
}

/** What says of a `passage` node which of the given ranges covers it; one range may cover several nodes. */
export interface PassageMark {
  /** The range's place among those given. */
  readonly index: number;
  /** On the range's first node and on its last. */
  readonly begins?: true;
  readonly ends?: true;
}

/** Lines of a code block, `last` included, that the same ranges touch. */
export interface MarkedLines {
  readonly first: number;
  readonly last: number;
  readonly covers: readonly number[];
}

interface MarkedPassageData extends Data {
  marks: readonly PassageMark[];
  /** Around code that a range covers only in part. */
  widened?: true;
  /** Around a code block: the lines that ranges touch, from 0, without overlap, and which ranges they are. */
  lines?: readonly MarkedLines[];
}

/** A stretch of a body that `markPassages` marked; around text and inline code, or around a code block. */
export interface MarkedPassage extends Parent {
  type: 'passage';
  data: MarkedPassageData;
  children: (PhrasingContent | Code)[];
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
  interface TextData {
    /** A person's name, where the text is a mention of a platform that has no addresses for people. */
    mention?: string;
  }
  interface RootContentMap {
    part: Part;
    passage: MarkedPassage;
    reviewed: ReviewedLines;
    spoiler: Spoiler;
  }
  interface BlockContentMap {
    part: Part;
    passage: MarkedPassage;
    spoiler: Spoiler;
  }
  interface PhrasingContentMap {
    passage: MarkedPassage;
  }
}

export type { Blockquote, Code, PhrasingContent, Root, RootContent };
