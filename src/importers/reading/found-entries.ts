import { QuotidianError } from '../../thread/error.ts';
import type { ExportFiles, ImportOptions } from '../importer.ts';
import { readJsonFiles } from './json-files.ts';

/** What is said where files hold none of a platform's entries. */
export interface EntrySource<Found> {
  /** What a file's value holds; what none of the platform's entries looks like is `strange`. */
  readonly entriesIn: (value: unknown, file: string) => readonly Found[];
  /** Where a file holds nothing of the platform: the code, what it is lacking, what to save. */
  readonly notOurs: { readonly code: string; readonly message: string; readonly hint: string };
  /** What to save where all files are lists of none. */
  readonly hintForEmpty: string;
}

/**
 * The entries of all files of an export, to be put together across them. An empty list is the answers of a post that has
 * none. Throws `QuotidianError` where a file holds nothing but what is strange, and where there is no entry at all.
 */
export async function foundEntries<Found extends { readonly kind: string }>(
  files: ExportFiles,
  { entriesIn, notOurs, hintForEmpty }: EntrySource<Found>,
  options: Pick<ImportOptions, 'progress'>,
): Promise<readonly Found[]> {
  const all: Found[] = [];
  for await (const { file, value } of readJsonFiles(files, options)) {
    const found = entriesIn(value, file);
    const { code, message, hint } = notOurs;
    if (!found.some(({ kind }) => kind !== 'strange') && !isEmptyList(value))
      throw new QuotidianError(message, { code, place: { file }, hint });
    for (const one of found) all.push(one);
  }
  if (all.length > 0) return all;
  throw new QuotidianError('The export holds no post.', {
    code: 'empty-export',
    place: { file: [...files.keys()].join(', ').slice(0, LONGEST_PLACE) },
    hint: hintForEmpty,
  });
}

const LONGEST_PLACE = 200;

/** What an API answers for the comments of a post that has none. */
export function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
