import { type Glance, hasKeys, isRecord } from '../reading/glance.ts';

/** What one file holds: entries, not yet read. */
export interface ExportForm {
  readonly entries: readonly unknown[];
  /** The API has more pages of the same. */
  readonly unfinished: boolean;
}

/** An answer of the API (`{ items, has_more, … }`), its items alone, or one of them. `null` for anything else. */
export function exportForm(value: unknown): ExportForm | null {
  const wrapped = isRecord(value) && Array.isArray(value.items);
  const entries: readonly unknown[] = wrapped
    ? (value.items as unknown[])
    : Array.isArray(value)
      ? value
      : [value];
  if (!entries.some((entry) => kindOf(entry) !== null)) return null;
  return { entries, unfinished: wrapped && value.has_more === true };
}

/** Whether the beginning of a file looks like one of these forms; the first entry may be cut. */
export function looksLikeExport({ json }: Glance): boolean {
  return exportForm(json) !== null;
}

/** What an entry is, by the ids it has beside those of what it belongs to. `null`: something else. */
export function kindOf(entry: unknown): 'question' | 'answer' | 'comment' | null {
  if (!hasKeys(entry, 'creation_date')) return null;
  if (hasKeys(entry, 'comment_id', 'post_id')) return 'comment';
  if (hasKeys(entry, 'answer_id', 'question_id')) return 'answer';
  return hasKeys(entry, 'question_id') && (hasKeys(entry, 'answer_count') || hasKeys(entry, 'is_answered'))
    ? 'question'
    : null;
}

/** The answers and comments that stand within an entry. */
export function heldBy(entry: unknown): readonly unknown[] {
  if (!isRecord(entry)) return [];
  return [entry.comments, entry.answers].flatMap((list) => (Array.isArray(list) ? list : []));
}
