import { expect, test } from 'vitest';
import { yearsOf } from '../../../src/site/search/years-of.ts';

test('a thread that went on over years can be found by each of them, the newest first', () => {
  const threads = [{ from: '2019-12-30T00:00:00Z', to: '2021-01-02T00:00:00Z' }, {}];
  expect(yearsOf(threads, [{ date: '2026-03-11' }])).toEqual(['2026', '2021', '2020', '2019']);
});
