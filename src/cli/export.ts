import { csvOf, lostInCsv } from '../importers/generic/write-csv.ts';
import { ndjsonOf } from '../importers/generic/write-ndjson.ts';
import { editedThread, readThreadFiles } from '../site/content-files.ts';
import { QuotidianError } from '../thread/error.ts';
import type { Thread } from '../thread/schema.ts';
import { command, usageError } from './command.ts';
import { counted } from './counted.ts';
import { savedIn, withoutMedia } from './media/kept-media.ts';
import { mediaFolder } from './media/stage-media.ts';
import { nearest } from './nearest.ts';
import { stageFile } from './staged-file.ts';
import { textIfAny } from './thread-files.ts';

const FORMS = ['ndjson', 'csv'] as const;
type Form = (typeof FORMS)[number];

export const exportCommand = command({
  name: 'export',
  summary: 'Write threads for other programs: one post a line, as NDJSON or CSV',
  usage: '<thread-id…> --to ndjson|csv',
  options: {
    to: { type: 'string', value: 'FORM', help: 'ndjson: the whole thread; csv: a table of what is flat' },
    out: { type: 'string', value: 'FILE', help: 'Write to this file and not to standard output' },
    force: { type: 'boolean', help: 'Overwrite the file of --out' },
  },
  notes: () =>
    [
      'What is written is what the site shows: content/threads/<id>.yaml is applied, so nothing that was',
      'omitted or redacted gets out. “npx quotidian import” reads both forms; from NDJSON it makes the same',
      'thread again. What CSV leaves out of a thread is said on standard error. The forms are described in',
      'docs/generic-form.md.',
    ].join('\n'),
  examples: [
    ['npx quotidian export the-ferry --to ndjson > the-ferry.ndjson', 'Writes the thread, a post a line'],
    ['npx quotidian export the-ferry the-weir --to csv --out posts.csv', 'Writes a table of two threads'],
  ],
  async run(values, ids, terminal) {
    const form = formNamed(values.to);
    if (ids.length === 0) throw usageError('Say which thread to export.', 'export');
    const whole = [...new Set(ids)].map((id) => editedThread(readThreadFiles('.', id)).thread);
    const threads = whole.map(withoutMedia);
    const text = form === 'csv' ? csvOfAll(threads) : threads.map(ndjsonOf).join('');
    if (values.out === undefined) terminal.data(text);
    else await writeOut(values.out, text, values.force ?? false);
    for (const line of [...pictureLines(whole), ...(form === 'csv' ? lossLines(threads) : [])])
      terminal.error(line);
    if (values.out !== undefined) terminal.say(`  wrote ${values.out}: ${extent(threads)}`);
    return 0;
  },
});

function formNamed(name: string | undefined): Form {
  const form = FORMS.find((one) => one === name);
  if (form) return form;
  if (name === undefined) throw usageError('Say which form to write: --to ndjson or --to csv.', 'export');
  const near = nearest(name, FORMS);
  throw usageError(`There is no form “${name}”.${near ? ` Did you mean “${near}”?` : ''}`, 'export');
}

function csvOfAll(threads: readonly Thread[]): string {
  return threads.map((thread, at) => csvOf(thread, at === 0)).join('');
}

/** One step: nobody reads a half of the file. */
async function writeOut(path: string, text: string, force: boolean): Promise<void> {
  if (!force && (await textIfAny(path)) !== null)
    throw new QuotidianError(`There is a file “${path}” already.`, {
      code: 'file-exists',
      place: { file: path },
      hint: 'Name another with --out, or overwrite this one with --force.',
    });
  await (await stageFile(path, text)).commit();
}

function pictureLines(threads: readonly Thread[]): string[] {
  return threads.flatMap((thread) => {
    const { length } = savedIn(thread);
    if (length === 0) return [];
    const files = `${counted(length, 'picture')} saved in ${mediaFolder(thread.id)}/`;
    return [`  note: Neither form holds files; left out: ${files}.`];
  });
}

function lossLines(threads: readonly Thread[]): string[] {
  return threads.flatMap((thread) => {
    const lost = lostInCsv(thread);
    return lost.length === 0
      ? []
      : [
          `  note: CSV does not hold all of ${thread.id}; left out: ${lost.join(', ')}. --to ndjson holds them.`,
        ];
  });
}

function extent(threads: readonly Thread[]): string {
  const posts = threads.reduce((sum, thread) => sum + thread.posts.length, 0);
  return `${counted(threads.length, 'thread')}, ${counted(posts, 'post')}`;
}
