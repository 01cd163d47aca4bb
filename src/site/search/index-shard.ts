import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createIndex } from 'pagefind';
import { QuotidianError } from '../../thread/error.ts';
import type { SearchRecord } from './search-record.ts';

/** How many records Pagefind is handed before it is waited for. */
const AT_ONCE = 200;
/** Results come in files of about so many records: one file each would be 300,000 in a large archive. */
const RECORDS_A_FILE = 32;
/** Pagefind's own interfaces, which this site does without. */
const INTERFACES = /^pagefind-(?:.*ui|highlight)\./;

/** The people who speak in a shard, with how many records each. */
export const PEOPLE_FILE = 'people.json';

/**
 * Indexes records into a folder, which is there whole or not at all. Words of every language are indexed as those of
 * `lang`, for a page can search in one language only, and all posts are to be found from it.
 */
export async function indexShard(
  folder: string,
  lang: string,
  count: number,
  batches: Iterable<readonly SearchRecord[]>,
): Promise<void> {
  const making = `${folder}.part`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  const { index, errors } = await createIndex({
    forceLanguage: lang,
    maxFragments: Math.max(1, Math.ceil(count / RECORDS_A_FILE)),
  });
  if (!index) throw searchError(errors);
  const people = new Map<string, number>();
  try {
    for (const records of batches) {
      for (const { filters } of records)
        for (const person of filters.person ?? []) people.set(person, (people.get(person) ?? 0) + 1);
      for (let start = 0; start < records.length; start += AT_ONCE) {
        const added = records
          .slice(start, start + AT_ONCE)
          .map((record) => index.addCustomRecord(custom(record, lang)));
        for (const answer of await Promise.all(added))
          if (answer.errors.length > 0) throw searchError(answer.errors);
      }
    }
    const written = await index.writeFiles({ outputPath: making });
    if (written.errors.length > 0) throw searchError(written.errors);
  } finally {
    await index.deleteIndex();
  }
  for (const name of readdirSync(making)) if (INTERFACES.test(name)) rmSync(join(making, name));
  writeFileSync(join(making, PEOPLE_FILE), JSON.stringify([...people]));
  renameSync(making, folder);
}

function custom({ url, content, meta, filters }: SearchRecord, language: string) {
  return {
    url,
    content,
    language,
    meta: Object.fromEntries(Object.entries(meta).map(([name, value]) => [name, String(value)])),
    filters: Object.fromEntries(
      Object.entries(filters).map(([name, values]) => [name, [...values].map(String)]),
    ),
  };
}

function searchError(errors: readonly string[]): QuotidianError {
  return new QuotidianError(`The search index could not be made: ${errors.join('; ')}`, {
    code: 'search-index',
    hint: 'See that "npm install" also installed Pagefind’s program for this machine (node_modules/@pagefind).',
  });
}
