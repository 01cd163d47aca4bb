import type { TextStyle } from './words-as-text.ts';

/** Words without any markup. */
export const PLAIN: TextStyle = {
  text: (words) => words,
  line: (line) => line,
  lineBreak: '\n',
  mark: (_, content) => content,
  link: (_, content) => content,
  code: (words) => words,
  block: (code) => code,
};
