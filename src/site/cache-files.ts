import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder in the cache that holds what pages need. */
export function cacheFolder(cache: string): string {
  return join(cache, 'quotidian');
}

/** The folder of one thread in it. */
export function threadFolder(cache: string, id: string): string {
  return join(cacheFolder(cache), 'threads', id);
}

/** Writes a file, in a folder that is there, where it would change: unchanged files keep their time. */
export function writeChanged(path: string, content: string | Uint8Array): void {
  if (isAlready(path, content)) return;
  writeFileSync(path, content);
}

function isAlready(path: string, content: string | Uint8Array): boolean {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  return size === Buffer.byteLength(content) && readFileSync(path).equals(Buffer.from(content));
}

/** What was written as JSON; `undefined` where it is not there or not whole. */
export function readKept<Value>(path: string): Value | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Value;
  } catch {
    return undefined;
  }
}
