import { styleText } from 'node:util';
import { printable } from './printable.ts';

type Style = Parameters<typeof styleText>[0];

/** Where a command speaks. Results go to standard output; progress and errors to standard error. */
export interface Terminal {
  /** What the command was asked for; printed even when quiet. */
  result(text: string): void;
  /** A result for other programs: as it is where it goes to a file or a pipe. */
  data(text: string): void;
  /** What it tells on the way; silent when quiet. */
  say(text: string): void;
  error(text: string): void;
  /** Styled where standard output is a terminal that wants colours (`NO_COLOR`, `FORCE_COLOR`). */
  style(style: Style, text: string): string;
  /** Shows how far a long work has come, on a terminal only. */
  progress(text: string): void;
  /** Takes the progress line away. */
  clear(): void;
  readonly columns: number;
  quieted(): Terminal;
}

/** Work that is shorter than this shows no progress. */
const PATIENCE_MS = 1000;
const REFRESH_MS = 100;
const DEFAULT_COLUMNS = 100;
const CLEAR_LINE = '\r\u001b[2K';

export function openTerminal(): Terminal {
  const { stdout, stderr } = process;
  const started = performance.now();
  let shownAt = started + PATIENCE_MS - REFRESH_MS;
  let shown = false;

  const clear = () => {
    if (shown) stderr.write(CLEAR_LINE);
    shown = false;
  };
  const print = (text: string) => {
    clear();
    stdout.write(`${printable(text)}\n`);
  };
  const terminal: Terminal = {
    result: print,
    data(text) {
      clear();
      stdout.write(stdout.isTTY ? printable(text) : text);
    },
    say: print,
    error(text) {
      clear();
      stderr.write(`${printable(text)}\n`);
    },
    style: (style, text) => styleText(style, text, { stream: stdout }),
    progress(text) {
      const now = performance.now();
      if (!stderr.isTTY || now - shownAt < REFRESH_MS) return;
      shownAt = now;
      shown = true;
      stderr.write(`${CLEAR_LINE}  ${printable(text).slice(0, (stderr.columns || DEFAULT_COLUMNS) - 3)}`);
    },
    clear,
    columns: stdout.columns || DEFAULT_COLUMNS,
    quieted: () => ({ ...terminal, say: () => {}, progress: () => {} }),
  };
  return terminal;
}
