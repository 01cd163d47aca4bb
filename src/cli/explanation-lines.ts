import type { Explanation, LineReading } from '../importers/importer.ts';
import { counted } from './counted.ts';
import { oneLine, shortened } from './printable.ts';
import type { Terminal } from './terminal.ts';

type Printing = Pick<Terminal, 'style' | 'columns'>;

/**
 * How a file was understood, for a terminal: the form that was chosen, how the vote went, and the lines as a row of
 * letters; where `each` is set also line for line.
 */
export function* explanationLines(
  explanation: Explanation,
  each: boolean,
  terminal: Printing,
): Generator<string> {
  const { style } = terminal;
  const { file, form, votes, lines } = explanation;
  yield `  ${style('bold', oneLine(file))} · ${form === null ? 'of no form that is understood' : `read as: ${oneLine(form)}`}`;
  for (const vote of votes)
    yield `  ${style('dim', `${percent(vote.share)} of the lines are explained by: ${oneLine(vote.form)} (${counted(vote.headers, 'header')})`)}`;
  if (each) yield* eachLine(lines, terminal);
  else yield* letterRows(lines, terminal);
  yield `  ${style('dim', legend(lines))}`;
}

function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}

const MOST_ROWS = 4;

function* letterRows(lines: readonly LineReading[], { columns }: Printing): Generator<string> {
  const width = Math.max(20, columns - 4);
  const letters = lines
    .slice(0, width * MOST_ROWS)
    .map(({ letter }) => letter)
    .join('');
  for (let start = 0; start < letters.length; start += width)
    yield `  ${letters.slice(start, start + width)}`;
  const rest = lines.length - letters.length;
  if (rest > 0) yield `  … and ${counted(rest, 'more line')}; --lines shows each`;
}

const LONGEST_AUTHOR = 20;
const LONGEST_TIME = 24;
const NARROWEST_TEXT = 24;

/** `  12  h  Ines Kovar · 10:32  The ferry says otherwise.` */
function* eachLine(lines: readonly LineReading[], { style, columns }: Printing): Generator<string> {
  const digits = String(lines.length).length;
  for (const { line, letter, author, inferred, time, text } of lines) {
    const known = [
      author === undefined ? '' : `${inferred ? 'perhaps ' : ''}${shortened(author, LONGEST_AUTHOR)}`,
      time === undefined ? '' : shortened(time, LONGEST_TIME),
    ];
    const said = known.filter(Boolean).join(' · ');
    const head = `  ${String(line).padStart(digits)}  ${letter}  ${said}`;
    const room = Math.max(NARROWEST_TEXT, columns - head.length - 2);
    yield `  ${style('dim', String(line).padStart(digits))}  ${letter}  ${style('cyan', said)}${said ? '  ' : ''}${shortened(text, room)}`.trimEnd();
  }
}

/** `h begins a post, t words of the post` */
function legend(lines: readonly LineReading[]): string {
  const meanings = new Map(lines.map(({ letter, means }) => [letter, means]));
  return [...meanings].map(([letter, means]) => `${letter} ${means}`).join(', ');
}
