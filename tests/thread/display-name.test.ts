import { expect, test } from 'vitest';
import { displayName } from '../../src/thread/display-name.ts';

test.each([
  ['a plain name', 'Ines Quay', 'Ines Quay'],
  ['a name that would turn the text beside it round', '\u202EsenI\u202C', 'senI'],
  ['isolates and marks', '\u2066Bo\u2069\u200F', 'Bo'],
  ['zero-width characters between letters', 'A\u200Bd\u2060a\uFEFF', 'Ada'],
  ['joiners between Latin letters', 'A\u200Dd\u200Ca', 'Ada'],
  ['a joined emoji', 'Ada 👩‍💻', 'Ada 👩‍💻'],
  ['a joined emoji with a skin tone and a variation selector', '👩🏽‍🚀 🏳️‍🌈', '👩🏽‍🚀 🏳️‍🌈'],
  ['a Persian name with a non-joiner', 'می‌نا', 'می‌نا'],
  ['a dangling joiner', 'مینا\u200D', 'مینا'],
  ['line ends, tabs and control characters', ' Ada\n\tof\u0000\u2028the Quay ', 'Ada of the Quay'],
  ['Hangul fillers', '\u3164\u115F', ''],
  ['invisible tags', 'Ada\u{E0041}\u{E0064}', 'Ada'],
  ['a lone surrogate', 'Ada\uD83D', 'Ada'],
  ['mark-up, which is text like any other', '<b>Ada</b>', '<b>Ada</b>'],
])('%s', (_name, given, expected) => {
  expect(displayName(given)).toBe(expected);
});

test('a name is cut at 200 characters', () => {
  expect([...displayName('🦊'.repeat(500))]).toHaveLength(200);
});

test('a name of a million joiners costs no more than its first characters', () => {
  expect(displayName('\u200D'.repeat(1_000_000))).toBe('');
});
