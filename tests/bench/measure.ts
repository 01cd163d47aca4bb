/** A line of the table: what was measured, on how much, what came out. */
export interface Measurement {
  readonly what: string;
  readonly amount: string;
  readonly result: string;
}

const RUNS = 3;

/** The median of three runs, in milliseconds. */
export async function median(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
}

/** A Markdown table of what was measured. */
export function markdownTable(measurements: readonly Measurement[]): string {
  return tableOf([
    ['what', 'amount', 'result'],
    ...measurements.map(({ what, amount, result }) => [what, amount, result]),
  ]);
}

/** A Markdown table, its columns as wide as their widest cell; the first row is the head. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const columns = rows[0]?.map((_, column) => column) ?? [];
  const widths = columns.map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${columns.map((column) => (cells[column] ?? '').padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
