import type { Edit, Passage } from '../quotes/quote.ts';
import { statedAuthor } from '../quotes/reading.ts';
import { countWords } from '../quotes/words.ts';
import type { DigestQuote, DigestReading } from './read-digest.ts';

type Severity = 'error' | 'warning' | 'ignore';

/** What each kind of finding does; the editor sets it in `site.yaml`. */
export interface QuotePolicy {
  readonly altered: Severity;
  readonly misattributed: Severity;
  readonly unsourced: Severity;
  /** Quotes that are longer than the next two allow. */
  readonly long: Severity;
  readonly mostWords?: number | undefined;
  /** Of its post's words, from 0 to 1. */
  readonly mostShare?: number | undefined;
}

/** Something an editor should know about a digest. */
export interface Finding {
  /** From 1, in the text that was parsed. */
  readonly line: number;
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** For a misquote: what was written, what was said, by whom, where, when. */
  readonly misquote?: Misquote;
}

export interface Misquote {
  readonly wrote: string;
  readonly said: string;
  readonly by: string | null;
  readonly thread: string;
  readonly post: string;
  readonly published?: string;
  readonly edits: readonly Edit[];
}

/**
 * The findings of a digest under a policy, in the order of lines. Quotes without a source may be known to stand
 * `elsewhere`: in threads that the digest does not name.
 */
export function findingsOf(
  { quotes, problems }: DigestReading,
  policy: QuotePolicy,
  elsewhere: ReadonlyMap<DigestQuote, Passage> = new Map(),
): readonly Finding[] {
  return [
    ...problems.map((problem): Finding => ({ ...problem, severity: 'error' })),
    ...quotes.flatMap((quote) => findingsOfQuote(quote, policy, elsewhere.get(quote))),
  ].sort((one, other) => one.line - other.line);
}

function findingsOfQuote(
  quote: DigestQuote,
  policy: QuotePolicy,
  elsewhere: Passage | undefined,
): readonly Finding[] {
  const found = [
    altered(quote, policy.altered),
    misattributed(quote, policy.misattributed),
    unsourcedFinding(quote, policy.unsourced, elsewhere),
    long(quote, policy),
  ];
  return found.filter((finding) => finding !== null);
}

function altered(quote: DigestQuote, severity: Severity): Finding | null {
  const { fidelity, edits, post, source, line } = quote;
  if (fidelity !== 'altered' || severity === 'ignore' || !edits || !post || !source) return null;
  const { published } = post.reading.post;
  const author = statedAuthor(post.reading);
  return {
    line,
    severity,
    code: 'altered',
    message: 'This is not what was said.',
    hint: 'Quote it as it stands, mark the change ([word], […]), or say it in your own words.',
    misquote: {
      wrote: joined(edits, 'added'),
      said: joined(edits, 'removed'),
      by: author?.name ?? author?.handle ?? null,
      thread: source.thread,
      post: source.post,
      ...(published === undefined ? {} : { published }),
      edits,
    },
  };
}

function joined(edits: readonly Edit[], kind: Edit['kind']): string {
  return edits
    .filter((edit) => edit.kind === 'same' || edit.kind === kind)
    .map(({ text }) => text)
    .join('');
}

function misattributed(
  { misattributed: named, post, line }: DigestQuote,
  severity: Severity,
): Finding | null {
  if (named === undefined || severity === 'ignore') return null;
  const author = post && statedAuthor(post.reading);
  const by = author ? `${author.name ?? author.handle}` : 'somebody whose name is not known';
  return {
    line,
    severity,
    code: 'misattributed',
    message: `The quote names ${named}, but it was said by ${by}${post ? ` (${post.thread}#${post.reading.post.id})` : ''}.`,
    hint: author
      ? `Write "— ${author.handle}", or leave the attribution out: it is supplied.`
      : 'Leave the attribution out.',
  };
}

/** Shorter posts may be quoted whole, whatever part of them that is. */
const LEAST_WORDS_OF_POST = 50;

function long({ text, line, post }: DigestQuote, policy: QuotePolicy): Finding | null {
  const { long: severity, mostWords = Number.POSITIVE_INFINITY, mostShare = 1 } = policy;
  if (severity === 'ignore' || !post) return null;
  const words = countWords(text);
  const all = countWords(post.reading.own.text);
  const isTooMany = words > mostWords;
  if (!isTooMany && (all < LEAST_WORDS_OF_POST || words <= all * mostShare)) return null;
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return {
    line,
    severity,
    code: 'long-quote',
    message: isTooMany
      ? `This quote has ${words} words, and content/site.yaml allows ${mostWords}.`
      : `This quote is ${percent(words / all)} of its post (${words} of ${all} words), and content/site.yaml allows ${percent(mostShare)}.`,
    hint: 'Quote less and say the rest in your own words, or raise quotes: mostWords or mostShare.',
  };
}

/** What is told of a quote without a source, which may be known to stand `elsewhere`; `null` for any other. */
export function unsourcedFinding(
  {
    fidelity,
    text,
    line,
    range,
    depth,
  }: Pick<DigestQuote, 'fidelity' | 'text' | 'line' | 'depth'> & { readonly range?: object | undefined },
  severity: Severity,
  elsewhere: Passage | undefined,
): Finding | null {
  if (fidelity !== 'unsourced' || severity === 'ignore' || text.trim() === '') return null;
  const begin = text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text;
  const what = range ? 'quotation' : depth > 1 ? 'quote in a quote' : 'quote';
  const message = `No post of the digest's threads says what this ${what} says: "${begin.replace(/\s+/g, ' ')}"`;
  if (elsewhere)
    return {
      line,
      severity,
      code: 'unsourced',
      message: `${message}. It stands in the thread ${elsewhere.thread} (${elsewhere.thread}#${elsewhere.post}), which the digest does not name.`,
      hint: `Add ${elsewhere.thread} to "threads" in the frontmatter.`,
    };
  return {
    line,
    severity,
    code: 'unsourced',
    message,
    hint: range
      ? 'Copy the words as they stand, name the thread in the frontmatter, or leave the quotation marks out.'
      : 'Copy the words as they stand, name the thread in the frontmatter, or end the quote with "— Name, [Title](address)" if it comes from elsewhere.',
  };
}
