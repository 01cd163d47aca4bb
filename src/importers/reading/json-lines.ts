import { QuotidianError } from '../../thread/error.ts';
import { longNumbersAsStrings } from './long-numbers.ts';

/** UTF-16 code units. A line is one post; no post is this long. */
const LONGEST_LINE = 16 * 1024 * 1024;

/** A line of an NDJSON file. */
export interface JsonLine {
  /** From 1. */
  readonly line: number;
  /** `undefined` where the line is not JSON. */
  readonly value: unknown;
}

/**
 * The lines of an NDJSON file in UTF-8, empty ones left out; read piece by piece, so memory does not grow with the file.
 * A line that is not JSON comes as `undefined`: the rest can still be read. Throws `QuotidianError` where the file is in
 * another encoding or a line is too long.
 */
export async function* readJsonLines(blob: Blob, file: string): AsyncGenerator<JsonLine> {
  let line = 0;
  let rest = '';
  for await (const piece of textOf(blob, file)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw tooLong(file, line + lines.length + 1);
    for (const text of lines) {
      line += 1;
      if (text.trim() !== '') yield { line, value: parsedLine(text) };
    }
  }
  if (rest.trim() !== '') yield { line: line + 1, value: parsedLine(rest) };
}

async function* textOf(blob: Blob, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of blob.stream()) yield decoder.decode(bytes, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new QuotidianError('The file is not in UTF-8.', {
      code: 'wrong-encoding',
      place: { file },
      hint: 'Save it again with the encoding UTF-8.',
    });
  }
}

function parsedLine(text: string): unknown {
  try {
    return JSON.parse(longNumbersAsStrings(text));
  } catch {
    return undefined;
  }
}

function tooLong(file: string, line: number): QuotidianError {
  return new QuotidianError(`Line ${line} is longer than ${LONGEST_LINE / 1024 / 1024} million characters.`, {
    code: 'too-large',
    place: { file, line },
    hint: 'In this format each line holds one post. Export it again.',
  });
}
