import { basename } from 'node:path';
import type { Warning } from '../importers/importer.ts';
import { counted } from './counted.ts';
import type { ThreadId } from '../thread/schema.ts';
import type { ImportedExport, ImportedThread, ImportOptions, PictureCounts } from './import-export.ts';
import { oneLine } from './printable.ts';
import type { Recognised } from './recognise.ts';
import type { Terminal } from './terminal.ts';
import type { ThreadChanges } from './thread-changes.ts';
import { threadPath } from './thread-files.ts';
import type { TouchedQuote } from './touched-quotes.ts';
import { countsInWords } from './thread-summary.ts';
import { warningLines } from './warnings.ts';

/** The column in which what is said of a file or a thread begins, at the least. */
const NAME_WIDTH = 28;

/** What came of one export: the file, its threads, what was left out or mended. */
export function exportLines(
  { from, importer }: Recognised,
  { threads, seen }: ImportedExport,
  warnings: readonly Warning[],
  { selection: { words, minPosts }, dryRun }: ImportOptions,
  style: Terminal['style'],
): string[] {
  const width = Math.max(NAME_WIDTH, ...threads.map(({ id }) => id.length + 2));
  const asked = [
    ...words.map((word) => `--select "${oneLine(word)}"`),
    ...(minPosts > 0 ? [`--min-posts ${minPosts}`] : []),
  ];
  const part = asked.length > 0 ? `, ${threads.length} taken (${asked.join(' ')})` : '';
  return [
    `  ${oneLine(basename(from.name)).padEnd(width)}  ${importer.label} · ${counted(seen, 'thread')}${part}`,
    ...threads.flatMap((thread) => threadLines(thread, width, dryRun, style)),
    ...warningLines(warnings).map((line) => `    note: ${line}`),
  ];
}

/** What was written, and what to do next. */
export function closingLines(threads: readonly ImportedThread[], dryRun: boolean): string[] {
  const verb = dryRun ? 'would write' : 'wrote';
  const written = threads.filter((thread) => thread.written).map(({ id }) => `  ${verb} ${threadPath(id)}`);
  return threads.length === 0 || dryRun ? written : [...written, nextStep(threads.map(({ id }) => id))];
}

function threadLines(
  thread: ImportedThread,
  width: number,
  dryRun: boolean,
  style: Terminal['style'],
): string[] {
  const quotes = countsInWords(thread.quotes);
  const below = [
    ...(quotes ? [`quotes: ${quotes}`] : []),
    ...thread.wishes,
    ...picturesInWords(thread.pictures, dryRun),
    ...(thread.changes || !thread.written ? [changesInWords(thread)] : []),
    ...thread.touched.map(touchedInWords),
  ];
  return [
    `    ${style('bold', thread.id.padEnd(width))}${thread.extent}`,
    ...below.map((line) => `    ${' '.repeat(width)}${line}`),
  ];
}

/** `brought up to date: 3 posts added, 1 post edited` */
function changesInWords({ changes, written }: { changes: ThreadChanges | null; written: boolean }): string {
  if (!written) return 'unchanged';
  const posts = [
    [changes?.added.length ?? 0, 'added'],
    [changes?.edited.length ?? 0, 'edited'],
    [changes?.deleted.length ?? 0, 'deleted'],
    [changes?.gone.length ?? 0, 'gone'],
  ] as const;
  const parts = [
    ...posts.filter(([count]) => count > 0).map(([count, what]) => `${counted(count, 'post')} ${what}`),
    ...(changes?.about ? ['title, origin or people changed'] : []),
    ...(changes?.pictures ? ['other pictures saved'] : []),
  ];
  return `brought up to date: ${parts.join(', ') || 'the form of the file only'}`;
}

/** `pictures: 3 saved, 2 from before, 1 stays a link` */
function picturesInWords({ saved, kept, wanted }: PictureCounts, dryRun: boolean): readonly string[] {
  const parts = [
    ...(saved > 0 ? [`${saved} saved`] : []),
    ...(kept > 0 ? [`${kept} from before`] : []),
    ...(wanted > 0 ? [dryRun ? `${wanted} would be asked for` : `${wanted} not saved`] : []),
  ];
  return parts.length > 0 ? [`pictures: ${parts.join(', ')}`] : [];
}

const CHANGES = { edited: 'edited', deleted: 'deleted', gone: 'left out of this export' };

/** `content/digests/weir.md:12 quotes post 104, which was edited: the quote was verbatim and is altered` */
function touchedInWords({ file, line, post, change, was, is }: TouchedQuote): string {
  const verdict = is === undefined || is === was ? '' : `: the quote was ${was} and is ${is}`;
  return `${file}:${line} quotes post ${post}${change ? `, which was ${CHANGES[change]}` : ''}${verdict}`;
}

/** More threads than this are not all named in the advice at the end. */
const MOST_NAMED = 4;

function nextStep(ids: readonly ThreadId[]): string {
  return ids.length <= MOST_NAMED
    ? `  next: write content/digests/<name>.md with “threads: [${ids.join(', ')}]”, then npm run dev`
    : `  next: npx quotidian inspect ${threadPath(ids[0] ?? '')}`;
}
