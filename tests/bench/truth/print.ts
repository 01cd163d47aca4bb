import { reportTruth } from './report.ts';

/**
 * Prints how well quotes of generated threads are traced, as Markdown; a line for each target that is missed, and then
 * the process ends with 1.
 */
export function printTruth(): void {
  const { tables, missed } = reportTruth();
  for (const { title, rows } of tables) {
    const [head = [], ...body] = rows;
    const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
    console.log(`\n### ${title}\n`);
    for (const cells of [head, rule, ...body]) console.log(`| ${cells.join(' | ')} |`);
  }
  console.log(missed.length === 0 ? '\nEvery target is met.' : '');
  for (const sentence of missed) console.log(`MISSED: ${sentence}`);
  if (missed.length > 0) process.exitCode = 1;
}
