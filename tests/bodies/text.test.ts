import fc from 'fast-check';
import type { Blockquote, BlockContent, Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { bodyText, quotesIn } from '../../src/bodies/text.ts';
import { anyTree } from './trees.ts';

const root = (...children: Root['children']): Root => ({ type: 'root', children });
const paragraph = (...words: string[]): BlockContent => ({
  type: 'paragraph',
  children: words.map((value) => (value === '\n' ? { type: 'break' } : { type: 'text', value })),
});
const quote = (...children: BlockContent[]): Blockquote => ({
  type: 'blockquote',
  data: { quote: { kind: 'reply' } },
  children,
});

describe('own words', () => {
  test.each<[string, Root, string]>([
    ['blocks stand a blank line apart', root(paragraph('One.'), paragraph('Two.')), 'One.\n\nTwo.'],
    ['a hard break is a line feed', root(paragraph('One,', '\n', 'two')), 'One,\ntwo'],
    ['breaks at the ends of a block say nothing', root(paragraph('\n', 'One', '\n')), 'One'],
    [
      'quotes are left out',
      root(paragraph('One.'), quote(paragraph('Hers.')), paragraph('Two.')),
      'One.\n\nTwo.',
    ],
    ['a box that is no quote stays', root({ type: 'blockquote', children: [paragraph('Mine.')] }), 'Mine.'],
    [
      'signatures are left out',
      root(paragraph('One.'), { type: 'part', kind: 'signature', children: [paragraph('Ines, Hull')] }),
      'One.',
    ],
    [
      'list items are a line each',
      root({
        type: 'list',
        children: ['oars', 'rope'].map((item) => ({ type: 'listItem', children: [paragraph(item)] })),
      }),
      'oars\nrope',
    ],
    [
      'cells are a tab apart',
      root({
        type: 'table',
        children: [
          ['a', 'b'],
          ['c', 'd'],
        ].map((row) => ({
          type: 'tableRow',
          children: row.map((value) => ({ type: 'tableCell', children: [{ type: 'text', value }] })),
        })),
      }),
      'a\tb\nc\td',
    ],
    [
      'inline code is words, a picture is not',
      root({
        type: 'paragraph',
        children: [
          { type: 'text', value: 'Try ' },
          { type: 'inlineCode', value: 'git bisect' },
          { type: 'image', url: 'https://quay.example/x.png', alt: 'a boat' },
          { type: 'text', value: '.' },
        ],
      }),
      'Try git bisect.',
    ],
  ])('%s', (_, tree, text) => {
    expect(bodyText(tree).text).toBe(text);
  });

  test('every leaf holds its slice, in order, and between two leaves is only white space', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const { text, leaves } = bodyText(tree);
        let end = 0;
        for (const leaf of leaves) {
          expect(text.slice(leaf.start, leaf.end)).toBe(leaf.node.value);
          expect(text.slice(end, leaf.start)).toMatch(/^[\t\n]*$/);
          end = leaf.end;
        }
        expect(text.length).toBe(end);
      }),
    );
  });

  test('a tree of any depth is read', () => {
    let inner: BlockContent = paragraph('deep');
    for (let depth = 0; depth < 100_000; depth += 1) inner = { type: 'blockquote', children: [inner] };
    expect(bodyText(root(inner)).text).toBe('deep');
  });
});

describe('quotes', () => {
  test('stand in document order, the outer before those it holds, each with its own words only', () => {
    const tree = root(
      quote(quote(paragraph('first said')), paragraph('answer')),
      paragraph('mine'),
      quote(paragraph('other')),
    );
    expect(quotesIn(tree).map(({ depth, text }) => [depth, text])).toEqual([
      [1, 'answer'],
      [2, 'first said'],
      [1, 'other'],
    ]);
  });

  test('every quote is found, and none of its words is an own word', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const found = quotesIn(tree);
        expect(found.length).toBe(JSON.stringify(tree).split('"quote"').length - 1);
        const own = new Set<unknown>(bodyText(tree).leaves.map((leaf) => leaf.node));
        const quoted = found.flatMap((one) => one.leaves.map((leaf) => leaf.node));
        expect(new Set(quoted).size).toBe(quoted.length);
        expect(quoted.filter((node) => own.has(node))).toEqual([]);
      }),
    );
  });
});
