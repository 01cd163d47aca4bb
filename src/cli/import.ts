import type { Warning } from '../importers/importer.ts';
import { counted } from './counted.ts';
import { slug } from '../thread/ids.ts';
import { threadId } from '../thread/schema.ts';
import { command, table, usageError } from './command.ts';
import { type CrossQuotes, crossQuotes } from './cross-quotes.ts';
import { type ImportedThread, type ImportOptions, importExport } from './import-export.ts';
import { closingLines, exportLines } from './import-report.ts';
import { oneLine, printableJson } from './printable.ts';
import { addressLines } from './fetching/address-lines.ts';
import { formatLines, importerNamed, type Recognised, recognise } from './recognise.ts';
import { reportError } from './report-error.ts';
import { mustBeSavable, saveExport } from './save-export.ts';
import { SELECTION_OPTIONS, selectionFrom } from './selection.ts';
import { threadPath } from './thread-files.ts';
import { warningLines } from './warnings.ts';

/** A mailbox may hold thousands of threads; nobody wants them all without having said so. */
const MOST_UNASKED = 50;

export const importCommand = command({
  name: 'import',
  summary: 'Read exports and write each thread to content/threads/',
  usage: '<file, folder, archive, address, or - for standard input>…',
  options: {
    ...SELECTION_OPTIONS,
    all: { type: 'boolean', help: `Take every thread, even where there are more than ${MOST_UNASKED}` },
    id: {
      type: 'string',
      value: 'ID',
      help: 'Name the thread; it becomes part of its address (one thread only)',
    },
    title: { type: 'string', value: 'TEXT', help: 'Give the thread this title (one thread only)' },
    media: {
      type: 'boolean',
      help: 'Save copies of the pictures that a thread shows, from the export or by address',
    },
    save: {
      type: 'string',
      value: 'FOLDER',
      help: 'Keep what is fetched from an address in a new folder, as it came, to import it again without the network',
    },
    'dry-run': { type: 'boolean', help: 'Say what would be written, and write nothing' },
    force: { type: 'boolean', help: 'Overwrite a thread that came from another origin' },
    json: { type: 'boolean', help: 'Print the result as JSON' },
  },
  notes: () =>
    [
      'Formats:',
      ...table(formatLines()),
      '',
      'Addresses of threads that are fetched whole:',
      ...table(addressLines()),
      '',
      'Files may be gzipped, and archives ZIP or tar.gz. The editor’s own content/threads/<id>.yaml is never touched. An export that was',
      'imported before is brought up to date: what changed is said, and the ids of its posts stay.',
    ].join('\n'),
  examples: [
    ['npx quotidian import ~/Downloads/ferry-timetable.json', 'Takes the thread of a Mastodon export'],
    [
      'npx quotidian import lists/transit.mbox.gz --select "ferry timetable"',
      'Takes the threads of a mailbox whose subject holds these words',
    ],
    [
      'npx quotidian import https://quay.example/@ines/1042 --media',
      'Fetches the thread, and takes it, with the pictures in it',
    ],
    [
      'npx quotidian import https://quay.example/@ines/1042 --save exports/ferry',
      'Keeps what it fetches too; it may hold what the site leaves out',
    ],
    ['curl -s https://quay.example/thread.json | npx quotidian import -', 'Reads standard input'],
  ],
  async run(values, paths, terminal) {
    if (paths.length === 0) throw usageError('Say which export to import.', 'import');
    if (values.save !== undefined) await mustBeSavable(values.save, paths);
    const options: ImportOptions = {
      selection: selectionFrom(values, values.all ? Number.POSITIVE_INFINITY : MOST_UNASKED, 'import'),
      ...(values.id === undefined ? {} : { id: checkedId(values.id) }),
      ...(values.title === undefined ? {} : { title: checkedTitle(values.title) }),
      dryRun: values['dry-run'] ?? false,
      force: values.force ?? false,
      media: values.media ?? false,
    };
    const given = values.as === undefined ? undefined : importerNamed(values.as);
    const voice = values.json ? terminal.quieted() : terminal;
    const threads: ImportedThread[] = [];
    const warnings: Warning[] = [];
    let failed = false;
    const attempt = async (work: () => Promise<void>) => {
      try {
        await work();
      } catch (error) {
        failed = true;
        reportError(error, voice);
      }
    };
    const importOne = async (recognised: Recognised) => {
      const own: Warning[] = [];
      const imported = await importExport(recognised, {
        options,
        isTaken: (id) => threads.some((thread) => thread.id === id),
        warn: (warning) => own.push(warning),
        progress: (text) => voice.progress(text),
        fetching: { say: (text) => voice.say(text) },
      }).catch((error: unknown) => {
        for (const line of warningLines(own)) voice.error(`  note: ${line}`);
        throw error;
      });
      warnings.push(...own.map((warning) => ({ file: recognised.from.name, ...warning })));
      threads.push(...imported.threads);
      for (const line of exportLines(recognised, imported, own, options, voice.style)) voice.say(line);
    };
    for (const path of paths)
      await attempt(async () => {
        const { exports, unread } = await recognise(path, given, {
          say: (text) => voice.say(text),
          warn: (warning) => warnings.push({ file: path, ...warning }),
        });
        for (const line of await saveLines(exports, values.save, options)) voice.say(line);
        for (const recognised of exports) await attempt(() => importOne(recognised));
        for (const file of unread) voice.say(`  not read: ${oneLine(file)} (no importer knows it)`);
        warnings.push(...unread.map(unreadWarning));
      });
    for (const line of crossQuoteLines(options.dryRun ? [] : crossQuotes(threads.map(({ id }) => id))))
      voice.say(line);
    for (const line of closingLines(threads, options.dryRun)) voice.say(line);
    if (values.json) terminal.result(printableJson(resultJson(threads, warnings)));
    return failed ? 2 : 0;
  },
});

async function saveLines(
  exports: readonly Recognised[],
  folder: string | undefined,
  { dryRun }: ImportOptions,
): Promise<string[]> {
  if (folder === undefined) return [];
  const saved = await Promise.all(exports.map(({ from }) => saveExport(from, folder, dryRun)));
  return saved.flat().map((path) => `  ${dryRun ? 'would save' : 'saved'} ${oneLine(path)}`);
}

function crossQuoteLines(pairs: readonly CrossQuotes[]): string[] {
  return pairs.map(
    ({ from, to, count }) =>
      `  ${counted(count, 'quote')} in ${from} ${count === 1 ? 'leads' : 'lead'} to ${to}`,
  );
}

function resultJson(threads: readonly ImportedThread[], warnings: readonly Warning[]): object {
  return {
    threads: threads.map(({ id, title, posts, people, quotes, written, changes, touched, pictures }) => ({
      id,
      file: threadPath(id),
      title,
      posts,
      people,
      quotes,
      written,
      ...(changes ? { changes } : {}),
      ...(touched.length > 0 ? { touched } : {}),
      ...(pictures.saved + pictures.kept > 0 ? { pictures: pictures.saved + pictures.kept } : {}),
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
