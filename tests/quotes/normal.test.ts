import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalForm, originalRange } from '../../src/quotes/normal.ts';

test.each([
  ['white space of every kind', 'a \t\n\u00a0 b', 'a b'],
  ['spaces at the ends', '  a  ', 'a'],
  ['quotation marks', '“so” „so“ «so»', '"so" "so" "so"'],
  ['apostrophes', 'it’s', "it's"],
  ['dashes', 'this – that — so', 'this - that - so'],
  ['two hyphens for a dash', 'this -- that', 'this - that'],
  ['two hyphens between words', 'this--that', 'this-that'],
  ['an ellipsis', 'so... yes…', 'so… yes…'],
  ['composed letters', 'cafe\u0301', 'café'],
  ['soft hyphens and zero-width characters', 'time\u00adtable\u200b', 'timetable'],
  ['variation selectors', '☎\ufe0f', '☎'],
  ['a full handle', 'ask @ines@quay.example, now', 'ask @ines, now'],
])('%s are folded', (_, text, normal) => {
  expect(normalForm(text).text).toBe(normal);
});

test.each([
  ['case', 'Linus', 'linus'],
  ['an option and a word', '--force', '-force'],
  ['punctuation', 'yes.', 'yes!'],
  ['accents', 'resume', 'résumé'],
])('%s counts', (_, one, other) => {
  expect(normalForm(one).text).not.toBe(normalForm(other).text);
});

const words = fc.string({ unit: fc.constantFrom(...'ab .…-@“’\u0301\u200b\u00ad\n—é'), maxLength: 60 });
const anything = fc.oneof(fc.string({ unit: 'binary' }), words);

test('the normal form of a normal form is itself', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const once = normalForm(text).text;
      expect(normalForm(once).text).toBe(once);
    }),
    { numRuns: 2000 },
  );
});

test('offsets rise and stay inside the text', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { text: normal, starts, ends } = normalForm(text);
      expect(starts.length).toBe(normal.length);
      for (let n = 0; n < normal.length; n += 1) {
        expect(starts[n]).toBeLessThan(ends[n] ?? 0);
        expect(ends[n]).toBeLessThanOrEqual(text.length);
        if (n > 0) expect(starts[n]).toBeGreaterThanOrEqual(starts[n - 1] ?? 0);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a range of the normal form leads back to the words it stands for', () => {
  const text = 'She said:  “We’ve — well — known...”  twice';
  const normal = normalForm(text);
  const start = normal.text.indexOf('"We');
  const [from, to] = originalRange(normal, start, normal.text.indexOf('"', start + 1) + 1);
  expect(text.slice(from, to)).toBe('“We’ve — well — known...”');
});

test.each(['.', '-', '@a', '@', '…', ' ', '\u0301', 'a-'])(
  '%j a hundred thousand times takes linear time',
  (unit) => {
    const normal = normalForm(unit.repeat(100_000));
    expect(normal.text.length).toBeLessThanOrEqual(unit.length * 100_000);
  },
);
