import { join, resolve } from 'node:path';
import { printRealMail, readRealMail } from './real-mail.ts';
import { READERS } from './reply-readers.ts';
import { type ReplyCase, type ReplySuite, readReplySuites } from './reply-suites.ts';
import { timedReader } from './timed-reader.ts';
import { printTruth } from './truth/print.ts';

// `npm run bench:quotes` prints how well quotes are found and traced; with `-- --verbose` also the names of the cases
// that are not read as their suite expects.
const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const verbose = process.argv.includes('--verbose');
/** A body that takes longer counts as failed; the longest mail of the suites has 0.8 MB. */
const LIMIT_MS = 10_000;

/** For each suite the names of the cases that each reader fails, in the order of `READERS`. */
interface Result {
  readonly suite: ReplySuite;
  readonly failures: readonly Failures[];
}

/** `null` where the reader does not read such bodies. */
type Failures = readonly string[] | null;

const suites = readReplySuites(CORPUS);
if (suites.length === 0)
  console.log(`There is no corpus of mail replies in ${join(CORPUS, 'email-reply-text')}.`);
else report(await measure(suites));
printTruth();
printRealMail(await readRealMail(join(CORPUS, 'email-mbox')));

async function measure(suites: readonly ReplySuite[]): Promise<readonly Result[]> {
  const byReader: Failures[][] = [];
  for (const { name, readsHtml } of READERS) {
    const reader = timedReader(name, LIMIT_MS);
    const failures: Failures[] = [];
    for (const suite of suites) {
      const able = readsHtml || suite.cases.every(({ body }) => 'plain' in body);
      failures.push(able ? await failuresOf(suite, reader) : null);
    }
    byReader.push(failures);
    await reader.close();
  }
  return suites.map((suite, at) => ({ suite, failures: byReader.map((failures) => failures[at] ?? null) }));
}

async function failuresOf(
  suite: ReplySuite,
  reader: ReturnType<typeof timedReader>,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const one of suite.cases) {
    const given = await reader.read(one.body, one.options);
    if (!isExpected(given, one)) failed.push(one.name);
  }
  return failed;
}

function isExpected(given: string | null, { body, expected }: ReplyCase): boolean {
  const form = 'html' in body ? withoutSpace : withTrimmedLines;
  return given !== null && expected.some((text) => form(text) === form(given));
}

/** How talon's tests compare HTML: white space does not count. */
function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

/** White space at the ends of lines and of the text does not count, nor how many blank lines stand together. */
function withTrimmedLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function report(results: readonly Result[]): void {
  console.log(row(['suite', 'cases', ...READERS.map(({ name }) => name)]));
  console.log(row(['---', '---:', ...READERS.map(() => '---:')]));
  for (const { suite, failures } of results) {
    const cells = failures.map((failed) => share(failed, suite.cases.length));
    console.log(row([suite.name, String(suite.cases.length), ...cells]));
  }
  console.log('\nJudged by policy:');
  for (const { suite } of results) console.log(`- ${suite.name}: ${suite.policy}.`);
  if (verbose) for (const result of results) listFailures(result);
}

function share(failed: Failures, all: number): string {
  if (!failed) return 'does not read it';
  const passed = all - failed.length;
  return `${passed} (${((100 * passed) / all).toFixed(1)} %)`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function listFailures({ suite, failures }: Result): void {
  for (const [at, { name }] of READERS.entries()) {
    const failed = failures[at] ?? [];
    if (failed.length > 0) console.log(`\n${suite.name}, not as expected by ${name}: ${failed.join(', ')}`);
  }
}
