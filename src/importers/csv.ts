import { QuotidianError } from '../thread/error.ts';
import { rowOf } from './generic/cells.ts';
import { readCsv, separatorOf } from './generic/csv-file.ts';
import { COLUMNS, type Line } from './generic/form.ts';
import { threadsIn } from './generic/threads.ts';
import type { Importer } from './importer.ts';
import { glance } from './reading/glance.ts';

/**
 * The generic form as a table (docs/generic-form.md): RFC 4180 with a line of headers, separated by commas, semicolons
 * or tabs. It holds what is flat; the rest of a thread needs NDJSON.
 */
export const csv: Importer = {
  name: 'csv',
  label: 'CSV',
  formats: `the generic form as a table with the columns ${COLUMNS.slice(2, 5).join(', ')}, published, format, body (docs/generic-form.md)`,
  keeps:
    'replies, people’s handles, names and wishes, dates, addresses, languages, warnings, what was deleted or inferred, bodies, media with their descriptions',
  drops:
    'where the thread is from, people’s pages and pictures, polls, reactions, link previews, shared posts, custom emoji',
  signs: ['body', 'format', 'id', 'parent', 'author', 'published'],

  async detect(files) {
    if (files.size === 0) return false;
    for (const blob of files.values()) if (!(await isOurs(blob))) return false;
    return true;
  },

  parse: (files, options) => threadsIn(files, { importer: 'csv', lines: readLines }, options),
};

async function isOurs(blob: Blob): Promise<boolean> {
  const { text } = await glance(blob);
  return separatorOf(text, ['body', 'format']) !== null;
}

async function* readLines(blob: Blob, file: string): AsyncGenerator<Line> {
  let columns: readonly string[] | null = null;
  for (const { line, cells } of await readCsv(blob, file)) {
    if (columns === null) columns = headersIn(cells, file, line);
    else if (cells.length !== columns.length)
      yield { kind: 'unread', line, reason: otherCount(cells, columns) };
    else yield { kind: 'post', line, row: rowOf(columns, cells) };
  }
}

/** Then which cell is which is a guess. */
function otherCount(cells: readonly string[], columns: readonly string[]): string {
  return `it has ${cells.length} cells, and the line of headers has ${columns.length}`;
}

function headersIn(cells: readonly string[], file: string, line: number): readonly string[] {
  const columns = cells.map((cell) => cell.trim().toLowerCase());
  const twice = columns.find((column, at) => column !== '' && columns.indexOf(column) !== at);
  if (twice === undefined) return columns;
  throw new QuotidianError(`The column “${twice.slice(0, 40)}” is there twice.`, {
    code: 'column-twice',
    place: { file, line },
    hint: 'Give each column a name of its own.',
  });
}
