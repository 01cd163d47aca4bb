import { expect, test } from 'vitest';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { threadOf } from './threads.ts';

const SAID = 'The ferry says otherwise, and it has been saying so since January.';
const quotesOf = (paragraph: string, by = 'bo') =>
  quoteGraph(
    readThread(
      threadOf({
        a: { by: 'ines', html: `<p>The timetable says 07:40.</p><p>${SAID}</p><p>So be it then.</p>` },
        b: { by, to: 'a', html: `${paragraph}<p>It was cancelled.</p>` },
      }),
    ),
  ).quotes;

test.each([
  ['in italics', `<p><i>${SAID}</i></p>`, SAID],
  ['in quotation marks', `<p>“${SAID}”</p>`, `“${SAID}”`],
  ['with nothing to set it off', `<p>${SAID}</p>`, SAID],
  ['in italics, four words of the parent', '<p><em>So be it then.</em></p>', 'So be it then.'],
])('a paragraph %s that an earlier post says is a quote of it', (_, paragraph, text) => {
  expect(quotesOf(paragraph)).toMatchObject([
    { post: 'b', text, fidelity: 'verbatim', source: { post: 'a' } },
  ]);
});

test.each([
  ['italics that nobody said', '<p><i>The harbour master has resigned over this.</i></p>', 'bo'],
  ['a few words with nothing to set them off', '<p>So be it then.</p>', 'bo'],
  ['one’s own words again, with nothing to set them off', `<p>${SAID}</p>`, 'ines'],
  ['one word more', `<p>${SAID.replace('January', 'last January')}</p>`, 'bo'],
  ['a sentence within a longer paragraph', `<p>${SAID} And I agree with all of it.</p>`, 'bo'],
])('%s stay the author’s own', (_, paragraph, by) => {
  expect(quotesOf(paragraph, by)).toEqual([]);
});

test('words repeated twice lead to whoever said them first', () => {
  const { quotes } = quoteGraph(
    readThread(
      threadOf({
        a: { by: 'ines', html: `<p>${SAID}</p>` },
        b: { by: 'bo', to: 'a', html: `<p>${SAID}</p><p>Quite.</p>` },
        c: { by: 'petra', to: 'b', html: `<p><i>${SAID}</i></p><p>Indeed.</p>` },
      }),
    ),
  );
  expect(quotes).toMatchObject([
    { post: 'b', source: { post: 'a' } },
    { post: 'c', source: { post: 'a', via: ['b'] } },
  ]);
});

test('a formula that many use is nobody’s', () => {
  const formula = '<p>Please note that the opinions above are entirely my own.</p>';
  const people = ['ines', 'bo', 'petra'] as const;
  const posts = Object.fromEntries(
    Array.from({ length: 9 }, (_, n) => [
      `p${n}`,
      {
        by: people[n % 3] ?? 'bo',
        html: `<p>Post number ${n} says.</p>${formula}`,
        ...(n > 0 ? { to: `p${n - 1}` } : {}),
      },
    ]),
  );
  expect(quoteGraph(readThread(threadOf(posts))).quotes).toEqual([]);
});
