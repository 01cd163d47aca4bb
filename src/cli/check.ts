import { explainFinding } from '../site/explain-findings.ts';
import { counted } from './counted.ts';
import { checkContent, type RepeatedPassage } from './check-content.ts';
import type { ContentFinding } from './checking/finding.ts';
import type { TracedQuote } from './digest-quotes.ts';
import { command, usageError } from './command.ts';
import { oneLine, printableJson, shortened } from './printable.ts';
import type { Terminal } from './terminal.ts';
import { FIDELITY_STYLES } from './fidelity-styles.ts';

export const checkCommand = command({
  name: 'check',
  summary: 'Check every quote of every digest, and every file of content/',
  usage: '',
  options: {
    json: { type: 'boolean', help: 'Print quotes and findings as JSON' },
  },
  notes: () =>
    [
      'Every quote is listed with its place, its fidelity and its source; below them what an editor should know.',
      'What is an error and what a warning is set in content/site.yaml. Ends with 1 where there is an error.',
    ].join('\n'),
  examples: [
    ['npx quotidian check', 'Lists every quote, and says what is wrong'],
    ['npx quotidian check --quiet', 'Says only what is wrong'],
    ['npx quotidian check --json | jq ".findings[].file"', 'Hands the findings to a program'],
  ],
  async run(values, words, terminal) {
    if (words.length > 0) throw usageError(`“check” takes no files, and was given “${words[0]}”.`, 'check');
    const { quotes, repeated, findings } = checkContent('.');
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    if (values.json) {
      terminal.result(
        printableJson({ quotes, repeated, findings, errors, warnings: findings.length - errors }),
      );
      return errors > 0 ? 1 : 0;
    }
    for (const line of quotes.map((quote) => quoteLine(quote, terminal))) terminal.say(line);
    for (const finding of findings) terminal.result(`\n${findingText(finding, terminal.style)}`);
    for (const line of repeatedLines(repeated)) terminal.say(line);
    terminal.say(`\n${conclusion(quotes.length, errors, findings.length - errors)}`);
    return errors > 0 ? 1 : 0;
  },
});

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
