import type { ExportFiles, ImportOptions } from '../importer.ts';
import { readJson } from './json-file.ts';

/** A file of an export and what it holds. */
export interface JsonFile {
  readonly file: string;
  readonly value: unknown;
}

/** The files one after the other, each let go before the next is read; tells of the progress. Throws as `readJson`. */
export async function* readJsonFiles(
  files: ExportFiles,
  { progress }: Pick<ImportOptions, 'progress'>,
): AsyncGenerator<JsonFile> {
  let bytes = 0;
  for (const [file, blob] of files) {
    yield { file, value: await readJson(blob, file) };
    bytes += blob.size;
    progress?.(bytes);
  }
}
