import { parseDigest } from '../markdown/digest-syntax.ts';
import { type Finding, findingsOf } from '../markdown/findings.ts';
import { type DigestQuote, readDigest } from '../markdown/read-digest.ts';
import type { Fidelity, Source } from '../quotes/quote.ts';
import { editedThread, readThreadFiles, threadIds } from '../site/content-files.ts';
import { type DigestFile, digestFiles, parseDigestFile } from '../site/digest-files.ts';
import { type Library, openLibrary } from '../site/library.ts';
import { readSettings } from '../site/read-settings.ts';
import { type Settings, settingsSchema } from '../site/settings.ts';
import { describePlace, QuotidianError } from '../thread/error.ts';
import type { ThreadId } from '../thread/schema.ts';

/** A finding in a file of `content/`; the line is in that file, absent where none is known. */
export interface ContentFinding extends Omit<Finding, 'line'> {
  readonly file: string;
  readonly line?: number;
}

/** A digest's quote and where it was traced to. */
export interface TracedQuote {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly fidelity: Fidelity;
  readonly source: Source | null;
  /** The source's author by name; `null` where it is not known. */
  readonly author: string | null;
  readonly misattributed?: string;
}

interface Checked {
  readonly quotes: readonly TracedQuote[];
  readonly findings: readonly ContentFinding[];
}

/** Reads all content of the project in the folder `root`. What is broken becomes a finding and the rest goes on. */
export function checkContent(root: string): Checked {
  const findings: ContentFinding[] = [];
  const settings =
    orFinding(() => readSettings(root), findings) ?? settingsSchema.parse({ title: 'Untitled' });
  const known = new Set(threadIds(root).filter((id) => isSound(root, id, findings)));
  const library = openLibrary(root, settings.postsPerPage);
  const digests = digestFiles(root).map((file) => checkDigest(file, known, library, settings));
  return {
    quotes: digests.flatMap(({ quotes }) => quotes),
    findings: [...findings, ...digests.flatMap((digest) => digest.findings)],
  };
}

function isSound(root: string, id: ThreadId, findings: ContentFinding[]): boolean {
  const edited = orFinding(() => editedThread(readThreadFiles(root, id)), findings);
  for (const unknown of edited?.unknown ?? [])
    findings.push({
      file: `content/threads/${id}.yaml`,
      severity: 'warning',
      code: 'unknown-post',
      message: `The overlay speaks of “${unknown}”, and the thread holds nothing of the kind.`,
      hint: 'Correct the id or the words, or take the entry out.',
    });
  return edited !== undefined;
}

function checkDigest(
  digest: DigestFile,
  known: ReadonlySet<ThreadId>,
  library: Library,
  settings: Settings,
): Checked {
  const { file, text } = digest;
  const findings: ContentFinding[] = [];
  const parsed = orFinding(() => parseDigestFile(digest), findings);
  if (!parsed) return { quotes: [], findings };
  const { data, body, linesBefore } = parsed;
  for (const id of data.threads.filter((id) => !known.has(id)))
    findings.push(unknownThread(id, file, text, known));
  const evidence = library.evidence(data.threads.filter((id) => known.has(id)));
  const reading = readDigest(parseDigest(body), evidence);
  const own = [...findingsOf(reading, settings.quotes), ...reading.quotes.flatMap(againstWishes)];
  const placed = own
    .map((finding) => ({ ...finding, file, line: finding.line + linesBefore }))
    .toSorted((one, other) => one.line - other.line);
  return {
    quotes: reading.quotes.map((quote) => tracedQuote(quote, file, linesBefore)),
    findings: [...findings, ...placed],
  };
}

function tracedQuote(quote: DigestQuote, file: string, linesBefore: number): TracedQuote {
  const { line, text, fidelity, source, post, misattributed } = quote;
  const author = post?.reading.author;
  return {
    file,
    line: line + linesBefore,
    text,
    fidelity,
    source,
    author: author ? author.name || author.handle : null,
    ...(misattributed === undefined ? {} : { misattributed }),
  };
}

function againstWishes({ line, post }: DigestQuote): Finding[] {
  const author = post?.reading.author;
  if (!author?.wishes?.includes('no-quote')) return [];
  return [
    {
      line,
      severity: 'warning',
      code: 'no-quote',
      message: `${author.name || author.handle} asks not to be quoted.`,
      hint: 'Ask them, or say it in your own words.',
    },
  ];
}

function unknownThread(
  id: ThreadId,
  file: string,
  text: string,
  known: ReadonlySet<ThreadId>,
): ContentFinding {
  const line = text.split('\n').findIndex((one) => one.includes(id)) + 1;
  return {
    file,
    line,
    severity: 'error',
    code: 'unknown-thread',
    message: `There is no thread “${id}”.`,
    hint: `Import it (npx quotidian import …), or correct the name; there are: ${[...known].join(', ') || 'none yet'}.`,
  };
}

/** What the work gives; where it throws on purpose, a finding instead. */
function orFinding<T>(work: () => T, findings: ContentFinding[]): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof QuotidianError)) throw error;
    const { file = describePlace(error.place) || 'content', line } = error.place;
    findings.push({
      file,
      ...(line === undefined ? {} : { line }),
      severity: 'error',
      code: error.code,
      message: error.message.replace(/\s+/g, ' '),
      hint: error.hint ?? 'Correct the file.',
    });
    return undefined;
  }
}
