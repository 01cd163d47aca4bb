import type { Root } from 'mdast';
import { parseMarkdown } from '../../bodies/markdown.ts';
import { parseDigest } from '../../markdown/digest-syntax.ts';
import { findingsOf } from '../../markdown/findings.ts';
import { highlightFor } from '../../markdown/highlight.ts';
import { linkIssues } from '../../markdown/link-issues.ts';
import { readDigest } from '../../markdown/read-digest.ts';
import { bodyHtml } from '../../markdown/render.ts';
import { QuotidianError } from '../../thread/error.ts';
import { issueAddress } from '../addresses.ts';
import { bodyWords } from '../figure-words.ts';
import type { Library } from '../library.ts';
import type { PrepareOptions } from '../prepare-options.ts';
import type { Settings } from '../settings.ts';
import { wordsFor } from '../words/index.ts';
import type { IssueFile } from './issue-files.ts';

/**
 * Throws where an issue's introduction quotes what it may not, with the line. It is judged as a digest is, by the
 * threads of the issue's digests; what is set off as a quote belongs into a digest, where it is traced.
 */
export function checkIntroduction(
  { introduction, file, text }: IssueFile,
  threads: readonly string[],
  library: Pick<Library, 'evidence' | 'redactions'>,
  { quotes: policy }: Pick<Settings, 'quotes'>,
): void {
  if (introduction === undefined) return;
  const tree = parseDigest(introduction);
  const reading = readDigest(tree, library.evidence(threads), library.redactions(threads));
  const before = text.split('\n').findIndex((line) => line.startsWith('introduction:')) + 1;
  const [set] = reading.quotes.filter(({ node }) => node);
  const [wrong] = findingsOf(reading, policy).filter(({ severity }) => severity === 'error');
  if (wrong) {
    const line = before + wrong.line;
    throw new QuotidianError(wrong.message, {
      code: 'bad-introduction',
      place: { file, line },
      hint: wrong.hint,
    });
  }
  if (!set) return;
  throw new QuotidianError('An introduction sets no quote off.', {
    code: 'bad-introduction',
    place: { file, line: before + set.line },
    hint: 'Quote in a digest, where every quote is traced, or say it in your own words.',
  });
}

/** An introduction as HTML that was built from known nodes; `known` are the issues that there are. */
export async function introductionHtml(
  introduction: string,
  number: number,
  known: ReadonlySet<number>,
  { base, settings }: PrepareOptions,
): Promise<string> {
  const words = wordsFor(settings.lang);
  const tree: Root = parseMarkdown(introduction, 'commonmark');
  linkIssues(tree, {
    see: words.issues.see,
    hrefOf: (issue) => (known.has(issue) && issue !== number ? issueAddress(base, issue) : undefined),
  });
  return bodyHtml(tree, {
    words: bodyWords(words),
    highlight: await highlightFor([tree]),
    figureOf: () => undefined,
    passages: [],
    prefix: `issue-${number}`,
  });
}
