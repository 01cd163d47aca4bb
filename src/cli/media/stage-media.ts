import { existsSync } from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type StagedFile, stageFile } from '../staged-file.ts';

/** Where the pictures of a thread lie, from the project’s folder. */
export function mediaFolder(thread: string): string {
  return `content/threads/${thread}`;
}

/** Whether a picture of the thread lies there. */
export function hasPicture(thread: string, file: string): boolean {
  return existsSync(join(mediaFolder(thread), file));
}

/** Stages those of the pictures (file → content) that are not there: named by their content, what is there is the same. */
export async function stagePictures(
  thread: string,
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<readonly StagedFile[]> {
  const staged: StagedFile[] = [];
  for (const [file, content] of pictures)
    if (!hasPicture(thread, file)) staged.push(await stageFile(join(mediaFolder(thread), file), content));
  return staged;
}

/** Removes the pictures of a thread that nothing names any more, and the folder where nothing else is in it. */
export async function removePictures(thread: string, named: ReadonlySet<string>): Promise<void> {
  const folder = mediaFolder(thread);
  const files = await readdir(folder).catch(() => null);
  if (!files) return;
  for (const file of files) if (PICTURE.test(file) && !named.has(file)) await rm(join(folder, file));
  // It fails where the editor has put something there, which stays.
  await rmdir(folder).catch(() => undefined);
}

/** `9f86d081884c7d659a2feaa0c55ad015.webp` */
const PICTURE = /^[0-9a-f]{32}\.webp$/;
