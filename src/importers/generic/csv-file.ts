import { type CsvError, parse } from 'csv-parse/browser/esm/sync';
import { QuotidianError } from '../../thread/error.ts';

/** A record of a CSV file. */
export interface CsvRecord {
  /** The line in which it begins, from 1; a cell may hold line ends. */
  readonly line: number;
  readonly cells: readonly string[];
}

const SEPARATORS = [',', ';', '\t'] as const;
type Separator = (typeof SEPARATORS)[number];

/** The separator by which the first line holds these columns; `null`: by none. */
export function separatorOf(text: string, columns: readonly string[]): Separator | null {
  const line =
    text
      .slice(0, LONGEST_HEADER)
      .replace(/^\uFEFF/, '')
      .trimStart()
      .split(/\r\n?|\n/, 1)[0] ?? '';
  const holds = (separator: Separator) => {
    const cells = line.split(separator).map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim()
        .toLowerCase(),
    );
    return columns.every((column) => cells.includes(column));
  };
  return SEPARATORS.find(holds) ?? null;
}

const LONGEST_HEADER = 16 * 1024;
/** Bytes. */
const LARGEST = 256 * 1024 * 1024;
/** Characters of a record. No post is longer; what is has a quotation mark that nothing closes. */
const LONGEST_RECORD = 16 * 1024 * 1024;

/**
 * The records of a CSV file in UTF-8 (RFC 4180; also with bare line feeds, and separated by semicolons or tabs), the
 * line of headers first, empty lines left out. A quotation mark within a cell that does not begin with one is a
 * character as any other. Throws `QuotidianError` where the file cannot be read to its end.
 */
export async function readCsv(blob: Blob, file: string): Promise<readonly CsvRecord[]> {
  if (blob.size > LARGEST) throw tooLarge(file);
  const bytes = withoutMark(new Uint8Array(await blob.arrayBuffer()));
  const text = decoded(bytes, file);
  const delimiter = separatorOf(text, ['body']);
  if (delimiter === null) throw noColumns(file);
  const records: CsvRecord[] = [];
  const lines = lineCounter(bytes);
  let broken: CsvError | undefined;
  parse(bytes, {
    delimiter,
    record_delimiter: text.includes('\n') ? ['\r\n', '\n'] : ['\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_RECORD,
    on_record: (cells: string[], context) => {
      const line = lines.next(context.bytes);
      if (cells.length > 1 || cells[0] !== '') records.push({ line, cells });
      return null;
    },
    on_skip: (error) => {
      broken ??= error;
      return undefined;
    },
  });
  if (broken) throw notClosed(file, lines.next(bytes.length));
  return records;
}

/** The byte order mark, EF BB BF, which spreadsheets write before UTF-8. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return marked ? bytes.subarray(3) : bytes;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Tells in which line a record begins when told at which byte it ends; the parser counts some line ends twice. */
function lineCounter(bytes: Uint8Array): { next(end: number): number } {
  const ending = bytes.includes(LINE_FEED) ? LINE_FEED : CARRIAGE_RETURN;
  let line = 1;
  let at = 0;
  return {
    next(end) {
      const begins = line;
      for (
        let found = bytes.indexOf(ending, at);
        found >= 0 && found < end;
        found = bytes.indexOf(ending, at)
      ) {
        line += 1;
        at = found + 1;
      }
      return begins;
    },
  };
}

function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new QuotidianError('The file is not in UTF-8.', {
      code: 'wrong-encoding',
      place: { file },
      hint: 'Save it again as CSV in UTF-8; spreadsheets ask for the encoding when they save.',
    });
  }
}

function notClosed(file: string, line: number): QuotidianError {
  return new QuotidianError('The record that begins here has a quotation mark that is never closed.', {
    code: 'quote-not-closed',
    place: { file, line },
    hint: 'The file was cut off, or a cell holds a quotation mark that is not doubled. Nothing was read.',
  });
}

function noColumns(file: string): QuotidianError {
  return new QuotidianError('The first line names no column “body”.', {
    code: 'no-columns',
    place: { file, line: 1 },
    hint: 'Name the columns as docs/generic-form.md does: id, parent, author, published, format, body.',
  });
}

function tooLarge(file: string): QuotidianError {
  return new QuotidianError(`The file is larger than ${LARGEST / 1024 / 1024} MB.`, {
    code: 'too-large',
    place: { file },
    hint: 'Cut it by thread, or write it as NDJSON, which is read line by line.',
  });
}
