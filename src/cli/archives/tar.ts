import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { QuotidianError } from '../../thread/error.ts';
import type { ArchiveEntry } from './unpacking.ts';

/** `ustar` stands there in every POSIX and GNU archive (POSIX.1-1988, pax). */
const MAGIC_AT = 257;

/** Whether these first bytes, gzip taken off, begin a tar archive. */
export function isTar(start: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(start.subarray(MAGIC_AT, MAGIC_AT + 5)) === 'ustar';
}

/** The entries of a tar archive, gzipped or not. Throws `QuotidianError` where it is damaged. */
export async function* tarEntries(
  archive: string,
  content: Blob,
  gzipped: boolean,
): AsyncGenerator<ArchiveEntry> {
  const entries = extract();
  const source = Readable.from(content.stream());
  const plain = gzipped ? source.pipe(createGunzip()) : source;
  source.on('error', (error) => entries.destroy(error));
  plain.on('error', (error) => entries.destroy(error));
  plain.pipe(entries);
  try {
    for await (const entry of entries) {
      yield { path: entry.header.name, kind: kindOf(entry.header), bytes: () => piecesOf(entry, archive) };
      entry.resume();
    }
  } catch (error) {
    throw error instanceof QuotidianError ? error : damaged(archive);
  } finally {
    source.destroy();
  }
}

async function* piecesOf(entry: AsyncIterable<unknown>, archive: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of entry) if (piece instanceof Uint8Array) yield piece;
  } catch {
    throw damaged(archive);
  }
}

function kindOf({ type }: Header): ArchiveEntry['kind'] {
  if (type === 'file' || type === 'contiguous-file') return 'file';
  if (type === 'directory') return 'folder';
  return type === 'symlink' || type === 'link' ? 'link' : 'other';
}

function damaged(archive: string): QuotidianError {
  return new QuotidianError('The tar archive is cut off or damaged.', {
    code: 'broken-tar',
    place: { file: archive },
    hint: 'Fetch it again.',
  });
}
