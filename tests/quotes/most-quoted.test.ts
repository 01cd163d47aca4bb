import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostQuoted } from '../../src/quotes/most-quoted.ts';

const quoted = (post: string, start: number, end: number) => ({ post, start, end });

test('the passage is what most of the quotes share', () => {
  expect(mostQuoted([quoted('a', 0, 40), quoted('a', 10, 30), quoted('a', 20, 60)], 2)).toEqual([
    { post: 'a', start: 20, end: 30, count: 3 },
  ]);
});

test('quotes that only touch share nothing', () => {
  expect(mostQuoted([quoted('a', 0, 10), quoted('a', 10, 20)], 2)).toEqual([]);
});

test('more quotes come first, then longer passages', () => {
  const passages = mostQuoted(
    [
      quoted('a', 0, 9),
      quoted('a', 0, 9),
      quoted('b', 0, 5),
      quoted('b', 0, 5),
      quoted('b', 0, 5),
      quoted('c', 0, 20),
      quoted('c', 0, 20),
    ],
    2,
  );
  expect(passages.map(({ post }) => post)).toEqual(['b', 'c', 'a']);
});

const stretch = fc.record({ start: fc.nat(50), length: fc.integer({ min: 1, max: 30 }) });

test('as many quotes cover the passage as it says, and no stretch is covered by more', () => {
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 12 }), (stretches) => {
      const quotes = stretches.map(({ start, length }) => quoted('a', start, start + length));
      const [best] = mostQuoted(quotes, 1);
      const covering = (at: number) => quotes.filter(({ start, end }) => start <= at && at < end).length;
      expect(best?.count).toBe(Math.max(...Array.from({ length: 90 }, (_, at) => covering(at))));
      for (let at = best?.start ?? 0; at < (best?.end ?? 0); at += 1) expect(covering(at)).toBe(best?.count);
    }),
  );
});
