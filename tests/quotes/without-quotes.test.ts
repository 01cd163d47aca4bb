import { expect, test } from 'vitest';
import { withoutQuotesOf } from '../../src/quotes/without-quotes.ts';
import { type Body, type Thread, threadSchema } from '../../src/thread/schema.ts';

const SAID = 'The night ferry leaves the quay when the tide is high enough. It has done so for forty years.';

function threadOf(...bodies: readonly Body[]): Thread {
  return threadSchema.parse({
    format: 1,
    id: 'ferry',
    title: 'The ferry',
    origin: { platform: 'mail', importer: 'mail' },
    people: { ada: { handle: 'Ada' }, bo: { handle: 'Bo' } },
    posts: [
      { id: 'm1', author: 'ada', parent: null, body: { plain: SAID } },
      ...bodies.map((body, n) => ({ id: `m${n + 2}`, author: 'bo', parent: 'm1', body })),
    ],
  });
}

test.each<[string, Body, Body]>([
  [
    'a quote over the ends of lines',
    {
      plain: 'Ada wrote:\n> The night ferry leaves the quay when\n> the tide is high enough.\n\nIt does not.',
    },
    { plain: 'Ada wrote:\n> [redacted].\n\nIt does not.' },
  ],
  [
    'a quote in HTML',
    { html: '<blockquote><p>It has done so for <em>forty</em> years.</p></blockquote><p>No.</p>' },
    { html: '<blockquote><p>[redacted]</p></blockquote><p>No.</p>' },
  ],
  [
    'words repeated without a mark',
    { plain: 'I heard that the night ferry leaves the quay when the tide is low, they say.' },
    { plain: 'I heard that [redacted] low, they say.' },
  ],
  [
    'seven words that anybody may say',
    { plain: 'Look: the quay when the tide is high.' },
    { plain: 'Look: the quay when the tide is high.' },
  ],
])('%s', (_, body, expected) => {
  const { thread } = withoutQuotesOf(threadOf(body), new Set(['m1']));
  const words = JSON.stringify(thread.posts[1]?.body).replace(/(?:\[redacted\][.\s]*)+/g, '[redacted]');
  expect(words).toBe(JSON.stringify(expected).replace(/\[redacted\][.\s]*/g, '[redacted]'));
});

test('only posts that quote are changed, and it is told which', () => {
  const thread = threadOf({ plain: '> It has done so for forty years.\n\nNo.' }, { plain: 'Forty years!' });
  const { thread: unquoted, quotes } = withoutQuotesOf(thread, new Set(['m1']));
  expect(unquoted.posts[2]).toEqual(thread.posts[2]);
  expect([...new Set(quotes.map(({ post }) => post))]).toEqual(['m2']);
});
