import { QuotidianError } from '../thread/error.ts';
import { hashedId, slug } from '../thread/ids.ts';
import type { Thread } from '../thread/schema.ts';
import { mustHaveConsent } from './assembly/consent.ts';
import type { ExportFiles, Importer, ImportOptions } from './importer.ts';
import { explainCopy } from './paste/explain-copy.ts';
import type { Copied } from './paste/grammars/grammar.ts';
import { mastodonPage } from './paste/grammars/mastodon-page.ts';
import { looksPasted } from './paste/looks-pasted.ts';
import { type Outcome, vote } from './paste/vote.ts';

/**
 * The plain text that a browser, a chat program or a mail program gives when a thread is copied; logs of IRC too. Each file
 * is a thread. Which form it has is decided by vote (`vote`) among the grammars of `paste/grammars/`; each of them says
 * what every line is. Where none understands the copy, it is read as a page of Mastodon, which concludes nothing without
 * mentions.
 */
export const paste: Importer = {
  name: 'paste',
  label: 'Copied text',
  formats:
    'the plain text of a thread as a browser or a chat copies it: replies that begin with @mentions, chats with name and time, logs of IRC, mails with their headers, pages of forums (.txt, .md, .log)',
  keeps:
    'who speaks, whom they answer, the words, dates where the copy says day and zone; all that is guessed is marked',
  drops: 'counts, buttons and other words of the page itself, times without a day or a zone',
  signs: [],

  async detect(files) {
    if (files.size === 0) return false;
    for (const [path, blob] of files) if (!(await looksPasted(path, blob))) return false;
    return true;
  },

  async *parse(files, options) {
    yield* readThreads(files, options);
  },

  async explain(files) {
    return Promise.all(
      [...files].map(async ([file, blob]) => explainCopy(file, await readLines(file, blob))),
    );
  },
};

const LARGEST = 16 * 1024 * 1024;

async function* readThreads(files: ExportFiles, options: ImportOptions): AsyncGenerator<Thread> {
  const { consent } = options;
  const taken = new Set<string>();
  const copies = new Set<string>();
  let bytes = 0;
  for (const [file, blob] of files) {
    const lines = await readLines(file, blob);
    bytes += blob.size;
    options.progress?.(bytes);
    const content = hashedId(lines.join('\n'));
    if (copies.has(content)) {
      options.warn({
        file,
        code: 'duplicate-thread',
        message: `${file} is the same as a file before it and was left out.`,
      });
      continue;
    }
    copies.add(content);
    const { title, people, posts, warnings } = readCopy(lines, file, options);
    if (posts.length === 0) {
      options.warn({ file, code: 'empty', message: `${file} holds no text, so there is no thread in it.` });
      continue;
    }
    const id = taken.has(slug(title)) ? `${slug(title)}-${content}` : slug(title);
    taken.add(id);
    if (options.select && !options.select({ id, title, posts: posts.length })) continue;
    for (const warning of warnings) options.warn({ file, ...warning });
    const origin = { platform: 'copy', importer: 'paste', ...(consent !== undefined && { consent }) };
    yield { format: 1, id, title, origin, people, posts };
  }
}

function readCopy(lines: readonly string[], file: string, options: ImportOptions): Copied {
  const outcome = vote(lines);
  if (outcome.tied.length > 0) throw undecided(outcome, file);
  const grammar = outcome.winner?.grammar ?? mastodonPage;
  if (grammar.closed !== undefined) mustHaveConsent(grammar.closed, options, file);
  return grammar.read(lines);
}

function undecided({ tied }: Outcome, file: string): QuotidianError {
  const forms = tied.map(
    ({ grammar, share }) => `${grammar.label} (${Math.round(share * 100)} % of the lines)`,
  );
  return new QuotidianError(`The lines could be of more than one form: ${forms.join('; ')}.`, {
    code: 'ambiguous-form',
    place: { file },
    hint: 'Save what has one form into one file, and the rest into another. “inspect --lines” shows which lines are which.',
  });
}

async function readLines(file: string, blob: Blob): Promise<readonly string[]> {
  return (await readText(file, blob)).split('\n');
}

async function readText(file: string, blob: Blob): Promise<string> {
  if (blob.size > LARGEST)
    throw new QuotidianError(`${file} is larger than 16 MiB, which no copy of a thread is.`, {
      code: 'too-large',
      place: { file },
      hint: 'Copy one thread into one file.',
    });
  const text = await blob.text();
  if (text.includes('\0'))
    throw new QuotidianError(`${file} is not UTF-8 text: it holds NUL characters.`, {
      code: 'not-text',
      place: { file },
      hint: 'Save the copy again as plain text in UTF-8.',
    });
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
