import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onlyInWords, type ReadingTexts } from '../../src/browser/thread/page-words.ts';
import { readView, writeView } from '../../src/browser/thread/view.ts';

const everybody = () => true;

test('an address says the order and whose posts are shown', () => {
  expect(readView('?order=time&person=ada&person=bo&person=ada', everybody)).toEqual({
    order: 'time',
    people: ['ada', 'bo'],
  });
});

test('what an address says of nobody here, or of no order, is left alone', () => {
  const known = (person: string) => person === 'ada';
  expect(readView('?order=size&person=__proto__&person=ada', known)).toEqual({
    order: 'replies',
    people: ['ada'],
  });
  expect(readView('', everybody)).toEqual({ order: 'replies', people: [] });
});

test('an address keeps what else it asks for, and asks for nothing where nothing is chosen', () => {
  expect(writeView('?from=mail&order=time', { order: 'replies', people: ['bo'] })).toBe(
    '?from=mail&person=bo',
  );
  expect(writeView('?order=time&person=ada', { order: 'replies', people: [] })).toBe('');
});

test('what was written is read again', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.constantFrom('time', 'replies'), (people, order) => {
      expect(readView(writeView('', { order, people }), everybody)).toEqual({ order, people });
    }),
  );
});

test('a count is said in the forms of the language, with names as they stand', () => {
  const only = { one: '{count} post by {names}', other: '{count} posts by {names}' };
  const texts: ReadingTexts = {
    lang: 'en',
    replies: '',
    time: { other: '' },
    showOnly: '',
    only,
    everybody: '',
  };
  expect(onlyInWords(1, ['Ada'], texts)).toBe('1 post by Ada');
  expect(onlyInWords(1204, ['Ada', 'Bo $& {count}'], texts)).toBe('1,204 posts by Ada and Bo $& {count}');
});
