import { joinedWords } from './spaced-words.ts';

/** An excerpt as text and marks: nothing in it is taken for markup. */
export function excerptNodes(excerpt: string): readonly Node[] {
  return joinedWords(excerpt)
    .split(/(<mark>.*?<\/mark>)/s)
    .filter(Boolean)
    .map((piece) => {
      const hit = /^<mark>(.*)<\/mark>$/s.exec(piece)?.[1];
      if (hit === undefined) return document.createTextNode(unescaped(piece));
      const mark = document.createElement('mark');
      mark.textContent = unescaped(hit);
      return mark;
    });
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
