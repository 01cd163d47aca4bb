import type { BlockContent, RootContent } from 'mdast';
import { flowOf } from '../html/flow.ts';
import { textOf } from '../html/nodes.ts';
import { parseNodes } from '../html/parse.ts';

interface Disclosure {
  readonly summary: string;
  readonly children: RootContent[];
}

/** Collects blocks, of which raw HTML is built into nodes; `<details>` may open in one block and close in a later. */
export class Blocks {
  readonly #bottom: RootContent[] = [];
  readonly #open: Disclosure[] = [];

  add(...blocks: readonly RootContent[]): void {
    (this.#open.at(-1)?.children ?? this.#bottom).push(...blocks);
  }

  addHtml(html: string): void {
    const tags = html.match(DETAILS) ?? [];
    const opening = tags.filter((tag) => !tag.startsWith('</')).length;
    if (opening * 2 === tags.length) {
      this.add(...flowOf(parseNodes(html)));
      return;
    }
    for (const piece of html.split(DETAILS_KEPT)) this.#addPiece(piece);
  }

  done(): RootContent[] {
    while (this.#open.length > 0) this.#close();
    return this.#bottom;
  }

  #addPiece(piece: string): void {
    if (/^<\/details/i.test(piece)) this.#close();
    else if (!/^<details/i.test(piece)) this.#addWithin(piece);
    else if (this.#open.length < DEEPEST) this.#open.push({ summary: '', children: [] });
  }

  /** The summary may stand anywhere before the first words that are hidden. */
  #addWithin(piece: string): void {
    const summary = SUMMARY.exec(piece);
    const top = this.#open.at(-1);
    if (!summary || !top) {
      this.add(...flowOf(parseNodes(piece)));
      return;
    }
    const text = textOf(parseNodes(summary[1] ?? ''), Number.POSITIVE_INFINITY)
      .replace(/\s+/g, ' ')
      .trim();
    this.#open.splice(-1, 1, { ...top, summary: text });
    this.add(...flowOf(parseNodes(piece.slice(summary[0].length))));
  }

  #close(): void {
    const top = this.#open.pop();
    if (!top) return;
    const made: BlockContent = {
      type: 'spoiler',
      ...(top.summary ? { summary: top.summary } : {}),
      children: top.children,
    };
    if (top.children.length > 0 || top.summary) this.add(made);
  }
}

const DEEPEST = 20;
const DETAILS = /<\/?details\b[^<>]{0,200}>/gi;
const DETAILS_KEPT = /(<\/?details\b[^<>]{0,200}>)/i;
/** `<summary>Log</summary>` */
const SUMMARY = /^\s*<summary\b[^<>]{0,200}>([\s\S]*?)<\/summary>/i;
