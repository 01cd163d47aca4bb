import type { Page } from './convention.ts';

/** Whether at most so many lines that are not blank follow before the depth changes or the body ends. */
export function endsWithin({ lines, filled }: Page, at: number, depth: number, most: number): boolean {
  let next = filled(at + 1);
  for (let count = 0; count <= most; count += 1) {
    if (lines[next]?.depth !== depth) return true;
    next = filled(next + 1);
  }
  return false;
}
