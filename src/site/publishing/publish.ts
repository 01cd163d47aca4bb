import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrepareOptions } from '../prepare-options.ts';
import { headersFile } from './headers-file.ts';
import { precompress, type Precompressed } from './precompress.ts';

/** The file that some hosts read, and that no visitor is given. */
const HEADERS_FILE = '_headers';

/** Makes a site that has been built ready for its host; `null` where nothing is to be compressed. */
export async function publish(
  { base, cache, settings }: Pick<PrepareOptions, 'base' | 'cache' | 'settings'>,
  dist: string,
): Promise<Precompressed | null> {
  const { true: folders = [], false: files = [] } = Object.groupBy(
    readdirSync(dist, { withFileTypes: true }).toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    (entry) => `${entry.isDirectory()}`,
  );
  const top = { folders: folders.map(({ name }) => name), files: files.map(({ name }) => name) };
  // An owner's own, from public/, stays as it is.
  if (!top.files.includes(HEADERS_FILE)) writeFileSync(join(dist, HEADERS_FILE), headersFile(base, top));
  return settings.precompress ? precompress(dist, cache) : null;
}
