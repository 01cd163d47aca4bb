import { QuotidianError } from '../../thread/error.ts';
import { stableId } from '../../thread/ids.ts';
import type { Warning } from '../importer.ts';
import { faultText, unreadableEntry, unreadableField } from '../reading/fault-warning.ts';
import { isRecord } from '../reading/glance.ts';
import type { ExportForm, Form } from './export-form.ts';
import type { Item } from './item.ts';
import { readItem } from './read-item.ts';

interface Waiting {
  readonly value: unknown;
  readonly parent: string | null;
}

/**
 * The items of a file and all that stand within them, each before what it holds, in the file's order; however deep
 * they stand. What cannot be read is told to `warn`. Throws `QuotidianError` where not one can be.
 */
export function itemsOf({ form, items }: ExportForm, file: string, warn: (warning: Warning) => void): Item[] {
  const read: Item[] = [];
  let fault = '';
  const waiting: Waiting[] = items.map((value) => ({ value, parent: null })).toReversed();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.value === null) continue;
    const { entry, faults } = readItem(next.value, form, next.parent);
    warnOfFaults(next.value, entry, faults, warn);
    if (entry) read.push(entry);
    else fault ||= faults.join('; ');
    for (const value of held(next.value, form).toReversed())
      waiting.push({ value, parent: entry?.id ?? next.parent });
  }
  if (read.length > 0) return read;
  throw new QuotidianError(`No item of the export could be read. ${fault}.`, {
    code: 'unreadable-export',
    place: { file },
    hint: 'Compare it with https://github.com/HackerNews/API, or save it again.',
  });
}

const HOLDERS: Readonly<Record<Form, readonly string[]>> = {
  firebase: ['parts', 'kids'],
  tree: ['options', 'children'],
  search: [],
};

/** The items that stand within one; an id says only that there is one. */
function held(value: unknown, form: Form): readonly unknown[] {
  if (!isRecord(value)) return [];
  return HOLDERS[form].flatMap((key) => (Array.isArray(value[key]) ? value[key].filter(isRecord) : []));
}

function warnOfFaults(
  value: unknown,
  item: Item | null,
  faults: readonly string[],
  warn: (warning: Warning) => void,
): void {
  if (faults.length === 0) return;
  const id = isRecord(value) ? (value.id ?? value.objectID) : undefined;
  const named = typeof id === 'string' || typeof id === 'number' ? { post: stableId(String(id)) } : {};
  const fault = faultText(faults);
  warn({ ...named, ...(item ? unreadableField(fault) : unreadableEntry('An item', fault)) });
}
