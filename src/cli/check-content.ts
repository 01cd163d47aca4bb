import { statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { parseDigest } from '../markdown/digest-syntax.ts';
import { type Finding, findingsOf } from '../markdown/findings.ts';
import { type DigestQuote, readDigest } from '../markdown/read-digest.ts';
import type { Passage } from '../quotes/quote.ts';
import { sharedPassages } from '../quotes/shared-passages.ts';
import { editedThread, readThreadFiles, threadIds } from '../site/content-files.ts';
import { type DigestFile, digestFiles, ignoredDigestFiles, parseDigestFile } from '../site/digest-files.ts';
import { type Library, openLibrary } from '../site/library.ts';
import { readSettings } from '../site/read-settings.ts';
import { type Settings, settingsSchema } from '../site/settings.ts';
import { tagSlug } from '../site/addresses.ts';
import type { EditedThread } from '../thread/overlay.ts';
import type { PostId, ThreadId } from '../thread/schema.ts';
import { checkIssues } from './check-issues.ts';
import { type Destinations, findBrokenLinks } from './check-links.ts';
import { type TracedQuote, tracedQuote } from './digest-quotes.ts';
import { orFinding } from './or-finding.ts';
import { standingElsewhere } from './standing-elsewhere.ts';

/** A finding in a file of `content/`; the line is in that file, absent where none is known. */
export interface ContentFinding extends Omit<Finding, 'line'> {
  readonly file: string;
  readonly line?: number;
}

/** A passage that more than one digest quotes. */
export interface RepeatedPassage {
  readonly thread: ThreadId;
  readonly post: PostId;
  /** As the first of them quotes it. */
  readonly text: string;
  readonly quotes: readonly Pick<TracedQuote, 'file' | 'line'>[];
}

interface Checked {
  readonly quotes: readonly TracedQuote[];
  readonly repeated: readonly RepeatedPassage[];
  readonly findings: readonly ContentFinding[];
}

interface CheckedDigest {
  readonly threads: readonly ThreadId[];
  readonly quotes: readonly TracedQuote[];
  readonly unsourced: readonly DigestQuote[];
  /** What is wrong, given where quotes without a source stand in threads that the digest does not name. */
  findings(elsewhere: ReadonlyMap<DigestQuote, Passage>): readonly ContentFinding[];
}

/** Reads all content of the project in the folder `root`. What is broken becomes a finding and the rest goes on. */
export function checkContent(root: string): Checked {
  const findings: ContentFinding[] = [];
  const settings =
    orFinding(() => readSettings(root), findings) ?? settingsSchema.parse({ title: 'Untitled' });
  const known = new Set(threadIds(root).filter((id) => isSound(root, id, findings)));
  const library = openLibrary(root, settings.postsPerPage);
  const files = digestFiles(root);
  findings.push(...ignoredDigestFiles(root).map(ignoredFile), ...sameAddress(files));
  const destinations = destinationsOf(root, files, known, library, settings);
  const digests = files.map((file) => checkDigest(file, known, library, settings, destinations));
  findings.push(...checkIssues(root, files, known, library, settings));
  const elsewhere = standingElsewhere(digests, [...known], root);
  const quotes = digests.flatMap((digest) => digest.quotes);
  return {
    quotes,
    repeated: repeatedPassages(quotes),
    findings: [...findings, ...digests.flatMap((digest) => digest.findings(elsewhere))],
  };
}

function repeatedPassages(quotes: readonly TracedQuote[]): readonly RepeatedPassage[] {
  const placed = quotes.flatMap(({ source, file, line, text }) =>
    source ? [{ ...source, file, line, text }] : [],
  );
  return sharedPassages(placed).flatMap((group): RepeatedPassage[] => {
    const [first] = group;
    if (!first || group.every(({ file }) => file === first.file)) return [];
    const { thread, post, text } = first;
    return [{ thread, post, text, quotes: group.map(({ file, line }) => ({ file, line })) }];
  });
}

function ignoredFile(file: string): ContentFinding {
  return {
    file,
    severity: 'warning',
    code: 'ignored-file',
    message: 'This file is not read.',
    hint: 'A digest lies in content/digests itself, and its name ends in .md.',
  };
}

function sameAddress(files: readonly DigestFile[]): readonly ContentFinding[] {
  return [...Map.groupBy(files, ({ slug }) => slug).values()].flatMap(([first, ...others]) =>
    others.map(({ file, slug }): ContentFinding => {
      return {
        file,
        severity: 'error',
        code: 'same-address',
        message: `This digest and ${first?.file} would both stand at /digests/${slug}/.`,
        hint: 'Give one of them another name.',
      };
    }),
  );
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
  if (edited) findings.push(...withoutDescription(id, edited));
  return edited !== undefined;
}

/** Posts that speak to eyes or ears only, unless the editor has a note there; one finding for the thread. */
function withoutDescription(id: ThreadId, { thread, notes }: EditedThread): ContentFinding[] {
  const silent = thread.posts.filter(
    (post) =>
      !notes.has(post.id) &&
      post.attachments?.some(({ type, description }) => type !== 'file' && !description),
  );
  if (silent.length === 0) return [];
  const named = silent.slice(0, MOST_NAMED).map((post) => post.id);
  const more = silent.length > named.length ? ` and ${silent.length - named.length} more` : '';
  return [
    {
      file: `content/threads/${id}.json`,
      severity: 'warning',
      code: 'no-description',
      message: `Pictures, sound or video without a description by the author: ${named.join(', ')}${more}.`,
      hint: `Say what is there in a note: posts, <id>, note in content/threads/${id}.yaml.`,
    },
  ];
}

const MOST_NAMED = 5;

function destinationsOf(
  root: string,
  files: readonly DigestFile[],
  known: ReadonlySet<ThreadId>,
  library: Library,
  { people }: Settings,
): Destinations {
  const readable = files.flatMap((file) => orFinding(() => parseDigestFile(file), []) ?? []);
  return {
    digests: new Set(files.map(({ slug }) => slug)),
    tags: new Set(readable.flatMap(({ data }) => data.tags.map(tagSlug))),
    issues: new Set(readable.flatMap(({ data }) => (data.issue === undefined ? [] : [String(data.issue)]))),
    people,
    hasFile: (path) => isPublicFile(root, path),
    hasPost: (thread, post) =>
      known.has(thread) && (post === undefined || library.thread(thread).reading.byId.has(post)),
  };
}

function isPublicFile(root: string, path: string): boolean {
  const folder = resolve(root, 'public');
  const file = resolve(folder, path);
  return file.startsWith(folder + sep) && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

function checkDigest(
  digest: DigestFile,
  known: ReadonlySet<ThreadId>,
  library: Library,
  settings: Settings,
  destinations: Destinations,
): CheckedDigest {
  const { file, text } = digest;
  const findings: ContentFinding[] = [];
  const parsed = orFinding(() => parseDigestFile(digest), findings);
  if (!parsed) return { threads: [], quotes: [], unsourced: [], findings: () => findings };
  const { data, body, linesBefore } = parsed;
  for (const id of data.threads.filter((id) => !known.has(id)))
    findings.push(unknownThread(id, file, text, known));
  const threads = data.threads.filter((id) => known.has(id));
  const evidence = library.evidence(threads);
  const tree = parseDigest(body);
  const links = findBrokenLinks(tree, destinations);
  const reading = readDigest(tree, evidence, library.redactions(threads));
  const beside = [...links, ...reading.quotes.flatMap(againstWishes)];
  return {
    threads,
    quotes: reading.quotes.map((quote) => tracedQuote(quote, file, linesBefore)),
    unsourced: reading.quotes.filter(({ fidelity }) => fidelity === 'unsourced'),
    findings: (elsewhere) => [
      ...findings,
      ...[...beside, ...findingsOf(reading, settings.quotes, elsewhere)]
        .map((finding) => ({ ...finding, file, line: finding.line + linesBefore }))
        .toSorted((one, other) => one.line - other.line),
    ],
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
