import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrap } from '../../../src/site/editions/wrap.ts';

test('a line ends before the word that would not fit', () => {
  expect(wrap('The ferry did not run on Sunday.', 14)).toEqual(['The ferry did', 'not run on', 'Sunday.']);
});

test('what cannot be broken is a line by itself', () => {
  expect(wrap('see https://quay.example/threads/ferry now', 12)).toEqual([
    'see',
    'https://quay.example/threads/ferry',
    'now',
  ]);
});

test('East Asian letters count as two, may be divided, and keep their marks', () => {
  expect(wrap('渡し船は日曜日に出ない。', 12)).toEqual(['渡し船は日曜', '日に出ない。']);
  expect(wrap('船は「出ない」。', 6)).toEqual(['船は', '「出な', 'い」。']);
  expect(wrap('船は「出ない」。', 8)).toEqual(['船は「出', 'ない」。']);
});

test('no line begins as a quote does, as the separator of a mailbox, or as a signature', () => {
  expect(wrap('one two > three', 8)).toEqual(['one', 'two >', 'three']);
  expect(wrap('mail that came From nowhere', 15)).toEqual(['mail that', 'came From', 'nowhere']);
  for (const line of wrap('> a', 40)) expect(line).not.toMatch(/^>/);
});

test('nothing is lost and no line is wider than it must be', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z>|-]{1,12}$/), { maxLength: 60 }),
      fc.integer({ min: 10, max: 80 }),
      (words, width) => {
        const lines = wrap(words.join(' '), width);
        expect(lines.join(' ').replaceAll('\u2060', '').trim()).toBe(words.join(' '));
        for (const line of lines) expect(line).not.toMatch(/^(?:[>|]|--$|From )/);
        for (const line of lines)
          if (!/[>|-]/.test(line)) expect(line.length).toBeLessThanOrEqual(Math.max(width, 12));
      },
    ),
  );
});

test('a hostile line takes time in proportion to its length', () => {
  const start = performance.now();
  wrap('> '.repeat(50_000), 72);
  wrap('「'.repeat(100_000), 72);
  wrap(' '.repeat(100_000), 72);
  expect(performance.now() - start).toBeLessThan(5000);
});
