import { parseDigest } from '../markdown/digest-syntax.ts';
import { type DigestQuote, readDigest } from '../markdown/read-digest.ts';
import type { Fidelity, Source } from '../quotes/quote.ts';
import { statedAuthor } from '../quotes/reading.ts';
import { threadIds } from '../site/content-files.ts';
import { type DigestFile, digestFiles, parseDigestFile } from '../site/digest-files.ts';
import { type Library, openLibrary } from '../site/library.ts';
import { readSettings } from '../site/read-settings.ts';
import type { ThreadId } from '../thread/schema.ts';
import { orFinding } from './or-finding.ts';

/** A digest's quote and where it was traced to. */
export interface TracedQuote {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly fidelity: Fidelity;
  readonly source: Source | null;
  /** The source's author by name; `null` where it is not known, or only inferred. */
  readonly author: string | null;
  readonly misattributed?: string;
}

/** The quotes of all digests that name one of these threads. What cannot be read is for `check` to report. */
export function quotesOfDigestsOn(root: string, ids: ReadonlySet<ThreadId>): readonly TracedQuote[] {
  const settings = orFinding(() => readSettings(root), []);
  if (!settings || ids.size === 0) return [];
  const library = openLibrary(root, settings.postsPerPage);
  const known = new Set(threadIds(root));
  return digestFiles(root).flatMap(
    (digest) => orFinding(() => quotesOn(digest, ids, known, library), []) ?? [],
  );
}

function quotesOn(
  digest: DigestFile,
  ids: ReadonlySet<ThreadId>,
  known: ReadonlySet<ThreadId>,
  library: Library,
): readonly TracedQuote[] {
  const { data, body, linesBefore } = parseDigestFile(digest);
  if (!data.threads.some((id) => ids.has(id))) return [];
  const threads = data.threads.filter((id) => known.has(id));
  const { quotes } = readDigest(parseDigest(body), library.evidence(threads), library.redactions(threads));
  return quotes.map((quote) => tracedQuote(quote, digest.file, linesBefore));
}

export function tracedQuote(quote: DigestQuote, file: string, linesBefore: number): TracedQuote {
  const { line, text, fidelity, source, post, misattributed } = quote;
  const author = post && statedAuthor(post.reading);
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
