import { expect, test } from 'vitest';
import { wordsFor } from '../../../src/site/words/index.ts';

const english = wordsFor('en').dates;

test('a moment names its time zone, and midnight is 00:00', () => {
  expect(english.moment('2026-03-03T08:12:00Z')).toBe('3 March 2026, 08:12 UTC');
  expect(english.moment('2026-03-03T00:00:59Z')).toBe('3 March 2026, 00:00 UTC');
});

test('the day is the day in UTC, whatever the machine thinks', () => {
  expect(english.day('2026-12-31T23:59:59Z')).toBe('31 December 2026');
  expect(english.day('2026-03-11')).toBe('11 March 2026');
});

test('a period says once what its ends have in common', () => {
  const plain = (text: string) => text.replaceAll(/\s*–\s*/gu, '–');
  expect(plain(english.period('2026-03-03T08:00:00Z', '2026-03-05T10:00:00Z'))).toBe('3–5 March 2026');
  expect(plain(english.period('2026-03-03T08:00:00Z', '2026-03-03T10:00:00Z'))).toBe('3 March 2026');
});
