import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBlocks } from '../../src/importers/paste/blocks.ts';
import { leadingMentions } from '../../src/importers/paste/mentions.ts';

const texts = (copy: string) => findBlocks(copy).map(({ text }) => text);

describe('a line begins with mentions', () => {
  test.each([
    ['@ines yes', ['@ines']],
    ['@ines @tomas@pier.example yes', ['@ines', '@tomas@pier.example']],
    ['@ines, @tomas: yes', ['@ines', '@tomas']],
    ['@ines...', ['@ines']],
    ['@ines_k-2.b yes', ['@ines_k-2.b']],
    ['@ines\u00A0@tomas\u00A0yes', ['@ines', '@tomas']],
    ['\uFEFF@ines yes', ['@ines']],
    ['\u2067@ines\u2069 نعم', ['@ines']],
    ['👍🏽 @ines yes', ['@ines']],
    ['🇳🇴@ines yes', ['@ines']],
    ['@__proto__ yes', ['@__proto__']],
    ['@ines نعم', ['@ines']],
  ])('%j', (line, handles) => {
    expect(leadingMentions(line)?.handles).toEqual(handles);
  });

  test.each([
    'yes @ines',
    '> @ines yes',
    '@ines’s boat',
    "@ines's boat",
    '@route("/")',
    '@media(print)',
    '    @decorator',
    '\t@decorator',
    'ines@quay.example',
    '@',
    '@ ines',
    '#boats @ines',
    '',
  ])('%j does not', (line) => {
    expect(leadingMentions(line)).toBeNull();
  });
});

describe('a post begins', () => {
  test.each([
    ['at a mention below a blank line', 'a\n\n@x b', ['a', '@x b']],
    ['at a mention right below text', 'a\n@x b\n@y c', ['a', '@x b', '@y c']],
    ['at a mention on a line of its own', 'a\n@x\nb', ['a', '@x\nb']],
    ['at the first line', '@x b\n@y c', ['@x b', '@y c']],
    ['at emoji before a mention', 'a\n\n🎉 @x b', ['a', '🎉 @x b']],
    [
      'below a line that ends with a colon, where the one named is in the talk',
      '@x a:\n@x b',
      ['@x a:', '@x b'],
    ],
    ['below a comma, where the one named is in the talk', '@x a,\n@x b', ['@x a,', '@x b']],
    ['as nothing but mentions, where one is in the talk', '@x a\n\n@y @x', ['@x a', '@y @x']],
    ['where a fence was never closed', '@x a\n```\nb\n@y c', ['@x a\n```\nb', '@y c']],
    [
      'inside what two unclosed fences seem to enclose',
      '@x\n```\na\n@y b\n```\n@z c',
      ['@x\n```\na', '@y b\n```', '@z c'],
    ],
  ])('%s', (_, copy, expected) => {
    expect(texts(copy)).toEqual(expected);
  });
});

describe('a post goes on', () => {
  test.each([
    ['over blank lines', 'a\n\nb\n\n\nc'],
    ['over a quote of a mention', '@x a\n\n> @y b\n\nc'],
    ['over people thanked', '@x a\nThanks to:\n@y and @z'],
    ['over a cc', '@x a\ncc\n@y @z'],
    ['over a cc in a paragraph of its own', '@x a\n\n@y @z'],
    ['over credits marked with emoji', '@x a\n🎨 @y\n🎵 @z'],
    ['over code', '@x a\n```py\n@cached\ndef b\n```\nc'],
    ['over indented code', '@x a\n\n    @cached\n    def b'],
    ['over a possessive', '@x a\n\n@y’s boat is blue'],
  ])('%s', (_, copy) => {
    expect(texts(copy)).toEqual([copy]);
  });
});

describe('a line that names the author', () => {
  const one = 'Ines Kovar @ines@quay.example 3h\n@tomas a\n@petra b';

  test('counts at the beginning, and takes the mention below as the start of that post', () => {
    expect(findBlocks(one)).toEqual([
      {
        header: { name: 'Ines Kovar', handle: '@ines@quay.example' },
        mentions: ['@tomas'],
        text: '@tomas a',
      },
      { header: null, mentions: ['@petra'], text: '@petra b' },
    ]);
  });

  test('alone begins posts where there are two', () => {
    const two = `${one}\n\nTomas 🚢 Lind @tomas@pier.example · 12m\nc`;
    expect(texts(two)).toEqual(['@tomas a\n@petra b', 'c']);
    expect(findBlocks(two)[1]?.header).toEqual({ name: 'Tomas 🚢 Lind', handle: '@tomas@pier.example' });
  });

  test.each([
    'a\n\nI wrote to @ines@quay.example 3h',
    'Ines Kovar @ines 3h\na',
    'Ines Kovar @ines@quay.example\na',
    'Ines Kovar @ines@quay.example three hours\na',
  ])('%j has none', (copy) => {
    expect(findBlocks(copy).map(({ header }) => header)).toEqual([null]);
  });
});

test('no visible character is lost, doubled or moved', () => {
  const words = fc.constantFrom(
    '@x',
    '@y@z.example',
    'a',
    'cc',
    '```',
    '> b',
    '🎉',
    '\n',
    '\n\n',
    ' ',
    ':',
    '\u00A0',
    '    ',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
      const copy = parts.join(' ');
      expect(texts(copy).join('').replace(/\s/g, '')).toBe(copy.replace(/\s/g, ''));
    }),
    { seed: 20261123 },
  );
});
