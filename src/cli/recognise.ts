import { detect, importers } from '../importers/index.ts';
import type { Importer } from '../importers/importer.ts';
import { readJson } from '../importers/reading/json-file.ts';
import { QuotidianError } from '../thread/error.ts';
import { type Export, openExport, parts, readStream, single } from './exports.ts';
import { nearest } from './nearest.ts';

/** An export together with the importer that reads it. */
export interface Recognised {
  readonly from: Export;
  readonly importer: Importer;
}

/** What a path led to. `unread` are the files of a folder that no importer knows. */
export interface Recognition {
  readonly exports: readonly Recognised[];
  readonly unread: readonly string[];
}

/** The importer called by a name of the registry. */
export function importerNamed(name: string): Importer {
  const importer = importers.find((candidate) => candidate.name === name);
  if (importer) return importer;
  const near = nearest(
    name,
    importers.map((candidate) => candidate.name),
  );
  throw new QuotidianError(`There is no format “${name}”.${near ? ` Did you mean “${near}”?` : ''}`, {
    code: 'usage',
    hint: `The formats are: ${importers.map((candidate) => candidate.name).join(', ')}.`,
  });
}

/** The formats that can be read, a line each. */
export function formatLines(): readonly (readonly [string, string])[] {
  return importers.map(({ name, label, formats }) => [name, `${label}: ${formats}`] as const);
}

/** What lies behind a path, each export with its importer: the one that is given, or the one that claims it. */
export async function recognise(path: string, given?: Importer): Promise<Recognition> {
  const whole = await openExport(path);
  if (whole.files.size === 0) throw nothingIn(path);
  const from = whole.files.size === 1 ? await unpacked(whole, given) : whole;
  const importer = given ?? (await detect(from.files));
  if (importer) return { exports: [{ from, importer }], unread: [] };
  const pieces = from.files.size === 1 ? [] : parts(from);
  if (pieces.length <= 1) throw await notRecognised(from);
  return recogniseParts(path, pieces);
}

async function recogniseParts(path: string, pieces: readonly Export[]): Promise<Recognition> {
  const exports: Recognised[] = [];
  const unread: string[] = [];
  for (const piece of pieces) {
    const from = await unpacked(piece).catch(() => piece);
    const importer = await detect(from.files);
    if (importer) exports.push({ from, importer });
    else unread.push(piece.name);
  }
  if (exports.length === 0) throw notKnown(path, 'holds no export that can be read');
  return { exports, unread };
}

const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const UTF16 = { 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] } as const;

/** A single file as its importer wants it: gzip and UTF-16 taken off where no importer reads it as it is. */
async function unpacked(from: Export, given?: Importer): Promise<Export> {
  const [entry] = from.files;
  if (!entry || from.files.size > 1) return from;
  const [path, content] = entry;
  const start = new Uint8Array(await content.slice(0, 4).arrayBuffer());
  if (startsWith(start, ZIP)) throw zipped(from.name);
  if (content.size === 0) throw empty(from.name);
  if (given ? await given.detect(from.files) : await detect(from.files)) return from;
  if (startsWith(start, GZIP))
    return unpacked(
      single(from.name, path.replace(/\.gz$/i, ''), await gunzipped(content, from.name)),
      given,
    );
  for (const [encoding, mark] of Object.entries(UTF16)) {
    if (!startsWith(start, mark)) continue;
    const text = new TextDecoder(encoding).decode(await content.arrayBuffer());
    return single(from.name, path, new Blob([text]));
  }
  return from;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

async function gunzipped(content: Blob, name: string): Promise<Blob> {
  try {
    return await readStream(content.stream().pipeThrough(new DecompressionStream('gzip')), name);
  } catch (error) {
    if (error instanceof QuotidianError) throw error;
    throw new QuotidianError(`${name} begins as gzip and cannot be unpacked: it is cut off or damaged.`, {
      code: 'broken-gzip',
      place: { file: name },
      hint: 'Fetch the file again.',
    });
  }
}

/** Why nothing claims an export, as exactly as can be told. */
async function notRecognised({ name, files }: Export): Promise<QuotidianError> {
  const [entry] = files;
  if (!entry || files.size > 1) return notKnown(name, 'holds no export that can be read');
  const [, content] = entry;
  const start = (await content.slice(0, 1024).text()).trimStart();
  if (!/^[[{]/.test(start)) return notKnown(name, 'is no export that can be read');
  const fault = await readJson(content, name).then(
    () => null,
    (error: unknown) => error,
  );
  return fault instanceof QuotidianError ? fault : notKnown(name, 'is JSON, but no export that can be read');
}

function notKnown(name: string, what: string): QuotidianError {
  const formats = formatLines().map(([format, reads]) => `${format} (${reads})`);
  return new QuotidianError(`“${name}” ${what}.`, {
    code: 'unknown-format',
    place: { file: name },
    hint: `Formats: ${formats.join('; ')}. Name one with --as if you know that it is one of them.`,
  });
}

function nothingIn(path: string): QuotidianError {
  return new QuotidianError(`The folder “${path}” holds no files.`, {
    code: 'empty',
    hint: 'Name the folder or file that holds the export. Symbolic links are not followed.',
  });
}

function empty(name: string): QuotidianError {
  return new QuotidianError(`“${name}” is empty.`, { code: 'empty', hint: 'Export or save it again.' });
}

function zipped(name: string): QuotidianError {
  return new QuotidianError(`“${name}” is a ZIP archive, which cannot be read directly.`, {
    code: 'zip',
    hint: 'Unpack it, and name the folder.',
  });
}
