import type { Mark, TextStyle } from './words-as-text.ts';

const MARKS: Readonly<Record<Mark, string>> = { emphasis: '*', strong: '**', deletion: '~~' };

/** CommonMark with GitHub's deletions: it says the same words again when it is parsed. */
export const MARKDOWN: TextStyle = {
  text: escaped,
  line: (line) =>
    line.replace(/^(?:[#>+=|:-]|\d{1,9}(?=[.)](?:\s|$)))/, (start) =>
      /\d/.test(start) ? `${start}\\` : `\\${start}`,
    ),
  lineBreak: '\\\n',
  mark: (mark, content) => {
    // Markdown knows a mark by what stands beside it; between letters it is always one.
    const isPlain = /^[\p{L}\p{N}](?:[\s\S]*[\p{L}\p{N}])?$/u.test(content) && !content.includes('\n');
    return isPlain ? `${MARKS[mark]}${content}${MARKS[mark]}` : content;
  },
  link: (href, content) => `[${content.replace(/\\?\n/g, ' ')}](<${href}>)`,
  code: (words) => {
    const fence = fenceFor(words, 1);
    const room = /^`|`$|^ .* $/.test(words) ? ' ' : '';
    return `${fence}${room}${words}${room}${fence}`;
  },
  block: (code, language) => {
    const fence = fenceFor(code, 3);
    return `${fence}${language}\n${code}\n${fence}`;
  },
};

/** Longer than any run of backticks in the code. */
function fenceFor(code: string, least: number): string {
  const runs = code.match(/`+/g) ?? [];
  return '`'.repeat(Math.max(least, ...runs.map(({ length }) => length + 1)));
}

function escaped(words: string): string {
  return words
    .replace(/\\(?=[!-/:-@[-`{-~]|$)|[*`~]|<(?=[a-z/!?])|&(?=#?\w+;)|\[(?=\^)|\](?=[([:])/gi, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');
}
