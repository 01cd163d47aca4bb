import { decodeHTMLStrict } from 'entities';

/** Where each code unit of a text node's value stands in the Markdown that it was read from. */
export interface SourceOffsets {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** `\*` */
const ESCAPED = /\\[!-/:-@[-`{-~]/y;
/** `&amp;` `&#8217;` `&#x2019;` */
const REFERENCE = /&(?:#[xX][\da-fA-F]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z\d]{1,31});/y;
/** The end of a line, and what marks the next as one of a quote or a list. */
const LINE_END = /[ \t]{0,999}(\r\n|\n|\r)[ \t>]{0,999}/y;

/**
 * Follows a text through the Markdown that it was read from, which escapes, refers to characters and marks the lines of
 * a quote; `null` where the two do not go together. What the Markdown holds beyond the text is left alone.
 */
export function sourceOffsets(value: string, markdown: string): SourceOffsets | null {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  while (starts.length < value.length) {
    const { read, text } = nextIn(markdown, at);
    if (read === 0 || !value.startsWith(text, starts.length)) return null;
    for (let n = 0; n < text.length; n += 1) {
      starts.push(at);
      ends.push(at + read);
    }
    at += read;
  }
  return { starts, ends };
}

/** What the Markdown says at a place, and how many characters it takes for that. */
function nextIn(markdown: string, at: number): { readonly read: number; readonly text: string } {
  const lineEnd = matchAt(LINE_END, markdown, at);
  if (lineEnd) return { read: lineEnd[0].length, text: lineEnd[1] ?? '\n' };
  const escaped = matchAt(ESCAPED, markdown, at);
  if (escaped) return { read: 2, text: escaped[0].slice(1) };
  const reference = matchAt(REFERENCE, markdown, at);
  if (reference) return { read: reference[0].length, text: decodeHTMLStrict(reference[0]) };
  const text = markdown.charAt(at);
  return { read: text.length, text };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
