import { QuotidianError } from '../../thread/error.ts';

/** Mail shrinks to a tenth; a hundredth of the tighter packed bytes is no mailbox. */
const HIGHEST_RATIO = 200;
/** Below this the ratio says nothing. */
const HARMLESS_SIZE = 16 * 1024 * 1024;
/** More than any list's archive; a mailbox of that size is imported in parts. */
const LARGEST_SIZE = 16 * 1024 ** 3;

/** Whether these first bytes of a file are those of gzip (RFC 1952, 2.3.1). */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/**
 * The unpacked bytes, piece by piece; no more than one piece is held. Throws a `QuotidianError` where the file
 * is damaged, or unpacks to so much more than it is that it can only be meant to do harm.
 */
export async function* gunzip(blob: Blob, file: string): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  let size = 0;
  try {
    for (let piece = await readPiece(reader, file); piece; piece = await readPiece(reader, file)) {
      size += piece.length;
      if (size > LARGEST_SIZE || (size > HARMLESS_SIZE && size > blob.size * HIGHEST_RATIO))
        throw new QuotidianError(
          `${file} unpacks to far more than it is: more than ${size} bytes from ${blob.size}.`,
          {
            code: 'unpacks-too-large',
            place: { file },
            hint: 'Unpack it yourself, look at what it holds, and import that.',
          },
        );
      yield piece;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function readPiece(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  file: string,
): Promise<Uint8Array | undefined> {
  try {
    return (await reader.read()).value;
  } catch (error) {
    throw new QuotidianError(
      `${file} cannot be unpacked: it is cut off, damaged, or several gzip files in one (${reason(error)}).`,
      {
        code: 'not-gzip',
        place: { file },
        hint: 'Fetch the file again, or unpack it with gunzip and import what it holds.',
      },
    );
  }
}

function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
