import { promisify } from 'node:util';
import { gunzip, inflate } from 'node:zlib';

/** As `Content-Encoding` names them (RFC 9110, 8.4.1). None is asked for; some servers pack all they answer. */
const ENCODINGS = new Map([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
]);

/** The content of an answer, unpacked. `null` where it would be longer than `longest` bytes; throws where it is damaged. */
export async function decoded(
  content: Uint8Array,
  encoding: string | undefined,
  longest: number,
): Promise<Uint8Array | null> {
  const unpack = ENCODINGS.get(encoding?.trim().toLowerCase() ?? '');
  if (!unpack) return content;
  try {
    return await unpack(content, { maxOutputLength: longest });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
