import { describePlace, QuotidianError } from '../thread/error.ts';
import { oneLine } from './printable.ts';
import type { Terminal } from './terminal.ts';

/** Says on standard error what is wrong, where, and what to do. */
export function reportError(error: unknown, terminal: Terminal): void {
  if (error instanceof QuotidianError) {
    terminal.error(errorText(error));
    return;
  }
  terminal.error(
    `A defect in Quotidian, not in your files: ${error instanceof Error ? error.message : String(error)}`,
  );
  if (process.env.QUOTIDIAN_DEBUG && error instanceof Error) terminal.error(error.stack ?? '');
  else terminal.error('  Run the same again with QUOTIDIAN_DEBUG=1, and report what it prints.');
}

/** `letters.mbox:17: The message has no end.` and, below it, the way out. */
export function errorText(error: QuotidianError): string {
  const place = oneLine(describePlace(error.place));
  const message = oneLine(error.message);
  const hint = error.hint === undefined ? [] : [`  ${oneLine(error.hint)}`];
  return [place && !message.includes(place) ? `${place}: ${message}` : message, ...hint].join('\n');
}
