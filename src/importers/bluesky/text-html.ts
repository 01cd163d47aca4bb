import { escapeHtml } from '../assembly/markup.ts';
import type { LinkedStretch } from './facets.ts';

/**
 * A post's text as HTML: its lines kept, an empty line between paragraphs, links where its facets have them, and not
 * one character of it read as mark-up.
 */
export function textHtml(text: string, stretches: readonly LinkedStretch[]): string {
  const paragraphs: string[][] = [[]];
  for (const line of linesOf(text, stretches)) {
    if (line.trim() === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs
    .filter(({ length }) => length > 0)
    .map((lines) => `<p>${lines.join('<br>')}</p>`)
    .join('');
}

/** A stretch over several lines is linked in each. */
function linesOf(text: string, stretches: readonly LinkedStretch[]): readonly string[] {
  const words = text.toWellFormed();
  const lines: string[] = [''];
  const add = (piece: string, target?: LinkedStretch) => {
    for (const [n, part] of piece.split(LINE_END).entries()) {
      if (n > 0) lines.push('');
      if (part !== '') lines.push(`${lines.pop() ?? ''}${linked(escapeHtml(part), target)}`);
    }
  };
  let at = 0;
  for (const stretch of stretches) {
    add(words.slice(at, stretch.start));
    add(words.slice(stretch.start, stretch.end), stretch);
    at = stretch.end;
  }
  add(words.slice(at));
  return lines;
}
const LINE_END = /\r\n|\r|\n/;

function linked(html: string, target: LinkedStretch | undefined): string {
  if (!target) return html;
  const marked = target.kind === 'link' ? '' : ` class="${target.kind}"`;
  return `<a href="${escapeHtml(target.href)}"${marked}>${html}</a>`;
}
