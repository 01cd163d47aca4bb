import { QuotidianError } from '../../thread/error.ts';
import type { Warning } from '../importer.ts';
import { faultText, unreadableEntry, unreadableField } from '../reading/fault-warning.ts';
import type { Entry } from './entry.ts';
import { type ExportForm, heldBy } from './export-form.ts';
import { readAnyEntry } from './read-entry.ts';

/**
 * The entries of a file, each before those it holds, in the file's order. What cannot be read is told to `warn`. Throws
 * `QuotidianError` where not one can be.
 */
export function entriesOf(
  { entries, unfinished }: ExportForm,
  file: string,
  warn: (warning: Warning) => void,
): readonly Entry[] {
  const read: Entry[] = [];
  let fault = '';
  const waiting = entries.toReversed();
  while (waiting.length > 0) {
    const value = waiting.pop();
    const { entry, faults } = readAnyEntry(value);
    const said = faultText(faults);
    if (entry) read.push(entry);
    else fault ||= said;
    if (faults.length > 0)
      warn(entry ? { post: entry.id, ...unreadableField(said) } : unreadableEntry('An entry', said));
    for (const held of heldBy(value).toReversed()) waiting.push(held);
  }
  if (unfinished)
    warn({ code: 'more-pages', message: 'The API has more pages of this, which the export does not hold.' });
  if (read.length > 0) return read;
  throw new QuotidianError(`No entry of the export could be read. ${fault}.`, {
    code: 'unreadable-export',
    place: { file },
    hint: 'Compare it with https://api.stackexchange.com/docs/types/question, or save it again.',
  });
}
