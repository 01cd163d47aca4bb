import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { copyFile, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { cacheFolder } from '../cache-files.ts';

/** What was done: how many files stand compressed beside themselves, and for how many that was worked out anew. */
export interface Precompressed {
  readonly files: number;
  readonly made: number;
}

/** What is text; pictures, fonts and the search index are compressed already. */
const TEXT = new Set(['.html', '.css', '.js', '.mjs', '.json', '.xml', '.txt', '.md', '.svg']);
/** Smaller ones gain less than the header costs that says so. */
const LEAST_BYTES = 1024;
/** As many as Node has threads for it; so many files are in memory at a time. */
const AT_A_TIME = 4;
/** The best that Brotli can do takes ten times as long as this and saves a few per cent more: for small files only. */
const LARGE = 128 * 1024;
const LARGE_QUALITY = 9;

const FORMS = { br: brotli, gz: (text: Buffer) => gzipped(text, { level: 9 }) } as const;
const brotlied = promisify(brotliCompress);
const gzipped = promisify(gzip);

/**
 * Writes beside each text file of a built site the same compressed, `page.html.br` and `page.html.gz`, where that is
 * smaller. What was compressed is kept in the cache under a hash of the text: an unchanged page costs a copy.
 */
export async function precompress(dist: string, cache: string): Promise<Precompressed> {
  const folder = join(cacheFolder(cache), 'compressed');
  mkdirSync(folder, { recursive: true });
  const waiting = textFiles(dist);
  /** By hash: a text that stands in several files is compressed once. */
  const kept = new Map<string, Promise<boolean>>();
  let files = 0;
  let made = 0;
  const work = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if ((await stat(path)).size < LEAST_BYTES) continue;
      const text = await readFile(path);
      const name = createHash('sha256').update(text).digest('hex');
      const known = kept.get(name);
      const making = known ?? makeKept(text, join(folder, name));
      kept.set(name, making);
      const isNew = await making;
      const published = await publish(path, join(folder, name));
      files += published;
      made += isNew && !known ? 1 : 0;
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  await forgetOthers(folder, new Set(kept.keys()));
  return { files, made };
}

function textFiles(dist: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .toReversed();
}

/** Whether it had to be worked out. An empty file says that this form is not smaller. */
async function makeKept(text: Buffer, kept: string): Promise<boolean> {
  if (existsSync(`${kept}.br`) && existsSync(`${kept}.gz`)) return false;
  for (const [ending, compress] of Object.entries(FORMS)) {
    const compressed = await compress(text);
    await writeFile(`${kept}.${ending}`, compressed.length < text.length ? compressed : '');
  }
  return true;
}

function brotli(text: Buffer): Promise<Buffer> {
  const quality = text.length > LARGE ? LARGE_QUALITY : constants.BROTLI_MAX_QUALITY;
  return brotlied(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
}

/** How many files now stand compressed: one or none. */
async function publish(path: string, kept: string): Promise<number> {
  let published = 0;
  for (const ending of Object.keys(FORMS)) {
    const { size } = await stat(`${kept}.${ending}`);
    if (size === 0) continue;
    await copyFile(`${kept}.${ending}`, `${path}.${ending}`);
    published = 1;
  }
  return published;
}

async function forgetOthers(folder: string, used: ReadonlySet<string>): Promise<void> {
  for (const name of readdirSync(folder)) {
    if (!used.has(name.slice(0, name.indexOf('.')))) await rm(join(folder, name));
  }
}
