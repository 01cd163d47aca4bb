import { expect, test } from 'vitest';
import { dayInWords, momentInWords, monthInWords, periodInWords } from '../../src/site/dates.ts';

test('a moment names its time zone, and midnight is 00:00', () => {
  expect(momentInWords('2026-03-03T08:12:00Z', 'en')).toBe('3 March 2026, 08:12 UTC');
  expect(momentInWords('2026-03-03T00:00:59Z', 'en')).toBe('3 March 2026, 00:00 UTC');
});

test('the day is the day in UTC, whatever the machine thinks', () => {
  expect(dayInWords('2026-12-31T23:59:59Z', 'en')).toBe('31 December 2026');
  expect(dayInWords('2026-03-11', 'en')).toBe('11 March 2026');
  expect(monthInWords('2026-03-01', 'de')).toBe('März');
});

test('a period says once what its ends have in common', () => {
  const plain = (text: string) => text.replaceAll(/\s*–\s*/gu, '–');
  expect(plain(periodInWords('2026-03-03T08:00:00Z', '2026-03-05T10:00:00Z', 'en'))).toBe('3–5 March 2026');
  expect(plain(periodInWords('2026-03-03T08:00:00Z', '2026-03-03T10:00:00Z', 'en'))).toBe('3 March 2026');
});
