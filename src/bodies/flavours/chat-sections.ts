import type { Code } from 'mdast';
import type { Section } from '../markdown/sections.ts';

/** How a chat marks what is more than words in a line. */
export interface ChatMarks {
  /** At the beginning of a line that is quoted: `> `. Sticky. */
  readonly line: RegExp;
  /** At the beginning of a quote that reaches to the end of the message: `>>> `. Sticky. */
  readonly rest: RegExp;
  /** What stands between two rows of three backticks, wherever they are. */
  readonly code: (written: string) => Code;
}

/**
 * A message cut at its quotes, which do not nest, and its code. A quote's mark begins a line; a mark in code is none,
 * and code may begin and end in the middle of a line. Linear.
 */
export function chatSections(message: string, marks: ChatMarks): readonly Section[] {
  return sectionsOf(message.replace(/\r\n?/g, '\n'), marks, false);
}

const FENCE = '```';

function sectionsOf(text: string, marks: ChatMarks, quoted: boolean): readonly Section[] {
  const sections: Section[] = [];
  let from = 0;
  let at = 0;
  const endText = (end: number) => {
    if (end > from) sections.push({ markdown: text.slice(from, end) });
  };
  let fence = text.indexOf(FENCE);
  while (at < text.length) {
    const quote = quoted ? null : quoteAt(text, at, marks);
    if (quote) {
      endText(at);
      sections.push(quoteSection(sectionsOf(quote.words, marks, true)));
      at = quote.end;
      from = at;
      if (fence >= 0 && fence < at) fence = text.indexOf(FENCE, at);
      continue;
    }
    const lineEnd = endOfLine(text, at);
    const closing = fence >= 0 && fence < lineEnd ? text.indexOf(FENCE, fence + FENCE.length) : -1;
    if (closing < 0) {
      // The last mark has no partner and is text.
      if (fence >= 0 && fence < lineEnd) fence = -1;
      at = lineEnd;
      continue;
    }
    endText(fence);
    sections.push({ block: marks.code(text.slice(fence + FENCE.length, closing)) });
    const after = closing + FENCE.length;
    from = text[after] === '\n' ? after + 1 : after;
    fence = text.indexOf(FENCE, from);
    // What follows on the line of the closing mark begins no line: no quote's mark is looked for there.
    at = from > after ? from : nextStop(text, from, fence);
  }
  endText(text.length);
  return sections;
}

/** The end of the line, or a mark before it. */
function nextStop(text: string, at: number, mark: number): number {
  const end = endOfLine(text, at);
  return mark >= 0 && mark < end ? mark : end;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function quoteSection(sections: readonly Section[]): Section {
  return { block: { type: 'blockquote', data: { quote: { kind: 'reply' } }, children: [] }, sections };
}

interface QuotedLines {
  /** Without the marks. */
  readonly words: string;
  readonly end: number;
}

function quoteAt(text: string, at: number, { line, rest }: ChatMarks): QuotedLines | null {
  const all = markAt(rest, text, at);
  if (all > 0) return { words: text.slice(at + all), end: text.length };
  const lines: string[] = [];
  let end = at;
  for (let mark = markAt(line, text, end); mark > 0; mark = markAt(line, text, end)) {
    const lineEnd = endOfLine(text, end);
    lines.push(text.slice(end + mark, lineEnd));
    end = lineEnd;
    if (end >= text.length || markAt(rest, text, end) > 0) break;
  }
  return lines.length > 0 ? { words: lines.join(''), end } : null;
}

function markAt(mark: RegExp, text: string, at: number): number {
  mark.lastIndex = at;
  return mark.exec(text)?.[0].length ?? 0;
}
