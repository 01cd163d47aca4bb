import { BlobReader, type Entry, ZipReader, configure } from '@zip.js/zip.js';
import { QuotidianError } from '../../thread/error.ts';
import type { ArchiveEntry } from './unpacking.ts';

configure({ useWebWorkers: false });

/**
 * The entries of a ZIP archive (APPNOTE 6.3.10; ZIP64 too). Checksums are compared, and entries that share bytes, by
 * which small archives unpack to huge ones, are refused. Throws `QuotidianError` where it is damaged or encrypted.
 */
export async function* zipEntries(archive: string, content: Blob): AsyncGenerator<ArchiveEntry> {
  const reader = new ZipReader(new BlobReader(content), {
    checkOverlappingEntry: true,
    checkSignature: true,
    // Names are judged by `unpack`, for every kind of archive alike.
    filenameValidation: 'tolerant',
  });
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entry.encrypted) throw encrypted(archive);
      yield { path: entry.filename, kind: kindOf(entry), bytes: () => bytesOf(entry, archive) };
    }
  } catch (error) {
    throw error instanceof QuotidianError ? error : damaged(archive);
  } finally {
    await reader.close();
  }
}

/** The high half of the external attributes is the mode of Unix; the file type is in its first four bits. */
const FILE_TYPE = 0o170000;
const LINK = 0o120000;
const REGULAR = 0o100000;

function kindOf(entry: Entry): ArchiveEntry['kind'] {
  if (entry.directory) return 'folder';
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type === LINK) return 'link';
  return type === 0 || type === REGULAR ? 'file' : 'other';
}

async function* bytesOf(entry: Entry, archive: string): AsyncGenerator<Uint8Array> {
  if (entry.directory) return;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  entry.getData(writable).catch((error: unknown) => writable.abort(error).catch(() => undefined));
  try {
    yield* readable;
  } catch {
    throw damaged(archive);
  }
}

function damaged(archive: string): QuotidianError {
  return new QuotidianError('The ZIP archive is cut off or damaged.', {
    code: 'broken-zip',
    place: { file: archive },
    hint: 'Fetch it again.',
  });
}

function encrypted(archive: string): QuotidianError {
  return new QuotidianError('The ZIP archive is encrypted.', {
    code: 'encrypted-zip',
    place: { file: archive },
    hint: 'Unpack it with its password, and name the folder.',
  });
}
