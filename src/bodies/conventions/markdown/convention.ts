import type { PhrasingContent } from 'mdast';

/** What a line beside a quote says of it. */
export interface Beside {
  readonly attribution: string;
  readonly name?: string;
  readonly url?: string;
  /** The quoted post's id, where the address names it. */
  readonly post?: string;
}

/**
 * One habit of saying beside a block quote whose words it holds. `read` is given the paragraph's text, or the last
 * lines of the paragraph above, the safe addresses of its links, and its nodes; `null` where it is prose.
 */
export interface MarkdownConvention {
  readonly name: string;
  readonly place: 'above' | 'below';
  read(text: string, addresses: readonly string[], nodes: readonly PhrasingContent[]): Beside | null;
}
