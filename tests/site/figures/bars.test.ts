import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barsPath } from '../../../src/site/figures/bars.ts';

const SIZE = { width: 100, height: 20 };

test('the highest bar is as high as the drawing, none where nothing is counted, and the lowest can be seen', () => {
  expect(barsPath([1000, 0, 500, 1], SIZE)).toBe(
    'M0.8 20v-20h23.5V20zM50.8 20v-10h23.5V20zM75.8 20v-2h23.5V20z',
  );
});

test('where nothing is counted, nothing is drawn', () => {
  expect(barsPath([], SIZE)).toBe('');
  expect(barsPath([0, 0], SIZE)).toBe('');
});

test('whatever is counted, bars stay within the drawing and do not overlap', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 48 }), (counts) => {
      const bars = [...barsPath(counts, SIZE).matchAll(/M([\d.]+) 20v-([\d.]+)h([\d.]+)V20z/g)];
      expect(bars).toHaveLength(counts.filter((count) => count > 0).length);
      let edge = 0;
      for (const [, left, tall, wide] of bars) {
        expect(Number(left)).toBeGreaterThanOrEqual(edge - 0.15);
        expect(Number(wide)).toBeGreaterThan(0);
        expect(Number(tall)).toBeLessThanOrEqual(SIZE.height);
        edge = Number(left) + Number(wide);
      }
      expect(edge).toBeLessThanOrEqual(SIZE.width + 0.15);
    }),
  );
});
