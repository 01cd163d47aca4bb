import type { Answers } from './answers.ts';

/** One arc, as a filled shape. */
export interface Arc {
  /** The row that it starts from, from 0. */
  readonly from: number;
  readonly path: string;
}

/** The height of a row, in units of the drawing. */
export const ARC_ROW = 24;
/** The width of the drawing. */
export const ARC_WIDTH = 96;

/** How far the nearest rows and the farthest push an arc out. */
const NEAREST = 18;
const FARTHEST = 120;
/** Half the breadth of an arc where it starts. */
const THINNEST = 0.7;
const BROADEST = 3.6;
/** Arcs down start and end so far below the middle of their rows, arcs up above: the two ways never lie on one another. */
const ASIDE = 3.5;

/**
 * An arc for each pair, from the row of whoever answers to the row of whom they answer, beside a list of rows that
 * each are 24 units high. It is broad where it starts, the more often the broader, and ends in a point; an answer to
 * oneself is a loop. Pairs keep their order.
 */
export function arcsOf({ pairs }: Pick<Answers, 'pairs'>): readonly Arc[] {
  const most = pairs.reduce((one, { count }) => Math.max(one, count), 1);
  const farthest = pairs.reduce((one, { from, to }) => Math.max(one, Math.abs(from - to)), 1);
  return pairs.map(({ from, to, count }) => {
    const half = THINNEST + (BROADEST - THINNEST) * Math.sqrt(count / most);
    if (from === to) return { from, path: loop(middle(from), half) };
    const aside = to > from ? ASIDE : -ASIDE;
    const out = NEAREST + (FARTHEST - NEAREST) * (Math.abs(from - to) / farthest);
    return { from, path: arc(middle(from) + aside, middle(to) + aside, half, out) };
  });
}

function middle(row: number): number {
  return row * ARC_ROW + ARC_ROW / 2;
}

/** A Bézier curve stands three quarters as far out as its handles do: 120 units make 90. */
function arc(start: number, end: number, half: number, out: number): string {
  const outward = Math.sign(end - start) * half;
  const [outer, inner] = [start - outward, start + outward];
  const far = round(out + half);
  const near = round(out - half);
  return `M0 ${round(outer)}C${far} ${round(outer)} ${far} ${round(end)} 0 ${round(end)}C${near} ${round(end)} ${near} ${round(inner)} 0 ${round(inner)}z`;
}

function loop(at: number, half: number): string {
  const out = NEAREST;
  return `M0 ${round(at - half)}C${out} ${round(at - 8 - half)} ${out} ${round(at + 9)} 0 ${round(at + half)}C${round(out - 3 * half)} ${round(at + 4)} ${round(out - 3 * half)} ${round(at - 4)} 0 ${round(at - half)}z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
