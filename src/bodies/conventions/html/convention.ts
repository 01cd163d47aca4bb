import type { QuoteMark } from '../../body.ts';
import type { HtmlNode } from '../../html/nodes.ts';

/** What a convention found in a list of siblings. */
export interface Claim {
  /** The siblings [from, to) that it speaks for. */
  readonly from: number;
  readonly to: number;
  /** The quoted nodes; `null` where the siblings are machine's work that nobody wrote and nothing takes their place. */
  readonly content: readonly HtmlNode[] | null;
  /** What the block says of itself; absent for a box that is no quote. */
  readonly mark?: QuoteMark;
  /** Nodes anywhere in or before the siblings that belong to the attribution and vanish from the text. */
  readonly spoken?: readonly HtmlNode[];
}

/**
 * One habit of quoting in HTML. `claim` is asked for every element with its place among its siblings, and looks at
 * no more than a bounded number of nodes around it, or takes all the siblings that follow.
 */
export interface HtmlConvention {
  readonly name: string;
  claim(siblings: readonly HtmlNode[], index: number): Claim | null;
}
