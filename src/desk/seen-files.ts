import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { hashOf } from '../site/content-files.ts';
import { QuotidianError } from '../thread/error.ts';

/** Writes files of a project, only while they are as a page saw them; the last writing can be undone. */
export interface SeenFiles {
  /** Empty where the file is not there. */
  read(file: string): string;
  write(file: string, text: string, seen: string): void;
  /** The file that was written last, where that can be undone. */
  readonly last: () => string | undefined;
  /** Gives the file that was written last the text it had before; returns the file. */
  undo(): string;
}

/** Of a text as a page saw it. */
export function seenAs(text: string): string {
  return text === '' ? '' : hashOf(text);
}

/** Files are named by their paths in the project. */
export function seenFiles(root: string): SeenFiles {
  let last: { readonly file: string; readonly before: string; readonly after: string } | undefined;
  const read = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '');
  const write = (file: string, text: string, seen: string) => {
    const before = read(file);
    if (seenAs(before) !== seen) throw changed(file);
    put(join(root, file), text);
    last = { file, before, after: text };
  };
  return {
    read,
    write,
    last: () => last?.file,
    undo: () => {
      if (!last) throw new QuotidianError('There is nothing to undo.', { code: 'nothing-to-undo' });
      const { file, before, after } = last;
      if (read(file) !== after) throw changed(file);
      put(join(root, file), before);
      last = undefined;
      return file;
    },
  };
}

/** In one step, so that nobody reads a half of it; an empty text is no file. */
function put(path: string, text: string): void {
  if (text === '') {
    rmSync(path, { force: true });
    return;
  }
  const staged = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(staged, text, { flush: true });
    renameSync(staged, path);
  } finally {
    rmSync(staged, { force: true });
  }
}

function changed(file: string): QuotidianError {
  return new QuotidianError(`${file} has changed since this page was loaded; nothing was written.`, {
    code: 'changed-meanwhile',
    place: { file },
  });
}
