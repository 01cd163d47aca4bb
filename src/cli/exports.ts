import { openAsBlob } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ExportFiles } from '../importers/importer.ts';
import { QuotidianError } from '../thread/error.ts';

/** Files that are read together, under the name that the user knows them by. */
export interface Export {
  readonly name: string;
  readonly files: ExportFiles;
}

/** The files behind a path: a file, all files of a folder, or `-` for standard input. */
export async function openExport(path: string): Promise<Export> {
  if (path === '-')
    return single('standard input', 'stdin', await readStream(process.stdin, 'standard input'));
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error);
  });
  if (info.isDirectory()) return { name: path, files: await folderFiles(path) };
  if (info.isFile()) return single(path, basename(path), await openFile(path));
  const handle = await open(path);
  return single(path, basename(path), await readStream(handle.createReadStream(), path));
}

/** An export of a single file. */
export function single(name: string, path: string, content: Blob): Export {
  return { name, files: new Map([[path, content]]) };
}

/**
 * A folder of unlike exports, taken apart: each file and each folder in it by itself.
 * The paths of a folder's files go on from that folder.
 */
export function parts({ name, files }: Export): Export[] {
  const byTop = Map.groupBy(files, ([path]) => path.split('/')[0] ?? path);
  return [...byTop].map(([top, entries]) => ({
    name: join(name, top),
    files: new Map(entries.map(([path, blob]) => [path === top ? top : path.slice(top.length + 1), blob])),
  }));
}

/** What cannot be sliced on disk is held in memory, so it has a limit. */
export const LARGEST_STREAM = 512 * 1024 * 1024;

/** The whole of a stream, or an error where it is longer than may be held. */
export async function readStream(stream: AsyncIterable<Uint8Array>, name: string): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.byteLength;
    if (bytes > LARGEST_STREAM) throw tooLong(name);
    chunks.push(new Uint8Array(chunk));
  }
  return new Blob(chunks);
}

const MOST_FILES = 100_000;
const DEEPEST = 32;
/** What desktops leave behind. */
const CLUTTER = /^(?:\.DS_Store|\._.*|Thumbs\.db|desktop\.ini|\.git)$/;

async function folderFiles(root: string): Promise<ExportFiles> {
  const files = new Map<string, Blob>();
  const folders: { readonly path: string; readonly depth: number }[] = [{ path: '', depth: 0 }];
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    if (folder.depth > DEEPEST) throw tooDeep(root);
    for (const entry of await sortedEntries(join(root, folder.path))) {
      const path = folder.path ? `${folder.path}/${entry.name}` : entry.name;
      if (entry.isDirectory()) folders.push({ path, depth: folder.depth + 1 });
      // Symbolic links are neither, and are not followed.
      if (!entry.isFile()) continue;
      if (files.size >= MOST_FILES) throw tooMany(root);
      files.set(path, await openFile(join(root, path)));
    }
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function sortedEntries(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(folder, error);
  });
  return entries.filter(({ name }) => !CLUTTER.test(name));
}

function openFile(path: string): Promise<Blob> {
  return openAsBlob(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error);
  });
}

function unreadable(path: string, { code }: NodeJS.ErrnoException): QuotidianError {
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new QuotidianError(`There is no file or folder “${path}”.`, {
      code: 'no-file',
      hint: 'Look for a slip in its name. A path is taken from the folder that you are in.',
    });
  return new QuotidianError(`“${path}” cannot be read (${code ?? 'unknown reason'}).`, {
    code: 'unreadable',
    hint: 'See that the file is yours to read.',
  });
}

function tooLong(name: string): QuotidianError {
  return new QuotidianError(`${name} holds more than ${LARGEST_STREAM / 1024 / 1024} MB once unpacked.`, {
    code: 'too-large',
    hint: 'Save it as a plain file first: files are read piece by piece and may be larger.',
  });
}

function tooDeep(root: string): QuotidianError {
  return new QuotidianError(`The folder “${root}” is more than ${DEEPEST} folders deep.`, {
    code: 'too-deep',
    hint: 'Name the folder that holds the export itself.',
  });
}

function tooMany(root: string): QuotidianError {
  return new QuotidianError(`The folder “${root}” holds more than ${MOST_FILES} files.`, {
    code: 'too-many',
    hint: 'Name the folder that holds the export itself.',
  });
}
