import { rmSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file that is whole on disk, beside the place where it will stand, and not there yet. */
export interface StagedFile {
  /** Puts it in its place, in one step. */
  commit(): Promise<void>;
  discard(): Promise<void>;
}

/** Writes a file so that at no time anybody can read a half of it. What is not committed is gone at the end. */
export async function stageFile(path: string, content: string | Uint8Array): Promise<StagedFile> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  await mkdir(dirname(path), { recursive: true });
  cleanUpAtTheEnd();
  waiting.add(temporary);
  await writeFile(temporary, content, { flush: true });
  return {
    async commit() {
      await rename(temporary, path);
      waiting.delete(temporary);
    },
    async discard() {
      await rm(temporary, { force: true });
      waiting.delete(temporary);
    },
  };
}

const waiting = new Set<string>();
let cleaning = false;

function cleanUpAtTheEnd(): void {
  if (cleaning) return;
  cleaning = true;
  process.on('exit', () => {
    for (const path of waiting) rmSync(path, { force: true });
  });
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const)
    process.on(signal, () => process.exit(128 + number));
}
