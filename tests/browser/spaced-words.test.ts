import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinedWords, spacedWords } from '../../src/browser/search/spaced-words.ts';

test.each([
  ['the ferry is late', 'the ferry is late'],
  ['天気がいい', '天気 が いい'],
  ['Gauge 川の水位 2 m', 'Gauge 川 の 水位 2 m'],
])('%s is searched as %s', (text, spaced) => {
  expect(spacedWords(text)).toBe(spaced);
});

test('a word is found in a sentence of a script without spaces', () => {
  expect(spacedWords('川の水位が上がった').split(' ')).toContain(spacedWords('水位'));
});

test('what was spaced is shown as it was', () => {
  expect(joinedWords(spacedWords('川の水位が上がった'))).toBe('川の水位が上がった');
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]+( [a-z]+)*$/), (text) => {
      expect(joinedWords(spacedWords(text))).toBe(text);
    }),
  );
});

test('long runs are spaced in linear time', () => {
  const start = performance.now();
  spacedWords('水'.repeat(100_000));
  joinedWords('水 '.repeat(100_000));
  expect(performance.now() - start).toBeLessThan(5000);
});
