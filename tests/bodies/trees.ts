import fc from 'fast-check';
import type { BlockContent, PhrasingContent, Root } from 'mdast';

const word = fc.constantFrom('tide', ' ', 'a\nb', '', 'Ünder ', '🦀', 'ring');

const { phrasing } = fc.letrec<{ phrasing: PhrasingContent }>((tie) => ({
  phrasing: fc.oneof(
    { maxDepth: 3 },
    word.map((value): PhrasingContent => ({ type: 'text', value })),
    word.map((value): PhrasingContent => ({ type: 'inlineCode', value })),
    fc.constant<PhrasingContent>({ type: 'break' }),
    fc.constant<PhrasingContent>({ type: 'image', url: 'https://quay.example/a.png', alt: 'not said' }),
    fc
      .array(tie('phrasing'), { maxLength: 3 })
      .map((children): PhrasingContent => ({ type: 'emphasis', children })),
  ),
}));

const { block } = fc.letrec<{ block: BlockContent }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    fc.array(phrasing, { maxLength: 4 }).map((children): BlockContent => ({ type: 'paragraph', children })),
    word.map((value): BlockContent => ({ type: 'code', value })),
    fc
      .tuple(fc.boolean(), fc.array(tie('block'), { maxLength: 3 }))
      .map(([quote, children]): BlockContent =>
        quote
          ? { type: 'blockquote', data: { quote: { kind: 'reply' } }, children }
          : { type: 'blockquote', children },
      ),
    fc
      .array(tie('block'), { maxLength: 3 })
      .map((children): BlockContent => ({ type: 'part', kind: 'signature', children })),
    fc.array(fc.array(tie('block'), { maxLength: 2 }), { maxLength: 3 }).map((items): BlockContent => ({
      type: 'list',
      children: items.map((children) => ({ type: 'listItem', children })),
    })),
  ),
}));

/** Any body tree: quotes, boxes, signatures, lists, code, text with surrogates and empty text. */
export const anyTree = fc
  .array(block, { maxLength: 5 })
  .map((children): Root => ({ type: 'root', children }));
