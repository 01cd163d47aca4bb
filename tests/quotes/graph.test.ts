import { expect, test } from 'vitest';
import { quoteGraph } from '../../src/quotes/graph.ts';
import type { Quote } from '../../src/quotes/quote.ts';
import { readThread } from '../../src/quotes/reading.ts';
import type { Thread } from '../../src/thread/schema.ts';
import { threadOf } from './threads.ts';

const graphOf = (thread: Thread) => {
  const reading = readThread(thread);
  const graph = quoteGraph(reading);
  const words = ({ source }: Quote) =>
    source && reading.byId.get(source.post)?.own.text.slice(source.start, source.end);
  return { ...graph, words };
};

const SAID = 'The timetable says 07:40. The ferry says otherwise, and it has been saying so since January.';

test.each([
  ['the whole post', SAID, 'verbatim', SAID],
  ['a part of it', 'The ferry says otherwise', 'verbatim', 'The ferry says otherwise'],
  [
    'other typography',
    'The  ferry says otherwise,\u00a0and it',
    'verbatim',
    'The ferry says otherwise, and it',
  ],
  ['a declared omission', 'The timetable says 07:40. […] since January.', 'abridged', SAID],
  ['an omission marked by dots', 'The timetable says ... saying so since January.', 'abridged', SAID],
  ['an inserted word', 'The ferry [of the line] says otherwise', 'abridged', 'The ferry says otherwise'],
  [
    'a replaced word',
    'The [boat] says otherwise, and it has',
    'abridged',
    'The ferry says otherwise, and it has',
  ],
  [
    'a capital put in',
    '[I]t has been saying so since January.',
    'abridged',
    'it has been saying so since January.',
  ],
  ['an omission at the start', '… and it has been saying so', 'abridged', 'and it has been saying so'],
  ['sic', 'The ferry says otherwise [sic], and it has', 'abridged', 'The ferry says otherwise, and it has'],
])('a reply that quotes %s is traced to it', (_, quoted, fidelity, source) => {
  const graph = graphOf(
    threadOf({
      a: { by: 'ines', html: `<p>${SAID}</p>` },
      b: { by: 'bo', to: 'a', html: `<blockquote><p>${quoted}</p></blockquote><p>It was cancelled.</p>` },
    }),
  );
  expect(graph.quotes).toMatchObject([{ post: 'b', index: 0, depth: 1, fidelity }]);
  expect(graph.quotes.map(graph.words)).toEqual([source]);
  expect([...graph.quotedBy.keys()]).toEqual(['a']);
});

test.each([
  [
    'a negation',
    'The ferry never says otherwise, and it has been saying so since the first week of January.',
  ],
  [
    'one exchanged word',
    'The timetable says 07:40. The boat says otherwise, and it has been saying so since January.',
  ],
])('%s is altered, and the differing words are known', (_, quoted) => {
  const [quote] = graphOf(
    threadOf({
      a: {
        by: 'ines',
        html: `<p>The ferry says otherwise, and it has been saying so since the first week of January.</p><p>${SAID}</p>`,
      },
      b: { by: 'bo', to: 'a', html: `<blockquote>${quoted}</blockquote>` },
    }),
  ).quotes;
  expect(quote?.fidelity).toBe('altered');
  const words = (...kinds: string[]) =>
    (quote?.edits ?? [])
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ text }) => text)
      .join('');
  expect(words('same', 'added')).toBe(quoted);
});

test.each([
  ['words that nobody said', 'The harbour master has resigned over this affair, I hear.'],
  [
    'too much changed',
    'The timetable lies about 07:40. The captain says nothing, and has been silent for weeks.',
  ],
  ['a part of a word', 'erry says otherwise, and it has bee'],
  ['fewer than four words of somebody else', 'so since'],
])('%s: no source, rather than a wrong one', (_, quoted) => {
  const { quotes } = graphOf(
    threadOf({
      a: { by: 'ines', html: `<p>${SAID}</p>` },
      b: { by: 'bo', to: 'a', html: '<p>Oh.</p>' },
      c: { by: 'petra', to: 'b', html: `<blockquote>${quoted}</blockquote>` },
    }),
  );
  expect(quotes).toMatchObject([{ fidelity: 'unsourced', source: null }]);
});

test('a quote in a quote leads to whoever said it first, and the way is kept', () => {
  const { quotes } = graphOf(
    threadOf({
      a: { by: 'ines', html: '<p>Nobody owned the export at all.</p>' },
      b: {
        by: 'bo',
        to: 'a',
        html: '<blockquote>Nobody owned the export at all.</blockquote><p>I did, for a while.</p>',
      },
      c: {
        by: 'petra',
        to: 'b',
        html: '<blockquote><blockquote>Nobody owned the export at all.</blockquote>I did, for a while.</blockquote><p>Thank you.</p>',
      },
    }),
  );
  expect(quotes).toMatchObject([
    { post: 'b', depth: 1, source: { post: 'a' } },
    { post: 'c', index: 0, depth: 1, text: 'I did, for a while.', source: { post: 'b' } },
    { post: 'c', index: 1, depth: 2, source: { post: 'a', via: ['b'] } },
  ]);
});

test('a short quote is looked for in the parent only', () => {
  const { quotes } = graphOf(
    threadOf({
      a: { by: 'ines', html: '<p>So be it.</p>' },
      b: { by: 'bo', to: 'a', html: '<blockquote>So be it</blockquote>' },
      c: { by: 'petra', to: 'b', html: '<blockquote>So be it</blockquote>' },
    }),
  );
  expect(quotes.map(({ source }) => source?.post)).toEqual(['a', undefined]);
});

test('a paragraph dropped without a word is told', () => {
  const [quote] = graphOf(
    threadOf({
      a: {
        by: 'ines',
        html: '<p>We asked twice in spring.</p><p>They did answer us.</p><p>We asked again in autumn.</p>',
      },
      b: {
        by: 'bo',
        to: 'a',
        html: '<blockquote><p>We asked twice in spring.</p><p>We asked again in autumn.</p></blockquote>',
      },
    }),
  ).quotes;
  expect(quote?.fidelity).toBe('altered');
  expect(quote?.edits?.find(({ kind }) => kind === 'removed')?.text.trim()).toBe('They did answer us.');
});

test('a common phrase that two others said is nobody’s', () => {
  const { quotes } = graphOf(
    threadOf({
      root: { by: null, html: '<p>What now?</p>' },
      a: { by: 'ines', to: 'root', html: '<p>I think so too.</p>' },
      b: { by: 'bo', to: 'root', html: '<p>I think so too.</p>' },
      c: { by: 'petra', to: 'root', html: '<blockquote>I think so too.</blockquote>' },
    }),
  );
  expect(quotes).toMatchObject([{ fidelity: 'unsourced' }]);
});

test('a quote is never traced to a post that was said later', () => {
  const { quotes } = graphOf(
    threadOf({
      a: { by: 'ines', html: '<blockquote>We have known since January of this year.</blockquote>' },
      b: { by: 'bo', html: '<p>We have known since January of this year.</p>' },
    }),
  );
  expect(quotes).toMatchObject([{ fidelity: 'unsourced' }]);
});

test('a quote that only holds another has no words to judge', () => {
  const { quotes } = graphOf(
    threadOf({
      a: { by: 'ines', html: '<p>Nobody owned the export at all.</p>' },
      b: {
        by: 'bo',
        to: 'a',
        html: '<blockquote><blockquote>Nobody owned the export at all.</blockquote></blockquote><p>I did.</p>',
      },
    }),
  );
  expect(quotes).toMatchObject([
    { post: 'b', index: 1, depth: 2, fidelity: 'verbatim', source: { post: 'a' } },
  ]);
});
