import type { Warning } from '../importers/importer.ts';
import { quoteGraph } from '../quotes/graph.ts';
import { readThread } from '../quotes/reading.ts';
import { counted } from '../site/words.ts';
import { QuotidianError } from '../thread/error.ts';
import { slug } from '../thread/ids.ts';
import { type Thread, threadId } from '../thread/schema.ts';
import { command, table, usageError } from './command.ts';
import { oneLine, printableJson } from './printable.ts';
import { readThreads, type Selection } from './read-threads.ts';
import { formatLines, importerNamed, type Recognised, recognise } from './recognise.ts';
import { reportError } from './report-error.ts';
import { SELECTION_OPTIONS, selectionFrom } from './selection.ts';
import { type StagedFile, stageFile } from './staged-file.ts';
import type { Terminal } from './terminal.ts';
import { otherOrigin, type ThreadChanges, threadChanges } from './thread-changes.ts';
import { parseThread, textIfAny, threadPath, threadText } from './thread-files.ts';
import { extentInWords, quoteCounts, quotesInWords, wishesInWords } from './thread-summary.ts';
import { warningLines } from './warnings.ts';

/** A mailbox may hold thousands of threads; nobody wants them all without having said so. */
const MOST_UNASKED = 50;

export const importCommand = command({
  name: 'import',
  summary: 'Read exports and write each thread to content/threads/',
  usage: '<file, folder, or - for standard input>…',
  options: {
    ...SELECTION_OPTIONS,
    all: { type: 'boolean', help: `Take every thread, even where there are more than ${MOST_UNASKED}` },
    id: {
      type: 'string',
      value: 'ID',
      help: 'Name the thread; it becomes part of its address (one thread only)',
    },
    title: { type: 'string', value: 'TEXT', help: 'Give the thread this title (one thread only)' },
    'dry-run': { type: 'boolean', help: 'Say what would be written, and write nothing' },
    force: { type: 'boolean', help: 'Overwrite a thread that came from another origin' },
    json: { type: 'boolean', help: 'Print the result as JSON' },
  },
  notes: () =>
    [
      'Formats:',
      ...table(formatLines()),
      '',
      'Files may be gzipped. The editor’s own content/threads/<id>.yaml is never touched. An export that was',
      'imported before is brought up to date: what changed is said, and the ids of its posts stay.',
    ].join('\n'),
  examples: [
    ['npx quotidian import ~/Downloads/ferry-timetable.json', 'Takes the thread of a Mastodon export'],
    [
      'npx quotidian import lists/transit.mbox.gz --select "ferry timetable"',
      'Takes the threads of a mailbox whose subject holds these words',
    ],
    ['curl -s https://quay.example/thread.json | npx quotidian import -', 'Reads standard input'],
  ],
  async run(values, paths, terminal) {
    if (paths.length === 0) throw usageError('Say which export to import.', 'import');
    const options: ImportOptions = {
      selection: selectionFrom(values, values.all ? Number.POSITIVE_INFINITY : MOST_UNASKED, 'import'),
      ...(values.id === undefined ? {} : { id: checkedId(values.id) }),
      ...(values.title === undefined ? {} : { title: checkedTitle(values.title) }),
      dryRun: values['dry-run'] ?? false,
      force: values.force ?? false,
    };
    const given = values.as === undefined ? undefined : importerNamed(values.as);
    const voice = values.json ? terminal.quieted() : terminal;
    const outcome: Outcome = { threads: [], warnings: [], failed: false };
    for (const path of paths) {
      try {
        const { exports, unread } = await recognise(path, given);
        for (const name of unread) outcome.warnings.push(unreadWarning(name));
        for (const recognised of exports) await importExport(recognised, options, outcome, voice);
        for (const name of unread) voice.say(`  not read: ${oneLine(name)} (no importer knows it)`);
      } catch (error) {
        outcome.failed = true;
        reportError(error, voice);
      }
    }
    conclude(outcome, options, voice);
    if (values.json) terminal.result(printableJson(outcomeJson(outcome)));
    return outcome.failed ? 2 : 0;
  },
});

interface ImportOptions {
  readonly selection: Selection;
  readonly id?: string;
  readonly title?: string;
  readonly dryRun: boolean;
  readonly force: boolean;
}

interface ImportedThread {
  readonly thread: Thread;
  /** `null`: it was not there before. */
  readonly changes: ThreadChanges | null;
  readonly written: boolean;
}

interface Outcome {
  readonly threads: (Omit<ImportedThread, 'thread'> & { readonly id: string; readonly summary: object })[];
  readonly warnings: Warning[];
  failed: boolean;
}

interface Staged {
  readonly lines: readonly string[];
  readonly entry: Outcome['threads'][number];
  /** `null` where the file is already so. */
  readonly file: StagedFile | null;
}

/** Reads one export whole before anything of it is put in its place. */
async function importExport(
  recognised: Recognised,
  options: ImportOptions,
  outcome: Outcome,
  terminal: Terminal,
): Promise<void> {
  const name = oneLine(recognised.from.name);
  const size = [...recognised.from.files.values()].reduce((sum, { size }) => sum + size, 0);
  const warnings: Warning[] = [];
  const seen = new Set<string>();
  const staged: Staged[] = [];
  const taken = new Set(outcome.threads.map(({ id }) => id));
  try {
    const threads = readThreads(recognised, {
      selection: options.selection,
      warn: (warning) => warnings.push(warning),
      progress: (bytes) => terminal.progress(progressText(name, bytes, size)),
      seen: (id) => seen.add(id),
    });
    for await (const read of threads) {
      if (staged.length > 0 && (options.id ?? options.title) !== undefined) throw oneThreadOnly(name);
      const thread = { ...read, id: options.id ?? read.id, title: options.title ?? read.title };
      if (taken.has(thread.id)) throw sameId(thread.id, name);
      taken.add(thread.id);
      staged.push(await stageThread(thread, options, terminal));
    }
    for (const { file } of staged) await file?.commit();
  } catch (error) {
    for (const { file } of staged) await file?.discard();
    outcome.failed = true;
    for (const line of warningLines(warnings)) terminal.say(`  warning: ${line}`);
    reportError(error, terminal);
    return;
  }
  outcome.threads.push(...staged.map(({ entry }) => entry));
  outcome.warnings.push(...warnings.map((warning) => ({ ...warning, file: warning.file ?? name })));
  terminal.say(heading(name, recognised.importer.label, seen.size, staged.length, options.selection));
  for (const { lines } of staged) for (const line of lines) terminal.say(line);
  for (const line of warningLines(warnings)) terminal.say(`${INDENT}${line}`);
}

async function stageThread(thread: Thread, options: ImportOptions, terminal: Terminal): Promise<Staged> {
  const path = threadPath(thread.id);
  const text = threadText(thread);
  const present = await textIfAny(path);
  const before = present === null || options.force ? null : parseThread(present, path);
  const reason = before && otherOrigin(before, thread);
  if (reason) throw otherThread(thread.id, path, reason);
  const changes = before && threadChanges(before, thread);
  const written = present !== text;
  const { quotes } = quoteGraph(readThread(thread));
  const found = quotesInWords(quotes);
  return {
    file: written && !options.dryRun ? await stageFile(path, text) : null,
    entry: { id: thread.id, changes, written, summary: summaryJson(thread, quoteCounts(quotes)) },
    lines: [
      `    ${terminal.style('bold', padded(thread.id, 28))}${extentInWords(thread)}`,
      ...(found ? [`${INDENT}quotes: ${found}`] : []),
      ...wishesInWords(thread).map((wish) => `${INDENT}${wish}`),
      ...(changes || !written ? [`${INDENT}${changesInWords(changes, written)}`] : []),
    ],
  };
}

const INDENT = ' '.repeat(32);

function padded(text: string, width: number): string {
  return `${text.padEnd(width - 2)}  `;
}

function heading(
  name: string,
  label: string,
  seen: number,
  taken: number,
  { words, minPosts }: Selection,
): string {
  const asked = [
    ...words.map((word) => `--select "${oneLine(word)}"`),
    ...(minPosts ? [`--min-posts ${minPosts}`] : []),
  ];
  const part = asked.length > 0 ? `, ${taken} taken (${asked.join(' ')})` : '';
  return `  ${padded(name, 28)}${label} · ${counted(seen, 'thread')}${part}`;
}

/** `brought up to date: 3 posts added, 1 edited` */
function changesInWords(changes: ThreadChanges | null, written: boolean): string {
  if (!written) return 'unchanged';
  const parts = [
    [changes?.added.length, 'added'],
    [changes?.edited.length, 'edited'],
    [changes?.gone.length, 'gone'],
  ] as const;
  const posts = parts
    .filter(([count]) => count)
    .map(([count, what]) => `${counted(count ?? 0, 'post')} ${what}`);
  const about = changes?.about ? ['title, origin or people changed'] : [];
  return `brought up to date: ${[...posts, ...about].join(', ') || 'the file’s form only'}`;
}

function progressText(name: string, bytes: number, size: number): string {
  const megabytes = (count: number) => (count / 1e6).toFixed(1);
  return `${name}: ${megabytes(bytes)} of ${megabytes(size)} MB read`;
}

function conclude({ threads }: Outcome, { dryRun }: ImportOptions, terminal: Terminal): void {
  const written = threads.filter((thread) => thread.written);
  for (const { id } of written) terminal.say(`  ${dryRun ? 'would write' : 'wrote'} ${threadPath(id)}`);
  if (threads.length === 0 || dryRun) return;
  const ids = threads.map(({ id }) => id);
  terminal.say(
    ids.length <= MOST_NAMED
      ? `  next: write content/digests/<name>.md with “threads: [${ids.join(', ')}]”, then npm run dev`
      : `  next: npx quotidian inspect content/threads/${ids[0]}.json`,
  );
}

/** More threads than this are not all named in the advice at the end. */
const MOST_NAMED = 4;

function summaryJson(thread: Thread, quotes: object): object {
  return {
    title: thread.title,
    posts: thread.posts.length,
    people: Object.keys(thread.people).length,
    quotes,
  };
}

function outcomeJson({ threads, warnings }: Outcome): object {
  return {
    threads: threads.map(({ id, changes, written, summary }) => ({
      id,
      file: threadPath(id),
      written,
      ...summary,
      ...(changes ? { changes } : {}),
    })),
    warnings,
  };
}

function checkedId(id: string): string {
  if (threadId.safeParse(id).success) return id;
  throw usageError(`“${id}” cannot be a thread’s id. It would do as “${slug(id)}”.`, 'import');
}

function checkedTitle(title: string): string {
  if (title.trim()) return title;
  throw usageError('--title wants a title.', 'import');
}

function unreadWarning(name: string): Warning {
  return { file: name, code: 'not-read', message: 'No importer knows this file.' };
}

function oneThreadOnly(name: string): QuotidianError {
  return new QuotidianError(`“${name}” holds more than one thread, and --id and --title are for one.`, {
    code: 'usage',
    hint: 'Choose the thread with --select WORDS.',
  });
}

function sameId(id: string, name: string): QuotidianError {
  return new QuotidianError(`“${name}” holds a thread “${id}”, and another of this name was just imported.`, {
    code: 'same-id',
    place: { file: name },
    hint: 'Import it by itself and give it another name with --id.',
  });
}

function otherThread(id: string, path: string, reason: string): QuotidianError {
  return new QuotidianError(`${path} holds another thread: ${reason}.`, {
    code: 'other-origin',
    place: { file: path },
    hint: `Give this one another name with --id, as in --id ${id}-2, or replace that one with --force.`,
  });
}
