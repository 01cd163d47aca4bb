import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joined, meets, type Stretch } from '../../src/quotes/stretches.ts';

const stretch = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 8 }))
  .map(([start, length]): Stretch => ({ start, end: start + length }));

test('a stretch meets joined ones exactly where it overlaps one of them', () => {
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 12 }), stretch, (stretches, one) => {
      const overlaps = stretches.some(({ start, end }) => start < one.end && one.start < end);
      expect(meets(joined(stretches), one)).toBe(overlaps);
    }),
    { numRuns: 2000 },
  );
});

test('joined stretches lie apart and in order', () => {
  expect(joined([stretchOf(8, 9), stretchOf(0, 4), stretchOf(3, 5), stretchOf(5, 6)])).toEqual([
    { start: 0, end: 6 },
    { start: 8, end: 9 },
  ]);
});

function stretchOf(start: number, end: number): Stretch {
  return { start, end };
}
