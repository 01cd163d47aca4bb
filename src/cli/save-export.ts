import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { QuotidianError } from '../thread/error.ts';
import { usageError } from './command.ts';
import type { Export } from './exports.ts';
import { isWebAddress } from './fetching/fetch-export.ts';
import { stageFile } from './staged-file.ts';

/**
 * Throws `QuotidianError` where what is fetched from these addresses cannot be kept in the folder: it must be one export,
 * and the folder new or empty, so that nothing is overwritten and it can be imported as it is.
 */
export async function mustBeSavable(folder: string, paths: readonly string[]): Promise<void> {
  const [only = '', ...others] = paths;
  if (others.length > 0 || !isWebAddress(only))
    throw usageError('--save keeps what is fetched from one address: name that, and nothing else.', 'import');
  if (folder.trim() === '') throw usageError('--save wants a folder.', 'import');
  const [first] = await entriesOf(folder);
  if (first === undefined) return;
  throw new QuotidianError(`“${join(folder, first)}” is there already, and nothing is overwritten.`, {
    code: 'not-empty',
    place: { file: folder },
    hint: 'Name a folder that is new or empty.',
  });
}

/** Writes the files of an export into the folder, all or none, and returns their paths; writes nothing in a dry run. */
export async function saveExport(
  { files }: Export,
  folder: string,
  dryRun: boolean,
): Promise<readonly string[]> {
  const paths = new Map([...files].map(([name, content]) => [join(folder, name), content]));
  if (dryRun) return [...paths.keys()];
  const staged = [];
  try {
    for (const [path, content] of paths)
      staged.push(await stageFile(path, new Uint8Array(await content.arrayBuffer())));
  } catch (error) {
    await Promise.all(staged.map((file) => file.discard()));
    throw error;
  }
  for (const file of staged) await file.commit();
  return [...paths.keys()];
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') return [''];
    throw error;
  });
}
