import type { Entry } from './entry.ts';

/**
 * Entries by the question that they belong to, in the export's order; each site counts for itself. A comment on an
 * answer finds the question by the answer; where the export does not hold what it comments on, it is with its like.
 */
export function byQuestion(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const [only, ...others] = new Set(entries.map(({ at }) => at.site).filter(Boolean));
  const site = others.length === 0 ? (only ?? '') : '';
  const key = (entry: Entry, id: string) => `${entry.at.site || site} ${id}`;
  const questionOf = new Map<string, string>();
  for (const entry of entries) {
    if (entry.kind === 'comment') continue;
    questionOf.set(key(entry, entry.id), key(entry, entry.parent ?? entry.id));
  }
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const above = key(entry, entry.parent ?? entry.id);
    const question = entry.kind === 'comment' ? (questionOf.get(above) ?? above) : above;
    const group = groups.get(question);
    if (group) group.push(entry);
    else groups.set(question, [entry]);
  }
  return [...groups.values()];
}
