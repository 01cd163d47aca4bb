import { QuotidianError } from '../thread/error.ts';
import { checkCommand } from './check.ts';
import { type Command, type ExitCode, table } from './command.ts';
import { exportCommand } from './export.ts';
import { forgetCommand } from './forget.ts';
import { importCommand } from './import.ts';
import { initCommand } from './init.ts';
import { inspectCommand } from './inspect.ts';
import { languageServerCommand } from './language-server.ts';
import { nearest } from './nearest.ts';
import { newCommand } from './new.ts';
import { reportError } from './report-error.ts';
import { openTerminal, type Terminal } from './terminal.ts';
import { version } from './version.ts';

const COMMANDS: readonly Command[] = [
  initCommand,
  importCommand,
  inspectCommand,
  newCommand,
  checkCommand,
  exportCommand,
  languageServerCommand,
  forgetCommand,
];

/** Runs a command line and gives the code to end with. Never throws. */
export async function runCommandLine(words: readonly string[]): Promise<ExitCode> {
  const terminal = openTerminal();
  try {
    return await run(words, terminal);
  } catch (error) {
    reportError(error, terminal);
    return 2;
  }
}

async function run([name, ...rest]: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (name === '--version') {
    terminal.result(version());
    return 0;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    terminal.result(COMMANDS.find((command) => command.name === rest[0])?.help() ?? overview());
    return 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) throw unknownCommand(name);
  return command.run(rest, terminal);
}

function unknownCommand(name: string | undefined): QuotidianError {
  const near =
    name === undefined
      ? undefined
      : nearest(
          name,
          COMMANDS.map((command) => command.name),
        );
  return new QuotidianError(
    name === undefined
      ? 'A command is missing.'
      : `There is no command “${name}”.${near ? ` Did you mean “${near}”?` : ''}`,
    { code: 'usage', hint: 'See “npx quotidian --help”.' },
  );
}

function overview(): string {
  return [
    'Quotidian turns exported discussions into digests in which every quotation is traced to its source.',
    '',
    'Usage: npx quotidian <command> [options]',
    '',
    ...table(COMMANDS.map(({ name, summary }) => [name, summary] as const)),
    '',
    'Example:',
    '  npx quotidian import ~/Downloads/ferry-timetable.json',
    '',
    '“npx quotidian <command> --help” tells more about each.',
  ].join('\n');
}
