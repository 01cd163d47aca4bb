import { statSync } from 'node:fs';
import { readKept } from './cache-files.ts';

/** What a file of the cache holds as JSON, read once for as long as it stays as it is; `undefined` where it is not there. */
export function keptFile<Value>(path: () => string): () => Value | undefined {
  let read: { readonly changed: number; readonly value: Value | undefined } | undefined;
  return () => {
    const changed = statSync(path(), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (read?.changed !== changed) read = { changed, value: readKept<Value>(path()) };
    return read.value;
  };
}
