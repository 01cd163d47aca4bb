import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareMost, sharedPassages } from '../../src/quotes/shared-passages.ts';

const passage = (start: number, end: number, post = 'a') => ({ thread: 'ferry', post, start, end });

test.each([
  ['the same words', passage(0, 40), passage(0, 40), true],
  ['a sentence and the paragraph around it', passage(0, 200), passage(80, 120), true],
  ['two that have more than half in common', passage(0, 40), passage(19, 59), true],
  ['two that have half in common', passage(0, 40), passage(20, 60), false],
  ['two that touch', passage(0, 40), passage(40, 80), false],
])('%s', (_, one, other, expected) => {
  expect(shareMost(one, other)).toBe(expected);
  expect(shareMost(other, one)).toBe(expected);
});

test('quotes are grouped by the words that they share; what stands alone is left out', () => {
  const [one, two, both, apart, otherPost] = [
    passage(0, 40),
    passage(41, 80),
    passage(10, 75),
    passage(300, 340),
    passage(0, 40, 'b'),
  ];
  expect(sharedPassages([apart, one, two, otherPost, both])).toEqual([[one, two, both]]);
  expect(sharedPassages([one, two, apart, otherPost])).toEqual([]);
});

const stretches = fc.array(
  fc.record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 40 }), post: fc.constantFrom('a', 'b') }),
  { maxLength: 12 },
);

test('nobody is in two groups, and everybody in a group shares words with another in it', () => {
  fc.assert(
    fc.property(stretches, (some) => {
      const quotes = some.map(({ start, length, post }) => passage(start, start + length, post));
      const groups = sharedPassages(quotes);
      const grouped = groups.flat();
      expect(new Set(grouped).size).toBe(grouped.length);
      for (const group of groups)
        for (const one of group)
          expect(
            group.some((other) => other !== one && other.post === one.post && shareMost(one, other)),
          ).toBe(true);
      for (const alone of quotes.filter((quote) => !grouped.includes(quote)))
        expect(
          quotes.some((other) => other !== alone && other.post === alone.post && shareMost(alone, other)),
        ).toBe(false);
    }),
  );
});
