import type { Attachment, Post } from '../../thread/schema.ts';
import type { Row } from './form.ts';

/** A record's cells by column. What is empty is absent; lists and flags are read from their words. */
export function rowOf(columns: readonly string[], cells: readonly string[]): Row {
  const entries = columns.flatMap((column, at) => {
    const cell = withoutGuard(cells[at] ?? '');
    return column === '' || cell === '' ? [] : [[column, valueIn(column, cell)] as const];
  });
  return Object.fromEntries(entries);
}

function valueIn(column: string, cell: string): unknown {
  if (column === 'sensitive') return cell.trim().toLowerCase() === 'yes' ? true : cell;
  if (column === 'inferred' || column === 'wishes') return cell.trim().split(/\s+/);
  return column === 'attachments' ? cell.split('\n').filter(isWritten).map(attachmentIn) : cell;
}

const isWritten = (line: string) => line.trim() !== '';

/** `image https://quay.example/low-tide.jpg The quay at low tide`; a hyphen stands for no address. */
function attachmentIn(line: string): object {
  const [type = '', url = '-', ...words] = line.trim().split(' ');
  const description = words.join(' ').trim();
  return { type, ...(url !== '-' && { url }), ...(description && { description }) };
}

/** The other way. A name of a file is not kept, nor line ends in a description. */
export function attachmentsCell(attachments: Post['attachments']): string {
  return (attachments ?? []).map(attachmentLine).join('\n');
}

function attachmentLine({ type, url, description = '' }: Attachment): string {
  return `${type} ${url ?? '-'} ${oneLine(description)}`.trim();
}

/** A description as a line of a cell holds it. */
export function oneLine(description: string): string {
  return description.replace(/\s+/g, ' ').trim();
}

/** `=1+1`, `@ines`, `-- `: what a spreadsheet takes for a formula. */
const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/** A cell that a spreadsheet shows and does not work out: with an apostrophe before what could be a formula. */
export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function withoutGuard(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
