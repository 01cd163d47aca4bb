import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { type QuoteFigure, quoteFigure } from '../../src/markdown/quote-figure.ts';
import { bodyWords } from '../../src/site/figure-words.ts';
import { wordsFor } from '../../src/site/words/index.ts';

const ada = { name: 'Ada', monogram: 'A', voice: 3 };
const bo = { name: 'Bo', monogram: 'B', voice: 10 };
const figure: QuoteFigure = { fidelity: 'verbatim', speaker: ada, passageHref: '#a--0-9' };
const print = (more: Partial<QuoteFigure>) =>
  toHtml(quoteFigure({ ...figure, ...more }, bodyWords(wordsFor('en')).quote, []));
const heard = (html: string) => html.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|');

test('the way of words begins with who said them, and tells where they were changed', () => {
  const html = print({
    fidelity: 'altered',
    via: [{ speaker: null }, { speaker: bo, href: '#b-quote-1', drift: '1 word changed' }],
    drift: '2 words changed',
  });
  const way = /<ol class="way" aria-label="The way of these words">.*<\/ol>/.exec(html)?.[0] ?? '';
  expect(heard(way)).toBe(
    '|A| |Ada| said it|B| |Bo| quoted it, 1 word changed|somebody| quoted it|quoted here, 2 words changed|',
  );
  expect(way).toContain('<li class="voice-10"><a class="voice" href="#b-quote-1">');
  expect(way).toContain('href="#a--0-9"');
});

test('a change is told in words, then in both sentences, with what the quote left of them', () => {
  const html = print({
    fidelity: 'altered',
    edits: [
      { kind: 'removed', text: 'I' },
      { kind: 'added', text: 'we' },
      { kind: 'same', text: ' did not see it.' },
    ],
    context: { before: 'For years ', after: '' },
  });
  expect(html).toContain(
    '<ul><li>“I” became “we”</li></ul><dl><dt>said:</dt><dd dir="auto"><span class="context">For years </span><del>I</del> did not see it.</dd><dt>quoted as:</dt><dd dir="auto"><ins>we</ins> did not see it.</dd></dl>',
  );
});

test('those who go from quote to quote find the next one behind the words', () => {
  expect(print({ onward: [{ href: '#quote-2', label: 'Next quote: Bo' }] })).toContain(
    '<a class="onward" href="#quote-2">Next quote: Bo</a></div><p class="visually-hidden">End of quote.</p>',
  );
});
