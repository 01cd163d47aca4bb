import { expect, test } from 'vitest';
import { monthsOf, sumOfQuotes } from '../../src/site/archive.ts';

test('counts the digests of each month, the newest year first', () => {
  const digests = ['2025-12-31', '2026-03-11', '2026-03-12'].map((date) => ({ date }));
  expect(monthsOf(digests)).toEqual([
    { year: '2026', months: [0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
    { year: '2025', months: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] },
  ]);
});

test('sums quotes by fidelity', () => {
  expect(sumOfQuotes([{ quotes: { verbatim: 2 } }, { quotes: { verbatim: 1, altered: 1 } }])).toEqual({
    verbatim: 3,
    altered: 1,
  });
  expect(sumOfQuotes([])).toEqual({});
});
