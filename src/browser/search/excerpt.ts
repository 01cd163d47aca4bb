import { joinedWords } from './spaced-words.ts';

/** An excerpt as text and marks: nothing in it is taken for markup. Every second piece is a hit. */
export function excerptNodes(excerpt: string): readonly Node[] {
  return joinedWords(excerpt)
    .split(/<\/?mark>/)
    .map((piece, index) => {
      if (index % 2 === 0) return document.createTextNode(unescaped(piece));
      const mark = document.createElement('mark');
      mark.textContent = unescaped(piece);
      return mark;
    });
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
