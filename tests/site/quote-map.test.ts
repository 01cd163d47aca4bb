import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MappedPost, quoteMap } from '../../src/site/quote-map.ts';

/** Post `p<n>` quotes the posts of these numbers. */
function thread(quoting: readonly (readonly number[])[], perPage = 200): readonly MappedPost[] {
  return quoting.map((sources, n) => ({
    id: `p${n}`,
    page: Math.floor(n / perPage) + 1,
    voice: n % 24,
    quoted: quoting.flat().filter((source) => source === n).length,
    quotes: sources.map((source) => ({ source: { thread: 't', post: `p${source}`, start: 0, end: 1 } })),
  }));
}
const texts = (id: string) => ({ label: `label of ${id}`, href: `#${id}` });

test('there is a mark for each post, heavier the more it is quoted, and an arc in its hue to each that quotes it', () => {
  const map = quoteMap(thread([[], [0], [0], []]), 1, texts);
  expect(map?.marks.map(({ weight, active, href }) => ({ weight, active, href }))).toEqual([
    { weight: 2, active: true, href: '#p0' },
    { weight: 0, active: true, href: '#p1' },
    { weight: 0, active: true, href: '#p2' },
    { weight: 0, active: false, href: '#p3' },
  ]);
  expect(map?.arcs).toEqual([{ voice: 0, path: 'M36 7C27 7 27 21 36 21M36 7C24 7 24 35 36 35' }]);
  expect(map?.here).toEqual({ y: 0, height: map?.height });
});

test('a thread in which no post quotes another has no map', () => {
  expect(quoteMap(thread([[], []]), 1, texts)).toBeNull();
  expect(quoteMap(thread([[0]]), 1, texts)).toBeNull();
  expect(quoteMap([], 1, texts)).toBeNull();
});

test('a quote whose source is elsewhere has no arc', () => {
  const [first, second] = thread([[], [0]]);
  if (!first || !second) throw new Error('There are no posts.');
  const elsewhere = { source: { thread: 't', post: 'unheard-of', start: 0, end: 1 } };
  expect(quoteMap([first, { ...second, quotes: [elsewhere] }], 1, texts)).toBeNull();
});

describe('a thread of ten thousand posts', () => {
  const posts = thread(Array.from({ length: 10_000 }, (_, n) => (n === 0 ? [] : [Math.floor(n / 2), n - 1])));
  const map = quoteMap(posts, 7, texts);

  test('has a bounded number of marks and arcs', () => {
    expect(map?.marks).toHaveLength(60);
    expect(map?.arcs.flatMap(({ path }) => path.match(/M/g) ?? []).length).toBeLessThanOrEqual(80);
    expect(map?.height).toBeLessThanOrEqual(540);
  });

  test('shows which of it stands on the page', () => {
    const { y = 0, height = 0 } = map?.here ?? {};
    expect(y / (map?.height ?? 1)).toBeCloseTo(1200 / 10_000, 1);
    expect(height).toBeGreaterThan(0);
    expect(height).toBeLessThan(40);
  });

  test('leads from each mark to the post that is quoted most of those it stands for', () => {
    const lonely = thread(Array.from({ length: 1_000 }, (_, n) => (n > 500 ? [33] : [])));
    expect(quoteMap(lonely, 1, texts)?.marks.filter(({ weight }) => weight > 0)).toMatchObject([
      { href: '#p33', weight: 4 },
    ]);
  });
});

test('every mark lies in the drawing and follows the one before, whatever quotes what', () => {
  const sources = fc.array(fc.array(fc.nat(300), { maxLength: 3 }), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(sources, (quoting) => {
      const map = quoteMap(thread(quoting, 50), 1, texts);
      if (!map) return;
      for (const [n, { y }] of map.marks.entries()) expect(y).toBe(n * map.step);
      expect(map.marks.length * map.step).toBe(map.height);
      for (const number of map.arcs.flatMap(({ path }) => path.match(/-?[\d.]+/g) ?? [])) {
        expect(Number(number)).toBeGreaterThanOrEqual(0);
        expect(Number(number)).toBeLessThanOrEqual(Math.max(map.height, 36));
      }
    }),
    { numRuns: 50 },
  );
});
