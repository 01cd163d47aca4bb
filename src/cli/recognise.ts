import { detect, importers } from '../importers/index.ts';
import type { Importer } from '../importers/importer.ts';
import { type NearestFormat, nearestFormat } from '../importers/nearest-format.ts';
import { readJson } from '../importers/reading/json-file.ts';
import { QuotidianError } from '../thread/error.ts';
import { openArchive } from './archives/open-archive.ts';
import { type Export, openExport, parts, readStream, single } from './exports.ts';
import { fetchExport, isWebAddress } from './fetching/fetch-export.ts';
import type { FetchingVoice } from './fetching/open-client.ts';
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

/** What lies behind a path or an address of the web, each export with its importer: the one that is given, or the one that claims it. */
export async function recognise(
  path: string,
  given: Importer | undefined,
  voice: FetchingVoice,
): Promise<Recognition> {
  if (isWebAddress(path)) return { exports: [await fetchExport(path, voice)], unread: [] };
  const whole = await openExport(path);
  if (whole.files.size === 0) throw nothingIn(path);
  const from = whole.files.size === 1 ? await unpacked(whole, given) : whole;
  if (given) return { exports: [{ from, importer: given }], unread: [] };
  return (await recogniseWhole(from)) ?? recogniseParts(from);
}

/** How many folders may lie one in the other around an export. */
const MOST_WRAPPINGS = 3;

/** An export as it is, or, where all of it lies in one folder, that folder. */
async function recogniseWhole(from: Export, wrappings = 0): Promise<Recognition | undefined> {
  const importer = await detect(from.files);
  if (importer) return { exports: [{ from, importer }], unread: [] };
  const [inner, ...others] = parts(from);
  if (!inner || others.length > 0 || inner.files.size === 1 || wrappings === MOST_WRAPPINGS) return undefined;
  return recogniseWhole(inner, wrappings + 1);
}

async function recogniseParts(whole: Export): Promise<Recognition> {
  const pieces = whole.files.size === 1 ? [] : parts(whole);
  if (pieces.length <= 1) throw await notRecognised(whole);
  const exports: Recognised[] = [];
  const unread: string[] = [];
  for (const piece of pieces) {
    const from = await unpacked(piece).catch(() => piece);
    const importer = await detect(from.files);
    if (importer) exports.push({ from, importer });
    else unread.push(piece.name);
  }
  if (exports.length === 0) throw await notKnown(whole, 'holds no export that can be read');
  return { exports, unread };
}

const GZIP = [0x1f, 0x8b];
const UTF16 = { 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] } as const;

/** A single file as its importer wants it: gzip and UTF-16 taken off where no importer reads it as it is. */
async function unpacked(from: Export, given?: Importer): Promise<Export> {
  const [entry] = from.files;
  if (!entry || from.files.size > 1) return from;
  const [path, content] = entry;
  if (content.size === 0) throw empty(from.name);
  const archived = await openArchive(from.name, content);
  if (archived) return archived;
  const start = new Uint8Array(await content.slice(0, 4).arrayBuffer());
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
async function notRecognised(from: Export): Promise<QuotidianError> {
  const { name, files } = from;
  const [entry] = files;
  if (!entry || files.size > 1) return notKnown(from, 'holds no export that can be read');
  const [, content] = entry;
  const start = (await content.slice(0, 1024).text()).trimStart();
  if (!/^[[{]/.test(start)) return notKnown(from, 'is no export that can be read');
  const fault = await readJson(content, name).then(
    () => null,
    (error: unknown) => error,
  );
  return fault instanceof QuotidianError ? fault : notKnown(from, 'is JSON, but no export that can be read');
}

async function notKnown({ name, files }: Export, what: string): Promise<QuotidianError> {
  const format = await nearestFormat(files);
  const likeness = format ? ` ${likenessTo(format)}` : '';
  const looked = importers.map((importer) => `${importer.name} (${importer.label})`).join(', ');
  return new QuotidianError(`“${name}” ${what}.${likeness}`, {
    code: 'unknown-format',
    place: { file: name },
    hint: `Looked for: ${looked}. What is read of each says “npx quotidian import --help”. Name one with --as if you know that it is one of them.`,
  });
}

function likenessTo({ importer, found, missing }: NearestFormat): string {
  const lacks = missing.length > 0 ? ` and lacks ${list(missing)}` : '';
  return `It comes nearest to ${importer.label} (${importer.formats}): it has ${list(found)}${lacks}.`;
}

function list(signs: readonly string[]): string {
  return signs.map((sign) => `“${sign}”`).join(', ');
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
