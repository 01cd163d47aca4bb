import { type Options, toMarkdown } from 'mdast-util-to-markdown';

/** What opens the line of a quote: `> `, `  > > `. */
const LINE_MARKS = /^[ \t>]*/;
/** Other words stand beside these, on the same line. */
const BEFORE = 'x ';
const AFTER = ' x';
/** `~~struck~~`; addresses and mentions may become links, as they do wherever somebody writes them. */
const OPTIONS: Options = { extensions: [{ unsafe: [{ character: '~', inConstruct: 'phrasing' }] }] };

/**
 * Plain words as Markdown that reads as just these words, to be put at an offset of the Markdown; new paragraphs are
 * marked as the line there is. White space at the ends stays.
 */
export function asMarkdown(words: string, markdown: string, offset: number): string {
  const lineStart = markdown.lastIndexOf('\n', offset - 1) + 1;
  const marks = LINE_MARKS.exec(markdown.slice(lineStart, offset))?.[0] ?? '';
  const opensLine = lineStart + marks.length === offset;
  const paragraphs = words.split('\n\n').map((paragraph, n) => escaped(paragraph, n > 0 || opensLine));
  return paragraphs.join(`\n${marks.trimEnd()}\n${marks}`);
}

function escaped(words: string, opensLine: boolean): string {
  const line = words.replace(/\s+/g, ' ');
  if (line.trim() === '') return line;
  const lead = opensLine ? '' : BEFORE;
  const value = `${lead}${opensLine ? line.trimStart() : line}${AFTER}`;
  const markdown = toMarkdown({ type: 'paragraph', children: [{ type: 'text', value }] }, OPTIONS);
  return markdown.trimEnd().slice(lead.length, -AFTER.length);
}
