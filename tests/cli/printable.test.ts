import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneLine, printable, printableJson, shortened } from '../../src/cli/printable.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal obeys
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const hostile = fc.string({ unit: 'binary' });

test('of what is printed only styles and line feeds are obeyed', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins a style
      expect(printable(text).replace(/\u001b\[[0-9;]{1,16}m/g, '')).not.toMatch(OBEYED);
    }),
  );
  expect(printable('\u001b[1mbold\u001b[22m')).toBe('\u001b[1mbold\u001b[22m');
});

test('somebody else’s words keep one line and nothing in them is obeyed', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(oneLine(text)).not.toContain('\n');
      expect(oneLine(text)).not.toMatch(OBEYED);
    }),
  );
  expect(oneLine('a\n b\u001b[31m\tc')).toBe('a b␛[31m c');
});

test('a shortened text is never longer than asked for, and says that it was shortened', () => {
  fc.assert(
    fc.property(hostile, fc.integer({ min: 1, max: 80 }), (text, width) => {
      expect([...shortened(text, width)].length).toBeLessThanOrEqual(width);
    }),
  );
  expect(shortened('The ferry that never was', 10)).toBe('The ferry…');
  expect(shortened('The ferry', 9)).toBe('The ferry');
  expect(shortened('👩‍🚀 '.repeat(5), 3)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});

test('JSON for a terminal is the same JSON', () => {
  fc.assert(
    fc.property(fc.array(hostile), (texts) => {
      const printed = printableJson(texts);
      expect(JSON.parse(printed)).toEqual(texts);
      expect(printed).not.toMatch(OBEYED);
    }),
  );
});
