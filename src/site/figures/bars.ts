/**
 * Bars that stand on the bottom of a drawing of that size, side by side from edge to edge, as one path of SVG. The
 * highest is as high as the drawing; one that counts anything is never lower than 2 units. Where nothing is counted
 * the path is empty.
 */
export function barsPath(
  counts: readonly number[],
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const most = counts.reduce((one, other) => Math.max(one, other), 0);
  if (most === 0) return '';
  const step = width / counts.length;
  const gap = Math.min(1.5, step * GAP);
  return counts
    .flatMap((count, place) => {
      if (count === 0) return [];
      const tall = Math.max(LEAST, (count / most) * height);
      const left = rounded(place * step + gap / 2);
      return [`M${left} ${height}v-${rounded(tall)}h${rounded(step - gap)}V${height}z`];
    })
    .join('');
}

/** Of a bar's width. */
const GAP = 0.2;
const LEAST = 2;

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
