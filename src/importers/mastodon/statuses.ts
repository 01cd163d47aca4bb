import { QuotidianError } from '../../thread/error.ts';
import { stableId } from '../../thread/ids.ts';
import type { Warning } from '../importer.ts';
import { faultText, unreadableEntry, unreadableField } from '../reading/fault-warning.ts';
import type { Found } from './export-form.ts';
import { readStatus } from './read-status.ts';
import { idOf } from './status-id.ts';
import type { Status } from './status.ts';
import { isPublic } from './visibility.ts';

export interface Statuses {
  /** In the export's order. */
  readonly shown: readonly Status[];
  /** The ids, as exported, of those that are not public or cannot be known to be. */
  readonly hidden: ReadonlySet<string>;
}

/**
 * The statuses that may be shown. What is left out, and every key that could not be read, is told to `warn`.
 * Throws `QuotidianError` where an export holds statuses and not one of them can be read.
 */
export function statusesOf(
  found: readonly Found[],
  file: string,
  warn: (warning: Warning) => void,
): Statuses {
  const shown: Status[] = [];
  const hidden = new Set<string>();
  const unread: string[] = [];
  for (const { place, value } of found) {
    const { entry: status, faults } = readStatus(value);
    const named = postNamed(value);
    const fault = faultText(faults, place);
    if (!status) {
      unread.push(fault);
      hidden.add(idOf(value) ?? '');
      warn({ ...named, ...unreadableEntry('A status', fault) });
    } else if (!isPublic(status)) {
      hidden.add(status.id);
      warn({ ...named, code: 'not-public', message: 'The post is not public and was left out.' });
    } else if (status.reblog !== undefined && status.reblog !== null) {
      warn({ ...named, code: 'boost', message: 'This is a boost, not a post of its own, and was left out.' });
    } else {
      if (faults.length > 0) warn({ ...named, ...unreadableField(fault) });
      shown.push(status);
    }
  }
  if (found.length > 0 && unread.length === found.length)
    throw new QuotidianError(`No status of the export could be read. ${unread[0]}.`, {
      code: 'unreadable-export',
      place: { file },
      hint: 'Compare it with https://docs.joinmastodon.org/entities/Status, or export it again.',
    });
  return { shown, hidden };
}

function postNamed(value: unknown): { post?: string } {
  const id = idOf(value);
  return id === undefined ? {} : { post: stableId(id) };
}
