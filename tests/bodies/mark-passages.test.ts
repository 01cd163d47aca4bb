import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import type { MarkedPassage } from '../../src/bodies/body.ts';
import { markPassages } from '../../src/bodies/mark-passages.ts';
import { bodyText, quotesIn } from '../../src/bodies/text.ts';
import { anyTree } from './trees.ts';

const passages = (node: Nodes): MarkedPassage[] => [
  ...(node.type === 'passage' ? [node] : []),
  ...('children' in node ? node.children.flatMap(passages) : []),
];
const textOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

const sentence: Root = {
  type: 'root',
  children: [
    {
      type: 'paragraph',
      children: [
        { type: 'text', value: 'The tide ' },
        { type: 'emphasis', children: [{ type: 'text', value: 'turns at' }] },
        { type: 'text', value: ' six; run ' },
        { type: 'inlineCode', value: 'tides --now' },
      ],
    },
  ],
};

test('a passage across inline nodes is marked in each, and says where it begins and ends', () => {
  const marked = markPassages(sentence, [{ start: 4, end: 21 }]);
  expect(passages(marked).map((node) => [textOf(node), node.data])).toEqual([
    ['tide ', { marks: [{ index: 0, begins: true }] }],
    ['turns at', { marks: [{ index: 0 }] }],
    [' six', { marks: [{ index: 0, ends: true }] }],
  ]);
});

test('where passages overlap, every stretch names all that cover it', () => {
  const marked = markPassages(sentence, [
    { start: 0, end: 6 },
    { start: 4, end: 8 },
  ]);
  expect(passages(marked).map((node) => [textOf(node), node.data.marks.map((mark) => mark.index)])).toEqual([
    ['The ', [0]],
    ['ti', [0, 1]],
    ['de', [1]],
  ]);
});

test('code is marked whole, and says so', () => {
  const marked = markPassages(sentence, [{ start: 23, end: 32 }]);
  expect(passages(marked).map((node) => [textOf(node), node.data.widened])).toEqual([
    ['run ', undefined],
    ['tides --now', true],
  ]);
});

test('ranges without a character leave the tree as it is', () => {
  const ranges = [
    { start: 3, end: 3 },
    { start: 900, end: 950 },
  ];
  expect(markPassages(sentence, ranges)).toBe(sentence);
});

const anyRanges = fc.array(
  fc
    .record({ start: fc.nat(60), length: fc.nat(30) })
    .map(({ start, length }) => ({ start, end: start + length })),
  { maxLength: 6 },
);

test('marking keeps own words and quotes, does not touch the given tree, and marks exactly what was asked', () => {
  fc.assert(
    fc.property(anyTree, anyRanges, (tree, ranges) => {
      const before = JSON.stringify(tree);
      const marked = markPassages(tree, ranges);
      expect(JSON.stringify(tree)).toBe(before);
      const { text, leaves } = bodyText(marked);
      expect(text).toBe(bodyText(tree).text);
      expect(quotesIn(marked).map((quote) => quote.text)).toEqual(quotesIn(tree).map((quote) => quote.text));
      const marks = new Map(
        passages(marked).flatMap((node) => node.children.map((child) => [child as Nodes, node])),
      );
      for (const { node, start, end } of leaves) {
        const covering = ranges.flatMap((range, index) =>
          range.start < end && range.end > start && range.start < range.end ? [index] : [],
        );
        expect(marks.get(node)?.data.marks.map((mark) => mark.index) ?? []).toEqual(covering);
        if (node.type === 'text')
          for (const index of covering)
            expect(ranges[index]).toSatisfy((range) => range.start <= start && range.end >= end);
      }
      const all = passages(marked).flatMap((node) => node.data.marks);
      const indices = new Set(all.map((mark) => mark.index));
      expect(all.filter((mark) => mark.begins).length).toBe(indices.size);
      expect(all.filter((mark) => mark.ends).length).toBe(indices.size);
    }),
  );
});

describe('in a code block the exact lines are named', () => {
  // Own words: "The loop:\n\nopen gate\nwait\n\nshut gate\nrest"; the block begins at 11.
  const program: Root = {
    type: 'root',
    children: [
      { type: 'paragraph', children: [{ type: 'text', value: 'The loop:' }] },
      { type: 'code', lang: 'sh', value: 'open gate\nwait\n\nshut gate\nrest' },
    ],
  };
  const block = bodyText(program).leaves.at(-1)?.start ?? Number.NaN;
  const linesOf = (...ranges: [number, number][]) =>
    passages(
      markPassages(
        program,
        ranges.map(([start, end]) => ({ start: block + start, end: block + end })),
      ),
    )
      .filter((node) => node.children[0]?.type === 'code')
      .map((node) => [node.data.lines, node.data.widened]);

  test.each([
    ['one within', [10, 14], 1, 1],
    ['a part of one', [11, 12], 1, 1],
    ['the first, not the next', [0, 9], 0, 0],
    ['the first with its end', [0, 10], 0, 0],
    ['two that a character each touches', [8, 11], 0, 1],
    ['an empty one between', [10, 20], 1, 3],
    ['the last', [26, 30], 4, 4],
  ] as const)('%s', (_, [start, end], first, last) => {
    expect(linesOf([start, end])).toEqual([[[{ first, last, covers: [0] }], true]]);
  });

  test('all of a range that begins in the words before and ends behind the block', () => {
    expect(linesOf([-5, 30])).toEqual([[[{ first: 0, last: 4, covers: [0] }], undefined]]);
  });

  test('those of ranges that share lines are told apart', () => {
    expect(linesOf([0, 14], [10, 24], [28, 29])).toEqual([
      [
        [
          { first: 0, last: 0, covers: [0] },
          { first: 1, last: 1, covers: [0, 1] },
          { first: 2, last: 3, covers: [1] },
          { first: 4, last: 4, covers: [2] },
        ],
        true,
      ],
    ]);
  });

  test('none in a block that no range touches', () => {
    expect(linesOf([-10, -4])).toEqual([]);
  });
});
