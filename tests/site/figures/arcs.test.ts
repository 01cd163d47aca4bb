import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ARC_ROW, ARC_WIDTH, arcsOf } from '../../../src/site/figures/arcs.ts';

const numbersIn = (path: string) => path.match(/-?[\d.]+/g)?.map(Number) ?? [];

test('an arc starts broad at whoever answers and ends in a point at whom they answer', () => {
  const [arc] = arcsOf({ pairs: [{ from: 0, to: 2, count: 4 }] });
  expect(arc).toEqual({
    from: 0,
    path: 'M0 11.9C123.6 11.9 123.6 63.5 0 63.5C116.4 63.5 116.4 19.1 0 19.1z',
  });
});

test('the two ways between the same people do not lie on one another', () => {
  const [down, up] = arcsOf({
    pairs: [
      { from: 0, to: 1, count: 1 },
      { from: 1, to: 0, count: 1 },
    ],
  });
  expect(down?.path).not.toBe(up?.path);
  expect(numbersIn(down?.path ?? '')[7]).not.toBe(numbersIn(up?.path ?? '')[1]);
});

test('who answers most often has the broadest arc', () => {
  const [often, seldom] = arcsOf({
    pairs: [
      { from: 0, to: 1, count: 9 },
      { from: 2, to: 1, count: 1 },
    ],
  });
  const breadth = (path = '') => Math.abs((numbersIn(path)[1] ?? 0) - (numbersIn(path).at(-1) ?? 0));
  expect(breadth(often?.path)).toBeGreaterThan(2 * breadth(seldom?.path));
});

test('an answer to oneself is a loop in its row', () => {
  const [loop] = arcsOf({ pairs: [{ from: 3, to: 3, count: 1 }] });
  const heights = numbersIn(loop?.path ?? '').filter((_, place) => place % 2 === 1);
  for (const height of heights) expect(Math.abs(height - 3.5 * ARC_ROW)).toBeLessThan(ARC_ROW);
});

test('no arc leaves the drawing', () => {
  const row = fc.nat({ max: 12 });
  fc.assert(
    fc.property(
      fc.array(fc.record({ from: row, to: row, count: fc.integer({ min: 1, max: 10_000 }) }), {
        maxLength: 60,
      }),
      (pairs) => {
        for (const { path } of arcsOf({ pairs })) {
          const numbers = numbersIn(path);
          expect(numbers.every(Number.isFinite)).toBe(true);
          // A cubic curve whose ends lie at 0 stands three quarters as far out as its handles.
          const out = Math.max(...numbers.filter((_, place) => place % 2 === 0)) * 0.75;
          expect(out).toBeLessThanOrEqual(ARC_WIDTH);
          for (const height of numbers.filter((_, place) => place % 2 === 1)) {
            expect(height).toBeGreaterThanOrEqual(0);
            expect(height).toBeLessThanOrEqual(13 * ARC_ROW);
          }
        }
      },
    ),
  );
});
