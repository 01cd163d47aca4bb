import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { decodeHTML } from 'entities';
import { QuotidianError } from '../../thread/error.ts';
import type { Withheld } from './withheld-codes.ts';
import { findCoded } from './word-codes.ts';

/** A file of the built site that holds what must not be published. */
export interface Found {
  readonly file: string;
  readonly words: string;
}

/** Throws where any file of the built site holds what was forgotten or is withheld, packed ones included. */
export function refuseForgotten(dist: string, withheld: Withheld): void {
  const found = searchBuilt(dist, withheld);
  const [first] = found;
  if (!first) return;
  const files = found.slice(0, MOST_NAMED).map(({ file, words }) => `  ${file}: “${words}”`);
  const more = found.length > MOST_NAMED ? [`  and ${found.length - MOST_NAMED} more`] : [];
  throw new QuotidianError(
    [
      `What was forgotten or is withheld still stands in ${found.length} files of the built site:`,
      ...files,
      ...more,
    ].join('\n'),
    {
      code: 'not-forgotten',
      place: { file: first.file },
      hint: 'Do not publish this build. Take the words or the name out of the digest, note, title or file in public/ that holds them; “npx quotidian check” names digests.',
    },
  );
}

const MOST_NAMED = 12;

/** The files that hold such words, each with the first of them. */
export function searchBuilt(dist: string, { codes, salt }: Withheld): readonly Found[] {
  const names = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted();
  return names.flatMap((path): Found[] => {
    if (PICTURES.test(path)) return [];
    for (const text of formsOf(unpacked(path, readFileSync(path)).toString('utf8'))) {
      const words = findCoded(text, codes, salt);
      if (words !== undefined) return [{ file: path.slice(dist.length).replace(/^[/\\]/, ''), words }];
    }
    return [];
  });
}

/** What holds no text that this search could read. */
const PICTURES = /\.(?:png|jpe?g|webp|avif|gif|ico|woff2?|ttf|otf)$/i;

function unpacked(path: string, bytes: Buffer): Buffer {
  if (path.endsWith('.br')) return brotliDecompressSync(bytes);
  if (path.endsWith('.zst')) return zstdDecompressSync(bytes);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isGzip ? gunzipSync(bytes) : bytes;
}

/** The text with what attributes hold, and as a reader sees it, marks within words and between them. */
function formsOf(raw: string): readonly string[] {
  const whole = decodeHTML(decodeHTML(unescaped(raw)));
  return [whole, whole.replace(TAG, ''), whole.replace(TAG, ' ')];
}

const TAG = /<[^<>]{0,2000}>/g;

/** `\n` and `\u2019`, as JSON writes them; `%20`, as addresses do. */
function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrt]|%20|\+/g, ' ');
}
