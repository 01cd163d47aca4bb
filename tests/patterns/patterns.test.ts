import { expect, test } from 'vitest';
import { BOUNDED } from './bounded.ts';
import { keyOf, patternLiterals } from './patterns.ts';
import { prove, recordedProofs } from './proof.ts';

test('every regular expression takes linear time, or meets texts of bounded length only', async () => {
  // A new pattern is proven here and now; `npm run prove:patterns` records it.
  const { unproven } = await prove(recordedProofs());
  expect(unproven.map(({ pattern, status, attack }) => `${status}: ${keyOf(pattern)} ${attack}`)).toEqual([]);
}, 600_000);

test('what is said to be bounded is still in use', () => {
  const used = new Set(patternLiterals().map(keyOf));
  expect([...BOUNDED.keys()].filter((key) => !used.has(key))).toEqual([]);
});
