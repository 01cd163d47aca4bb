import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inReplyOrder, inTimeOrder, mendReplies, replyForest } from '../../src/thread/forest.ts';
import type { Post } from '../../src/thread/schema.ts';

const post = (id: string, parent: string | null = null, published?: string): Post => ({
  id,
  author: null,
  parent,
  ...(published && { published }),
  body: { plain: id },
});
const ids = (posts: readonly Post[]) => posts.map(({ id }) => id).join(' ');
const parents = (posts: readonly Post[]) => posts.map(({ id, parent }) => `${id}<${parent ?? ''}`).join(' ');
const outline = (posts: readonly Post[]) =>
  inReplyOrder(posts).map(({ post, depth }) => `${'-'.repeat(depth)}${post.id}`);

describe('mending', () => {
  test('leaves sound posts as they are, in the export’s order', () => {
    const posts = [post('b', 'a'), post('a'), post('c', 'b')];
    expect(mendReplies(posts)).toEqual({ posts, mendings: [] });
  });

  test('keeps the first of two posts with one id, and says so', () => {
    const { posts, mendings } = mendReplies([post('a'), post('b', 'a'), { ...post('a'), subject: 'again' }]);
    expect(posts).toEqual([post('a'), post('b', 'a')]);
    expect(mendings).toEqual([
      { post: 'a', code: 'duplicate-id', message: expect.stringContaining('first') },
    ]);
  });

  test('sets one placeholder for a missing parent, before its first child', () => {
    const { posts, mendings } = mendReplies([post('a'), post('c', 'x'), post('d', 'x')]);
    expect(ids(posts)).toBe('a x c d');
    expect(posts[1]).toEqual({ id: 'x', author: null, parent: null, state: 'missing', body: { plain: '' } });
    expect(mendings).toEqual([{ post: 'x', code: 'missing-parent', message: expect.stringContaining('c') }]);
  });

  test('gives a placeholder what is known of it, but never a parent that is not there', () => {
    const { posts } = mendReplies(
      [post('a'), post('c', 'x'), post('d', 'y')],
      new Map([
        ['x', { author: 'ines', parent: 'a', inferred: ['parent'] as const }],
        ['y', { author: null, parent: 'nowhere' }],
      ]),
    );
    expect(posts.find(({ id }) => id === 'x')).toMatchObject({
      author: 'ines',
      parent: 'a',
      inferred: ['parent'],
    });
    expect(posts.find(({ id }) => id === 'y')).toMatchObject({ parent: null });
  });

  test.each([
    ['a post that answers itself', [post('a', 'a')], 'a<', 'a'],
    ['two posts without dates, at the one exported later', [post('a', 'b'), post('b', 'a')], 'a<b b<', 'b'],
    [
      'three posts with dates, at the one published last',
      [
        post('a', 'c', '2026-03-03T08:00:00Z'),
        post('b', 'a', '2026-03-05T08:00:00Z'),
        post('c', 'b', '2026-03-04T08:00:00Z'),
      ],
      'a<c b< c<b',
      'b',
    ],
    ['a cycle that others hang from', [post('d', 'a'), post('a', 'b'), post('b', 'a')], 'd<a a<b b<', 'b'],
  ])('cuts %s', (_name, cyclic, expected, cut) => {
    const { posts, mendings } = mendReplies(cyclic);
    expect(parents(posts)).toBe(expected);
    expect(mendings).toMatchObject([{ post: cut, code: 'reply-cycle' }]);
  });

  test('finds every cycle and reports each once', () => {
    const { mendings } = mendReplies([post('a', 'b'), post('b', 'a'), post('c', 'd'), post('d', 'c')]);
    expect(mendings.map((mending) => mending.post)).toEqual(['b', 'd']);
  });
});

describe('order', () => {
  test('children and roots stand in order of publication, then as exported', () => {
    const posts = [
      post('a', null, '2026-03-03T08:00:00Z'),
      post('late', 'a', '2026-03-03T10:00:00Z'),
      post('early', 'a', '2026-03-03T09:00:00Z'),
      post('same', 'a', '2026-03-03T09:00:00Z'),
      post('first', null, '2026-03-01T08:00:00Z'),
    ];
    expect(outline(posts)).toEqual(['first', 'a', '-early', '-same', '-late']);
  });

  test('by time, a post without a date stands just before the next dated one of the export', () => {
    const posts = [
      post('b', null, '2026-03-03T09:00:00Z'),
      post('missing'),
      post('child', 'missing', '2026-03-03T08:00:00Z'),
      post('end'),
    ];
    expect(ids(inTimeOrder(posts))).toBe('missing child b end');
  });

  test('times are compared as instants, not as text', () => {
    const posts = [post('b', null, '2026-03-03T08:00:00.5Z'), post('a', null, '2026-03-03T08:00:00Z')];
    expect(ids(inTimeOrder(posts))).toBe('a b');
  });

  test('a post whose parent is not there is a root', () => {
    expect(outline([post('a', 'gone'), post('b', 'a')])).toEqual(['a', '-b']);
  });

  test('a chain of 100,000 replies is walked', () => {
    const chain = Array.from({ length: 100_000 }, (_, n) => post(`p${n}`, n === 0 ? null : `p${n - 1}`));
    const { posts, mendings } = mendReplies(chain.toReversed());
    expect(mendings).toEqual([]);
    expect(inReplyOrder(posts).at(-1)).toMatchObject({ depth: 99_999 });
    expect(replyForest(posts)).toHaveLength(1);
  });

  test('a cycle of 100,000 posts is cut once', () => {
    const cycle = Array.from({ length: 100_000 }, (_, n) => post(`p${n}`, `p${(n + 1) % 100_000}`));
    expect(mendReplies(cycle).mendings).toHaveLength(1);
  });
});

const anyPosts = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__'),
    parent: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '__proto__')),
    hour: fc.option(fc.integer({ min: 10, max: 14 }), { nil: undefined }),
  }),
  { maxLength: 12 },
);
const made = (some: readonly { id: string; parent: string | null; hour: number | undefined }[]) =>
  some.map(({ id, parent, hour }) =>
    post(id, parent, hour === undefined ? undefined : `2026-03-03T${hour}:00:00Z`),
  );

describe('whatever the export holds', () => {
  test('a mended thread needs no mending, and every parent resolves', () => {
    fc.assert(
      fc.property(anyPosts.map(made), (posts) => {
        const mended = mendReplies(posts).posts;
        expect(mendReplies(mended)).toEqual({ posts: mended, mendings: [] });
        const held = new Set(mended.map(({ id }) => id));
        expect(mended.every(({ parent }) => parent === null || held.has(parent))).toBe(true);
      }),
    );
  });

  test('the forest holds every post once, mended or not', () => {
    fc.assert(
      fc.property(anyPosts.map(made), (posts) => {
        const ordered = inReplyOrder(posts).map(({ post }) => post.id);
        expect(ordered.toSorted()).toEqual(posts.map(({ id }) => id).toSorted());
      }),
    );
  });

  test('no reply stands before its parent', () => {
    fc.assert(
      fc.property(anyPosts.map(made), (posts) => {
        const order = inReplyOrder(mendReplies(posts).posts).map(({ post }) => post);
        for (const [index, { parent }] of order.entries())
          if (parent !== null) expect(order.findIndex(({ id }) => id === parent)).toBeLessThan(index);
      }),
    );
  });
});
