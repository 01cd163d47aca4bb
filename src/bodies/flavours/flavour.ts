import type { Nodes } from 'mdast';
import type { MarkdownConvention } from '../conventions/markdown/convention.ts';

/**
 * One way in which a platform has people write: a Markdown of its own, or a mark-up beside Markdown. One file each, in
 * the table of `flavours/index.ts`; nothing else knows which one a body is written in.
 */
export interface Flavour {
  /**
   * The body as blocks. Quotes that say more than a block quote does have their `data.quote`; what raw HTML there is
   * stands in `html` nodes. Addresses may be unsafe: all of it is cleaned afterwards, for every flavour. Never throws;
   * linear; nests no deeper than `DEEPEST`.
   */
  readonly read: (body: string) => readonly Nodes[];
  /** What people and programs write beside a quote; the first that reads a line has it. */
  readonly conventions: readonly MarkdownConvention[];
}

/** Quotes, spoilers and lists nested deeper are read as part of what holds them. */
export const DEEPEST = 50;
