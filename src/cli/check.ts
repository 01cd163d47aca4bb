import { createTwoFilesPatch } from 'diff';
import type { Warning } from '../importers/importer.ts';
import { explainFinding } from '../site/explain-findings.ts';
import { QuotidianError } from '../thread/error.ts';
import { type Checked, checkContent, type RepeatedPassage } from './check-content.ts';
import type { ContentFinding } from './checking/finding.ts';
import { type FixedFile, fixedFiles, spoiled, writeFixed } from './checking/fix-digests.ts';
import { githubAnnotations } from './checking/github-annotations.ts';
import { reportLines } from './checking/report-lines.ts';
import { sarifLog } from './checking/sarif.ts';
import { command, type ExitCode, usageError } from './command.ts';
import { counted } from './counted.ts';
import { driftAgainst } from './drift.ts';
import { driftLines } from './drift-lines.ts';
import type { TracedQuote } from './digest-quotes.ts';
import { FIDELITY_STYLES } from './fidelity-styles.ts';
import { oneLine, printableJson, shortened } from './printable.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
type Format = (typeof FORMATS)[number];

export const checkCommand = command({
  name: 'check',
  summary: 'Check every quote of every digest, and every file of content/',
  usage: '',
  options: {
    fix: { type: 'boolean', help: 'Put right what needs no judgement: addresses, handles, marks' },
    'dry-run': { type: 'boolean', help: 'With --fix: show what would change, and write nothing' },
    against: {
      type: 'string',
      value: 'EXPORT',
      help: 'Say which quotes a newer export touches: a file, folder, archive or address',
    },
    report: { type: 'boolean', help: 'Show who spoke in the threads of each digest, and who is quoted' },
    format: { type: 'string', value: 'FORMAT', help: `Print the result as ${FORMATS.join(', ')}` },
    json: { type: 'boolean', help: 'The same as --format json' },
  },
  notes: () =>
    [
      'Every quote is listed with its place, its fidelity and its source; below them what an editor should know.',
      'What is an error and what a warning is set in content/site.yaml. Ends with 1 where there is an error.',
      '--fix takes tracking parameters out of addresses, writes handles as their people do, and marks as the source',
      'does; words stay as they are. What did not change since the last time is not checked again.',
    ].join('\n'),
  examples: [
    ['npx quotidian check', 'Lists every quote, and says what is wrong'],
    ['npx quotidian check --quiet', 'Says only what is wrong'],
    ['npx quotidian check --fix --dry-run', 'Shows what could be put right'],
    ['npx quotidian check --against ferry-today.json', 'Says whose posts changed since they were quoted'],
    ['npx quotidian check --format sarif > check.sarif', 'Hands the findings to a code host'],
    ['npx quotidian check --json | jq ".findings[].file"', 'Hands the findings to a program'],
  ],
  async run(values, words, terminal) {
    if (words.length > 0) throw usageError(`“check” takes no files, and was given “${words[0]}”.`, 'check');
    if (values['dry-run'] && !values.fix) throw usageError('--dry-run goes with --fix.', 'check');
    const format = formatOf(values.format, values.json);
    if (values.against !== undefined) return tellDrift(values.against, format, values.fix, terminal);
    const voice = format === 'text' ? terminal : terminal.quieted();
    const found = checkContent('.');
    const fixed = values.fix ? fixedFiles('.', found.findings) : [];
    const isDry = values['dry-run'] ?? false;
    const checked = fixed.length > 0 && !isDry ? await fix(found, fixed, voice) : found;
    if (isDry && format === 'text') for (const file of fixed) terminal.result(patchOf(file));
    return tell(checked, isDry ? [] : fixed, { format, report: values.report ?? false }, voice);
  },
});

/** Ends with 1 where a quote is touched. */
async function tellDrift(
  path: string,
  format: Format,
  fix: true | undefined,
  terminal: Terminal,
): Promise<ExitCode> {
  if (fix || (format !== 'text' && format !== 'json'))
    throw usageError('--against goes with --json and --quiet only.', 'check');
  const warnings: Warning[] = [];
  const drifts = await driftAgainst('.', path, {
    say: (text) => (format === 'json' ? undefined : terminal.say(text)),
    warn: (warning) => warnings.push(warning),
  });
  if (drifts.threads.length === 0)
    throw new QuotidianError(`“${path}” holds none of the threads in content/threads.`, {
      code: 'no-threads',
      hint: 'Import it first, with “npx quotidian import”.',
    });
  if (format === 'json') terminal.result(printableJson({ ...drifts, warnings }));
  else for (const line of driftLines(drifts, terminal.style)) terminal.result(line);
  return drifts.quotes.length > 0 ? 1 : 0;
}

function formatOf(format: string | undefined, json: true | undefined): Format {
  if (json && format !== undefined && format !== 'json')
    throw usageError(`--json and --format ${format} do not go together.`, 'check');
  const asked = json ? 'json' : (format ?? 'text');
  const known = FORMATS.find((one) => one === asked);
  if (!known) throw usageError(`There is no format “${asked}”: ${FORMATS.join(', ')}.`, 'check');
  return known;
}

/** Writes the fixes and checks again; where a quote no longer says the same, its file is put back. */
async function fix(found: Checked, fixed: readonly FixedFile[], voice: Terminal): Promise<Checked> {
  await writeFixed('.', fixed);
  const checked = checkContent('.');
  const back = spoiled(fixed, found.quotes, checked.quotes);
  await writeFixed(
    '.',
    back.map(({ before, ...file }) => ({ ...file, before, after: before })),
  );
  for (const { file } of back) voice.error(`${file}: not changed, for a quote would no longer say the same.`);
  const lines = fixed
    .filter((file) => !back.includes(file))
    .flatMap(({ file, changes }) =>
      changes.map(
        ({ line, code, from, to }) =>
          `${oneLine(file)}:${line}  fixed: ${code}  “${oneLine(from)}” → “${oneLine(to)}”`,
      ),
    );
  for (const line of lines) voice.result(line);
  return back.length > 0 ? checkContent('.') : checked;
}

function patchOf({ file, before, after }: FixedFile): string {
  return createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, {
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  }).trimEnd();
}

function tell(
  checked: Checked,
  fixed: readonly FixedFile[],
  { format, report }: { readonly format: Format; readonly report: boolean },
  terminal: Terminal,
): ExitCode {
  const { quotes, repeated, findings, people, unused } = checked;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  if (format === 'json') {
    const changed = fixed.map(({ file, changes }) => ({ file, changes }));
    terminal.result(
      printableJson({ quotes, repeated, people, unused, findings, fixed: changed, errors, warnings }),
    );
  } else if (format === 'sarif') terminal.result(printableJson(sarifLog(findings, version())));
  else if (format === 'github') for (const line of githubAnnotations(findings)) terminal.result(line);
  else {
    for (const line of quotes.map((quote) => quoteLine(quote, terminal))) terminal.say(line);
    for (const finding of findings) terminal.result(`\n${findingText(finding, terminal.style)}`);
    for (const line of repeatedLines(repeated)) terminal.say(line);
    for (const line of unusedLines(unused)) terminal.say(line);
    if (report) for (const line of reportLines(people)) terminal.result(line);
    terminal.say(`\n${conclusion(quotes.length, errors, warnings)}`);
  }
  return errors > 0 ? 1 : 0;
}

/** `content/digests/ferry.md:17  verbatim   ferry-rfc#r8t2vn  Petra Holm  "We knew about …"` */
function quoteLine({ file, line, fidelity, source, author, text }: TracedQuote, terminal: Terminal): string {
  const parts = [
    `${file}:${line}`,
    terminal.style(FIDELITY_STYLES[fidelity], fidelity.padEnd(LONGEST_FIDELITY)),
    ...(source ? [`${source.thread}#${source.post}`] : []),
    ...(author === null ? [] : [oneLine(author)]),
  ];
  return `${parts.join('  ')}  "${shortened(text, SHOWN_WORDS)}"`;
}

const LONGEST_FIDELITY = 9;
const SHOWN_WORDS = 40;

/** `Quoted in more than one digest:` and below it each passage, with the places of its quotes. */
function repeatedLines(repeated: readonly RepeatedPassage[]): readonly string[] {
  if (repeated.length === 0) return [];
  const passages = repeated.flatMap(({ thread, post, text, quotes }) => [
    `  ${thread}#${post}  "${shortened(text, SHOWN_WORDS)}"`,
    ...quotes.map(({ file, line }) => `    ${file}:${line}`),
  ]);
  return ['\nQuoted in more than one digest:', ...passages];
}

const MOST_UNUSED = 12;

function unusedLines(unused: Checked['unused']): readonly string[] {
  if (unused.length === 0) return [];
  const more = unused.length > MOST_UNUSED ? ` and ${unused.length - MOST_UNUSED} more` : '';
  return [`\nThreads that no digest names: ${unused.slice(0, MOST_UNUSED).join(', ')}${more}`];
}

function findingText(finding: ContentFinding, style: Terminal['style']): string {
  const { file, line = 1 } = finding;
  const [head = '', ...rest] = explainFinding({ ...finding, line }, file).split('\n');
  const colour = finding.severity === 'error' ? 'red' : 'yellow';
  return [style(colour, finding.line === undefined ? head.replace(`${file}:1`, file) : head), ...rest].join(
    '\n',
  );
}

function conclusion(quotes: number, errors: number, warnings: number): string {
  const found = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
  return `${counted(quotes, 'quote')} checked: ${found.join(', ') || 'nothing to find fault with'}.`;
}
