import { QuotidianError } from '../../thread/error.ts';
import type { Export } from '../exports.ts';
import { isTar, tarEntries } from './tar.ts';
import { unpack } from './unpacking.ts';
import { zipEntries } from './zip.ts';

const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
/** Archives that are not read, by their first bytes. */
const OTHERS: readonly (readonly [string, readonly number[]])[] = [
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
];
/** A block of a tar archive. */
const FIRST_BLOCK = 512;

/** The files of a ZIP, tar or tar.gz archive, the one door that archives come in by; `undefined` for any other file. */
export async function openArchive(name: string, content: Blob): Promise<Export | undefined> {
  const start = new Uint8Array(await content.slice(0, FIRST_BLOCK).arrayBuffer());
  if (begins(start, ZIP) || begins(start, EMPTY_ZIP)) return opened(name, zipEntries(name, content));
  if (isTar(start)) return opened(name, tarEntries(name, content, false));
  const other = OTHERS.find(([, mark]) => begins(start, mark));
  if (other) throw unreadable(name, other[0]);
  if (begins(start, GZIP) && isTar(await gunzippedStart(content)))
    return opened(name, tarEntries(name, content, true));
  return undefined;
}

async function opened(name: string, entries: Parameters<typeof unpack>[1]): Promise<Export> {
  const files = await unpack(name, entries);
  if (files.size > 0) return { name, files };
  throw new QuotidianError('The archive holds no files.', {
    code: 'empty',
    place: { file: name },
    hint: 'Export or fetch it again.',
  });
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** The first block under gzip, as far as it can be read. */
async function gunzippedStart(content: Blob): Promise<Uint8Array> {
  const pieces: number[] = [];
  try {
    for await (const piece of content.stream().pipeThrough(new DecompressionStream('gzip'))) {
      pieces.push(...piece.subarray(0, FIRST_BLOCK));
      if (pieces.length >= FIRST_BLOCK) break;
    }
  } catch {
    // What is damaged is told of by those who read it.
  }
  return Uint8Array.from(pieces);
}

function unreadable(name: string, kind: string): QuotidianError {
  return new QuotidianError(`“${name}” is packed as ${kind}, which is not read.`, {
    code: 'unknown-archive',
    place: { file: name },
    hint: 'Unpack it, and name the folder, or pack it as ZIP or tar.gz.',
  });
}
