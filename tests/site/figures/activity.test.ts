import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityOf } from '../../../src/site/figures/activity.ts';

const MOST_BINS = 48;

test('a thread of one evening is cut into hours, the empty ones among them', () => {
  const dates = ['2026-03-03T20:59:59Z', '2026-03-03T18:00:00Z', '2026-03-03T18:59:59.999Z'];
  expect(activityOf(dates)).toEqual([
    { start: '2026-03-03T18:00:00.000Z', end: '2026-03-03T19:00:00.000Z', posts: 2 },
    { start: '2026-03-03T19:00:00.000Z', end: '2026-03-03T20:00:00.000Z', posts: 0 },
    { start: '2026-03-03T20:00:00.000Z', end: '2026-03-03T21:00:00.000Z', posts: 1 },
  ]);
});

test.each([
  ['three days', '2026-03-05T09:00:00Z', '2026-03-03T06:00:00.000Z', '2026-03-03T09:00:00.000Z'],
  ['a week', '2026-03-10T07:00:00Z', '2026-03-03T06:00:00.000Z', '2026-03-03T12:00:00.000Z'],
  ['six weeks', '2026-04-14T07:00:00Z', '2026-03-03T00:00:00.000Z', '2026-03-04T00:00:00.000Z'],
  [
    'half a year, in weeks from Monday',
    '2026-09-03T07:00:00Z',
    '2026-03-02T00:00:00.000Z',
    '2026-03-09T00:00:00.000Z',
  ],
  ['three years, in months', '2029-02-03T07:00:00Z', '2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'],
  ['ten years, in quarters', '2036-02-03T07:00:00Z', '2026-01-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'],
  ['forty years', '2066-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
])('%s', (_, last, start, end) => {
  const [first] = activityOf(['2026-03-03T08:12:00Z', last]);
  expect(first).toEqual({ start, end, posts: 1 });
});

test('one post, and all posts of one moment, are one bin', () => {
  expect(activityOf(['2026-03-03T08:12:00Z'])).toHaveLength(1);
  expect(activityOf(Array.from({ length: 10_000 }, () => '2026-03-03T08:12:00Z'))).toMatchObject([
    { posts: 10_000 },
  ]);
});

test('without a date there is no bin', () => {
  expect(activityOf([])).toEqual([]);
  expect(activityOf(['soon'])).toEqual([]);
});

test('years below 100 are not taken for those of the last century', () => {
  const bins = activityOf(['0001-01-01T00:00:00Z', '0030-01-01T00:00:00Z']);
  expect(bins[0]?.start).toBe('0001-01-01T00:00:00.000Z');
  expect(bins).toHaveLength(30);
});

describe('for any dates', () => {
  const date = fc
    .date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    })
    .map((one) => one.toISOString());

  test('every post is in a bin, bins follow one another without a gap, and there are not too many', () => {
    fc.assert(
      fc.property(fc.array(date, { minLength: 1, maxLength: 60 }), (dates) => {
        const bins = activityOf(dates);
        expect(bins.length).toBeLessThanOrEqual(MOST_BINS);
        expect(bins.reduce((sum, { posts }) => sum + posts, 0)).toBe(dates.length);
        for (const [place, { start, end, posts }] of bins.entries()) {
          expect(bins[place + 1]?.start ?? end).toBe(end);
          const inside = dates.map((one) => Date.parse(one));
          const held = inside.filter((time) => time >= Date.parse(start) && time < Date.parse(end));
          expect(held).toHaveLength(posts);
        }
        expect(bins[0]?.posts).toBeGreaterThan(0);
        expect(bins.at(-1)?.posts).toBeGreaterThan(0);
      }),
    );
  });
});
