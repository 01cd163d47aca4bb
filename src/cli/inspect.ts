import { readFile } from 'node:fs/promises';
import type { Explanation, Warning } from '../importers/importer.ts';
import { quoteGraph } from '../quotes/graph.ts';
import { readThread } from '../quotes/reading.ts';
import { editedThread, readThreadFiles } from '../site/content-files.ts';
import type { Thread } from '../thread/schema.ts';
import { command, table, usageError } from './command.ts';
import { explanationLines } from './explanation-lines.ts';
import { inspectionJson } from './inspection-json.ts';
import { outline } from './outline.ts';
import { oneLine, printableJson } from './printable.ts';
import { readThreads, type Selection } from './read-threads.ts';
import { formatLines, importerNamed, type Recognised, recognise } from './recognise.ts';
import { reportError } from './report-error.ts';
import { SELECTION_OPTIONS, selectionFrom } from './selection.ts';
import type { Terminal } from './terminal.ts';
import { looksLikeThread, parseThread } from './thread-files.ts';
import { warningLines } from './warnings.ts';

export const inspectCommand = command({
  name: 'inspect',
  summary: 'Show the threads of exports as outlines, each quote with its source',
  usage: '<file, folder, - for standard input, or content/threads/<id>.json>…',
  options: {
    ...SELECTION_OPTIONS,
    json: { type: 'boolean', help: 'Print one JSON document: format, threads and warnings' },
    lines: { type: 'boolean', help: 'Show of a copied text what was made of each line' },
  },
  notes: () => ['Nothing is written. Formats:', ...table(formatLines())].join('\n'),
  examples: [
    ['npx quotidian inspect content/threads/the-ferry.json', 'Shows a thread that was imported'],
    ['npx quotidian inspect lists/transit.mbox --min-posts 20', 'Shows the long threads of a mailbox'],
    ['npx quotidian inspect --json export.json | jq ".threads[0].posts | length"', 'Hands them to a program'],
  ],
  async run(values, paths, terminal) {
    if (paths.length === 0) throw usageError('Say which export to look at.', 'inspect');
    const selection = selectionFrom(values, Number.POSITIVE_INFINITY, 'inspect');
    const given = values.as === undefined ? undefined : importerNamed(values.as);
    const document: Document = { formats: new Set(), threads: [], explanations: [], warnings: [] };
    const show: Show = values.json
      ? (thread) => document.threads.push(jsonOf(thread))
      : (thread) => showOutline(thread, terminal);
    const explain: Explain = values.json
      ? (explanation) => document.explanations.push(explanation)
      : (explanation) => showExplanation(explanation, values.lines ?? false, terminal);
    let failed = false;
    for (const path of paths) {
      try {
        await inspectPath(path, { given, selection, document, show, explain, terminal });
      } catch (error) {
        failed = true;
        reportError(error, terminal);
      }
    }
    // Where nothing could be read there is no document, so that a program does not take it for an empty export.
    if (values.json && (document.threads.length > 0 || !failed))
      terminal.result(printableJson(documentJson(document)));
    if (!values.json) for (const line of warningLines(document.warnings)) terminal.say(`  warning: ${line}`);
    return failed ? 2 : 0;
  },
});

type Show = (thread: Thread) => void;
type Explain = (explanation: Explanation) => void;

interface Document {
  readonly formats: Set<string>;
  readonly threads: object[];
  readonly explanations: Explanation[];
  readonly warnings: Warning[];
}

interface Inspection {
  readonly given: Recognised['importer'] | undefined;
  readonly selection: Selection;
  readonly document: Document;
  readonly show: Show;
  readonly explain: Explain;
  readonly terminal: Terminal;
}

async function inspectPath(path: string, inspection: Inspection): Promise<void> {
  const { given, selection, document, show, explain, terminal } = inspection;
  const imported = given ? null : await importedThread(path);
  if (imported) {
    document.formats.add(imported.origin.importer);
    show(imported);
    return;
  }
  const { exports, unread } = await recognise(path, given, {
    say: (text) => terminal.error(text),
    warn: (warning) => document.warnings.push(warning),
  });
  for (const file of unread)
    document.warnings.push({
      file,
      code: 'not-read',
      message: `No importer knows the file ${oneLine(file)}.`,
    });
  for (const recognised of exports) {
    const { importer, from } = recognised;
    document.formats.add(importer.name);
    for (const explanation of (await importer.explain?.(from.files)) ?? []) explain(explanation);
    const threads = readThreads(recognised, {
      selection,
      warn: (warning) => document.warnings.push(warning),
      progress: (bytes) => terminal.progress(`${oneLine(path)}: ${(bytes / 1e6).toFixed(1)} MB read`),
      seen: () => {},
    });
    for await (const thread of threads) show(thread);
  }
}

/** `content/threads/ferry.json`, and the project's folder before it. */
const IN_PROJECT = /^(.*?)content\/threads\/([^/]+)\.json$/;

/** The thread of a thread file, with its overlay; `null` where the path leads to something else. */
async function importedThread(path: string): Promise<Thread | null> {
  if (!path.endsWith('.json')) return null;
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null || !looksLikeThread(text)) return null;
  const [, root, id] = IN_PROJECT.exec(path) ?? [];
  return id === undefined ? parseThread(text, path) : editedThread(readThreadFiles(root || '.', id)).thread;
}

function showOutline(thread: Thread, terminal: Terminal): void {
  const reading = readThread(thread);
  for (const line of outline(reading, quoteGraph(reading).quotes, terminal)) terminal.result(line);
  terminal.result('');
}

function jsonOf(thread: Thread): object {
  const reading = readThread(thread);
  return inspectionJson(reading, quoteGraph(reading).quotes);
}

function showExplanation(explanation: Explanation, each: boolean, terminal: Terminal): void {
  for (const line of explanationLines(explanation, each, terminal)) terminal.result(line);
  terminal.result('');
}

function documentJson({ formats, threads, explanations, warnings }: Document): object {
  const explained = explanations.length > 0 ? { explanations } : {};
  return { format: [...formats].join(', '), threads, ...explained, warnings };
}
