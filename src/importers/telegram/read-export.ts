import { QuotidianError } from '../../thread/error.ts';
import { readJson } from '../reading/json-file.ts';

/**
 * The value of an export's file. Telegram Desktop has written control characters as `\x1B`, which is no JSON: where a file
 * holds them it is read all the same. Throws as `readJson`.
 */
export async function readExport(blob: Blob, file: string): Promise<unknown> {
  try {
    return await readJson(blob, file);
  } catch (error) {
    if (!(error instanceof QuotidianError) || error.code !== 'not-json') throw error;
    const text = await blob.text();
    const mended = text.replace(UNSOUND_ESCAPE, (found, code?: string) => (code ? `\\u00${code}` : found));
    if (mended === text) throw error;
    return readJson(new Blob([mended]), file);
  }
}

/** `\\`, which is JSON, or `\x1B` */
const UNSOUND_ESCAPE = /\\(?:\\|x([01][\dA-F]))/g;
