import { basename, dirname, relative, resolve, sep } from 'node:path';

/** Where a digest lies: its project's folder, and its name from there. */
export interface DigestPlace {
  readonly root: string;
  /** `content/digests/ferry.md` */
  readonly file: string;
}

/** The project that a Markdown file is a digest of: the one whose `content/digests` it lies in; `null` for any other file. */
export function digestPlace(path: string, from: string): DigestPlace | null {
  const whole = resolve(from, path);
  for (let folder = dirname(whole); folder !== dirname(folder); folder = dirname(folder)) {
    if (basename(folder) !== 'digests' || basename(dirname(folder)) !== 'content') continue;
    const root = dirname(dirname(folder));
    return { root, file: relative(root, whole).split(sep).join('/') };
  }
  return null;
}
