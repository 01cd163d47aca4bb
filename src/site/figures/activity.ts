/** A stretch of time and how many posts were written in it. */
export interface Bin {
  /** ISO 8601, UTC. */
  readonly start: string;
  /** ISO 8601, UTC: the first moment that is no longer in it. */
  readonly end: string;
  readonly posts: number;
}

/** More bars than this are too thin to be told apart on a narrow screen. */
const MOST_BINS = 48;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 5 January 1970 was a Monday. */
const MONDAY = 4 * DAY;

/** How time may be cut, the finest first. A bin has a number; from its number follows where it starts. */
interface Scale {
  readonly numberOf: (time: number) => number;
  readonly startOf: (number: number) => number;
}

const SCALES: readonly Scale[] = [
  ...[HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY].map((length) => even(length, 0)),
  even(7 * DAY, MONDAY),
  ...[1, 3, 12, 60, 120, 600, 1200, 6000].map(months),
];

/**
 * When posts were written, in bins of equal length from the first to the last, the empty ones among them: hours, days,
 * weeks from Monday, months or years of the UTC calendar, whichever are the shortest that make at most 48 bins. Dates
 * are ISO 8601 in UTC, in any order; no date gives no bin.
 */
export function activityOf(dates: readonly string[]): readonly Bin[] {
  const times = dates.map((date) => Date.parse(date)).filter(Number.isFinite);
  if (times.length === 0) return [];
  const first = times.reduce((one, other) => Math.min(one, other));
  const last = times.reduce((one, other) => Math.max(one, other));
  const lengthIn = ({ numberOf }: Scale) => numberOf(last) - numberOf(first) + 1;
  const scale = SCALES.find((one) => lengthIn(one) <= MOST_BINS) ?? months(12_000);
  const counts = Array.from({ length: lengthIn(scale) }, () => 0);
  const offset = scale.numberOf(first);
  for (const time of times) {
    const place = scale.numberOf(time) - offset;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts.map((posts, place) => ({
    start: new Date(scale.startOf(offset + place)).toISOString(),
    end: new Date(scale.startOf(offset + place + 1)).toISOString(),
    posts,
  }));
}

function even(length: number, offset: number): Scale {
  return {
    numberOf: (time) => Math.floor((time - offset) / length),
    startOf: (number) => number * length + offset,
  };
}

function months(length: number): Scale {
  return {
    numberOf: (time) => {
      const date = new Date(time);
      return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / length);
    },
    // Date.UTC would take the years 0 to 99 for those of the last century.
    startOf: (number) => new Date(0).setUTCFullYear(0, number * length, 1),
  };
}
