import { expect, test } from 'vitest';
import { names } from '../../src/quotes/attribution.ts';

const petra = { handle: '@petra@list.example', name: 'Petra Hölm' };

test.each([
  '@petra',
  '@petra@list.example',
  '@PETRA',
  'Petra Hölm',
  'Petra Holm',
  'Hölm, Petra',
  'petra',
  'Dr. Petra Hölm',
])('%j can mean her', (name) => {
  expect(names(name, petra)).toBe(true);
});

test.each(['@petra@other.example', 'Petra Lindqvist', 'Bo', '@bo', '', 'P', 'Pet'])('%j cannot', (name) => {
  expect(names(name, petra)).toBe(false);
});

test('one character can be a whole name', () => {
  expect(names('李', { handle: '@li@quay.example', name: '李' })).toBe(true);
  expect(names('王', { handle: '@li@quay.example', name: '李' })).toBe(false);
});
