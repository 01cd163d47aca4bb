import { createWriteStream, mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ExportFiles } from '../../importers/importer.ts';
import { QuotidianError } from '../../thread/error.ts';
import { shortened } from '../printable.ts';

/** A file in an archive, or something else that has a name there. */
export interface ArchiveEntry {
  /** As the archive writes it. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  bytes(): AsyncIterable<Uint8Array>;
}

/** How much an archive may hold. */
export interface Bounds {
  readonly files: number;
  /** Unpacked, all files together. */
  readonly bytes: number;
}

export const BOUNDS: Bounds = { files: 100_000, bytes: 4 * 1024 ** 3 };

/**
 * The files of an archive. They lie in a temporary folder under names of our own, so that no name of the archive
 * becomes a path of this machine, and are gone when the program ends. Refused, with nothing kept: names that lead out
 * of the archive, links, files of one name, more files or bytes than the bounds allow.
 */
export async function unpack(
  archive: string,
  entries: AsyncIterable<ArchiveEntry>,
  bounds: Bounds = BOUNDS,
): Promise<ExportFiles> {
  const folder = temporaryFolder();
  const files = new Map<string, Blob>();
  let bytes = 0;
  const counted = () =>
    new Transform({
      transform(piece: Uint8Array, _encoding, done) {
        bytes += piece.byteLength;
        done(bytes > bounds.bytes ? tooManyBytes(archive, bounds) : null, piece);
      },
    });
  for await (const entry of entries) {
    const path = safePath(entry, archive);
    if (path === undefined) continue;
    if (files.has(path)) throw twice(archive, path);
    if (files.size >= bounds.files) throw tooManyFiles(archive, bounds);
    const place = join(folder, String(files.size));
    await pipeline(Readable.from(entry.bytes()), counted(), createWriteStream(place));
    files.set(path, await openAsBlob(place));
  }
  return new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quotidian-archive-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What systems add to archives of their own accord. */
const CLUTTER = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$)/;
/** `/etc/passwd`, `C:\x`, `a/../../b`. */
const LEADS_OUT = /^\/|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)/;

/** The path of a file as importers know it; `undefined` for what is to be passed over. */
function safePath({ path: written, kind }: ArchiveEntry, archive: string): string | undefined {
  const path = written.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  if (LEADS_OUT.test(path) || path.includes('\0'))
    throw refused(
      archive,
      `holds a file whose name leads out of it, “${shortened(written, 80)}”`,
      'unsafe-archive',
    );
  if (kind === 'link')
    throw refused(
      archive,
      `holds a link, “${shortened(written, 80)}”, and links are not followed`,
      'unsafe-archive',
    );
  return kind === 'file' && path !== '' && !CLUTTER.test(path) ? path : undefined;
}

function twice(archive: string, path: string): QuotidianError {
  return refused(archive, `holds two files called “${shortened(path, 80)}”`, 'unsafe-archive');
}

function tooManyFiles(archive: string, { files }: Bounds): QuotidianError {
  return refused(archive, `holds more than ${files} files`, 'too-many');
}

function tooManyBytes(archive: string, { bytes }: Bounds): QuotidianError {
  return refused(archive, `holds more than ${bytes / 1024 ** 2} MB once unpacked`, 'too-large');
}

function refused(archive: string, what: string, code: string): QuotidianError {
  return new QuotidianError(`The archive ${what}.`, {
    code,
    place: { file: archive },
    hint: 'If you trust it, unpack it yourself, and name the folder that holds the export.',
  });
}
