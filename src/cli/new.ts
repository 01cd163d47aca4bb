import { editedThread, readThreadFiles, threadIds } from '../site/content-files.ts';
import { QuotidianError } from '../thread/error.ts';
import { slug } from '../thread/ids.ts';
import type { EditedThread } from '../thread/overlay.ts';
import { command, usageError } from './command.ts';
import { counted } from './counted.ts';
import { draftOf } from './drafting/draft-text.ts';
import { nearest } from './nearest.ts';
import { stageFile } from './staged-file.ts';
import { textIfAny } from './thread-files.ts';

export const newCommand = command({
  name: 'new',
  summary: 'Begin a digest on threads: a draft with quotes ready, and what you need to know of the threads',
  usage: '<thread id>…',
  options: {
    title: { type: 'string', value: 'TEXT', help: 'The digest’s title (otherwise that of its threads)' },
    date: { type: 'string', value: 'DATE', help: 'Its date, as in 2026-03-11 (otherwise today)' },
    out: {
      type: 'string',
      value: 'FILE',
      help: 'Where to write it (otherwise content/digests/<date>-<title>.md)',
    },
    stdout: { type: 'boolean', help: 'Print it, and write nothing' },
  },
  notes: () =>
    [
      'The draft holds the passages that people quoted and answered most, as block quotes that “check” finds verbatim;',
      'in comments, which no page prints, the threads’ outline, who said how much, open questions, and links.',
      'No file is ever overwritten. Nobody who asks not to be quoted is.',
    ].join('\n'),
  examples: [
    ['npx quotidian new the-ferry-that-never-was', 'Writes a draft on a thread'],
    ['npx quotidian new ferry weir --title "Two crossings"', 'Writes a draft on two'],
  ],
  async run(values, words, terminal) {
    if (words.length === 0) throw usageError('Say which threads the digest is about.', 'new');
    if (values.stdout && values.out !== undefined)
      throw usageError('--stdout and --out do not go together.', 'new');
    const threads = [...new Set(words)].map(threadNamed);
    const date = values.date ?? today();
    if (!isDate(date)) throw usageError(`“${date}” is no date such as 2026-03-11.`, 'new');
    const title = (values.title ?? threads.map(({ thread }) => thread.title).join(' · ')).trim();
    if (title === '') throw usageError('--title wants a title.', 'new');
    const path = values.out ?? `content/digests/${date}-${slug(title)}.md`;
    if (!values.stdout && (await textIfAny(path)) !== null) throw alreadyThere(path);
    const draft = draftOf(threads, title, date);
    if (values.stdout) {
      terminal.data(draft.text);
      return 0;
    }
    await (await stageFile(path, draft.text)).commit();
    terminal.say(
      `${path}: a draft with ${counted(draft.quotes, 'quote')}. It is published once “draft: true” is gone.`,
    );
    return 0;
  },
});

function threadNamed(id: string): EditedThread {
  const known = threadIds('.');
  if (known.includes(id)) return editedThread(readThreadFiles('.', id));
  const near = nearest(id, known);
  throw new QuotidianError(`There is no thread “${id}”.${near ? ` Did you mean “${near}”?` : ''}`, {
    code: 'unknown-thread',
    hint: 'Threads are named as their files in content/threads are; import one with “npx quotidian import”.',
  });
}

/** Where the editor is, not in UTC. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  );
}

function alreadyThere(path: string): QuotidianError {
  return new QuotidianError(`${path} is already there, and stays as it is.`, {
    code: 'already-there',
    place: { file: path },
    hint: 'Give the draft another name with --out or --title, or print it with --stdout.',
  });
}
