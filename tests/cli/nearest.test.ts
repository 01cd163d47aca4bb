import { expect, test } from 'vitest';
import { nearest } from '../../src/cli/nearest.ts';

const KNOWN = ['import', 'inspect', 'check'];

test.each([
  ['imprt', 'import'],
  ['import', 'import'],
  ['chekc', 'check'],
  ['inspects', 'inspect'],
  ['build', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('“%s” means %s', (word, meant) => {
  expect(nearest(word, KNOWN)).toBe(meant);
});
