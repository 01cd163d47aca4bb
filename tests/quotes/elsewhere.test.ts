import { expect, test } from 'vitest';
import { heard, type Orphan, watchFor } from '../../src/quotes/elsewhere.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { threadOf } from './threads.ts';

const list = heard(
  readThread(
    threadOf(
      {
        a: {
          by: 'petra',
          html: '<p>We heard about the cancellation in January, and nobody owned the export.</p>',
          at: '2026-03-02T17:05:00Z',
        },
        b: { by: 'ines', html: '<p>I think that we all knew it.</p>', at: '2026-03-02T18:00:00Z' },
        c: { by: 'bo', html: '<p>I think that we all knew it.</p>', at: '2026-03-02T19:00:00Z' },
      },
      'list',
    ),
  ),
);
const find = (orphan: Partial<Orphan> & { text: string }) => {
  const watch = watchFor([{ thread: 'ferry', published: '2026-03-03T08:00:00Z', ...orphan }]);
  watch.look(list);
  return watch.found().get(0);
};

test('a quote of another thread is found, with its passage', () => {
  expect(find({ text: 'nobody owned the export. ' })).toBeUndefined();
  expect(find({ text: 'the cancellation in January, and nobody owned the export.' })).toMatchObject({
    fidelity: 'verbatim',
    source: { thread: 'list', post: 'a', start: 15, end: 72 },
  });
});

test('declared omissions are followed across threads', () => {
  expect(find({ text: 'We heard about the cancellation in January […] the export.' })).toMatchObject({
    fidelity: 'abridged',
  });
});

test.each([
  ['one word differs', { text: 'We knew about the cancellation in January, and nobody owned the export.' }],
  [
    'the quote is older than the source',
    { text: 'the cancellation in January, and nobody owned the export.', published: '2026-03-01T00:00:00Z' },
  ],
  [
    'it stands in the quote’s own thread',
    { text: 'the cancellation in January, and nobody owned the export.', thread: 'list' },
  ],
  ['two people said these few words', { text: 'I think that we all knew it.' }],
])('nothing is found where %s', (_, orphan) => {
  expect(find(orphan)).toBeUndefined();
});

test('the name in the quote decides between two people', () => {
  expect(find({ text: 'I think that we all knew it.', name: 'Bo Lindqvist' })).toMatchObject({
    source: { post: 'c' },
  });
});
