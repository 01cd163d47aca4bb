import type { PhrasingContent, Text } from 'mdast';
import { withoutLooseBidi } from '../bidi.ts';

/** Collapses white space in a run of text as browsers show it, over the borders of inline elements. */
export class Run {
  #afterSpace = true;
  #last: Text | null = null;

  /** Puts the text at the end of `into`, joined with a text that stands there. */
  addText(value: string, into: PhrasingContent[]): void {
    const collapsed = withoutLooseBidi(value).replace(SPACES, ' ');
    const text = this.#afterSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
    if (text === '') return;
    this.#afterSpace = text.endsWith(' ');
    const before = into.at(-1);
    if (before?.type === 'text') before.value += text;
    else into.push({ type: 'text', value: text });
    const added = into.at(-1);
    this.#last = added?.type === 'text' ? added : null;
  }

  /** Something that is no text and no white space stands here: a picture, code. */
  addSolid(node: PhrasingContent, into: PhrasingContent[]): void {
    into.push(node);
    this.#afterSpace = false;
    this.#last = null;
  }

  addBreak(into: PhrasingContent[]): void {
    this.end();
    into.push({ type: 'break' });
  }

  /** The line ends: white space before its end goes, and so does what would begin the next. */
  end(): void {
    if (this.#last?.value.endsWith(' ')) this.#last.value = this.#last.value.slice(0, -1);
    this.#last = null;
    this.#afterSpace = true;
  }
}

/** Not U+00A0, which keeps its width. */
const SPACES = /[ \t\n\r\f]+/g;
