import { parseArgs } from 'node:util';
import { QuotidianError } from '../thread/error.ts';
import { nearest } from './nearest.ts';
import type { Terminal } from './terminal.ts';

/** 0: done. 1: findings, or a failed check. 2: wrong usage, or input that cannot be read. */
export type ExitCode = 0 | 1 | 2;

interface Option {
  readonly type: 'boolean' | 'string';
  readonly multiple?: true;
  /** What stands for the value in the help: `FORMAT`. */
  readonly value?: string;
  readonly help: string;
}
type Options = Readonly<Record<string, Option>>;

type Value<O extends Option> = O['type'] extends 'boolean'
  ? true
  : O['multiple'] extends true
    ? string[]
    : string;
type Values<O extends Options> = { readonly [Name in keyof O]?: Value<O[Name]> };

interface Definition<O extends Options> {
  readonly name: string;
  readonly summary: string;
  /** What follows the command's name: `<file, folder or ->…`. */
  readonly usage: string;
  readonly options: O;
  /** Further help, below the options. */
  readonly notes?: () => string;
  /** Whole command lines, each with what it does. */
  readonly examples: readonly (readonly [line: string, effect: string])[];
  readonly run: (values: Values<O>, words: readonly string[], terminal: Terminal) => Promise<ExitCode>;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly help: () => string;
  readonly run: (argv: readonly string[], terminal: Terminal) => Promise<ExitCode>;
}

const COMMON = {
  quiet: { type: 'boolean', help: 'Print nothing but errors and what --json asks for' },
  help: { type: 'boolean', help: 'Print this help' },
} as const satisfies Options;

/** A command whose options are checked and typed from their own description. */
export function command<const O extends Options>(definition: Definition<O>): Command {
  const options: Options = { ...definition.options, ...COMMON };
  const help = () => helpText(definition, options);
  return {
    name: definition.name,
    summary: definition.summary,
    help,
    async run(argv, terminal) {
      const { values, positionals } = parse(definition.name, argv, options);
      if (values.help) {
        terminal.result(help());
        return 0;
      }
      const speaker = values.quiet ? terminal.quieted() : terminal;
      return definition.run(values as Values<O>, positionals, speaker);
    },
  };
}

/** An error of usage, which ends with 2 and leads to the help. */
export function usageError(message: string, command: string): QuotidianError {
  return new QuotidianError(message, {
    code: 'usage',
    hint: `See “npx quotidian ${command} --help”.`,
  });
}

/** What the options are is known to those who described them; here they are only names. */
interface Loose {
  args: string[];
  options: Record<string, Option & { short?: string }>;
  allowPositionals: true;
}

function parse(name: string, argv: readonly string[], options: Options) {
  const unknown = argv
    .slice(0, argv.includes('--') ? argv.indexOf('--') : undefined)
    .filter((word) => word.startsWith('--'))
    .map((word) => word.slice(2).split('=')[0] ?? '')
    .find((word) => !Object.hasOwn(options, word));
  if (unknown !== undefined) throw usageError(unknownOption(name, unknown, options), name);
  try {
    return parseArgs<Loose>({
      args: [...argv],
      options: { ...options, help: { ...COMMON.help, short: 'h' } },
      allowPositionals: true,
    });
  } catch (error) {
    if (error instanceof TypeError) throw usageError(sentence(error.message), name);
    throw error;
  }
}

function unknownOption(name: string, unknown: string, options: Options): string {
  const near = nearest(unknown, Object.keys(options));
  return `“${name}” has no option --${unknown}.${near ? ` Did you mean --${near}?` : ''}`;
}

/** parseArgs ends its messages now with a full stop, now without. */
function sentence(message: string): string {
  return message.endsWith('.') ? message : `${message}.`;
}

function helpText<O extends Options>(definition: Definition<O>, options: Options): string {
  const flags = Object.entries(options).map(
    ([name, { value, help }]) => [`--${name}${value ? ` ${value}` : ''}`, help] as const,
  );
  return [
    `${definition.summary}.`,
    '',
    `Usage: npx quotidian ${definition.name} ${definition.usage} [options]`,
    '',
    'Options:',
    ...table(flags),
    ...(definition.notes ? ['', definition.notes()] : []),
    '',
    'Examples:',
    ...definition.examples.flatMap(([line, effect]) => [`  ${line}`, `      ${effect}`]),
  ].join('\n');
}

/** Two columns, the first as wide as its widest cell. */
export function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
