import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QuotidianError } from '../thread/error.ts';
import { readKept, threadFolder } from './cache-files.ts';

/** The file in a thread’s folder of the cache that names the pictures its pages show; not there where there are none. */
export const PICTURES = 'pictures.json';

/** The files of the pictures that the pages of a thread show. */
export function picturesOf(cache: string, thread: string): readonly string[] {
  const path = join(threadFolder(cache, thread), PICTURES);
  return existsSync(path) ? (readKept<readonly string[]>(path) ?? []) : [];
}

/** A saved picture. Throws where it is not there. */
export function readPicture(root: string, thread: string, file: string): Uint8Array {
  const path = `content/threads/${thread}/${file}`;
  if (existsSync(join(root, path))) return readFileSync(join(root, path));
  throw new QuotidianError(`The thread “${thread}” shows a picture whose file is not there.`, {
    code: 'no-picture',
    place: { file: path },
    hint: 'Put the file back, or import the thread again: with --media it is saved anew, without it stays a link.',
  });
}
