import { type DigestFile, parseDigestFile } from '../site/digest-files.ts';
import { checkIntroduction } from '../site/issues/introduction.ts';
import { issueFileNames, readIssueFile } from '../site/issues/issue-files.ts';
import type { Settings } from '../site/settings.ts';
import type { ThreadId } from '../thread/schema.ts';
import type { ContentFinding } from './checking/finding.ts';
import type { ThreadReadings } from './checking/thread-readings.ts';
import { orFinding } from './or-finding.ts';

/** What is wrong with the files of issues: with each by itself, and that no digest names the issue. */
export function checkIssues(
  root: string,
  digests: readonly DigestFile[],
  known: ReadonlySet<ThreadId>,
  readings: ThreadReadings,
  settings: Settings,
): readonly ContentFinding[] {
  const findings: ContentFinding[] = [];
  const numbered = digests.flatMap((file) => orFinding(() => parseDigestFile(file).data, []) ?? []);
  for (const name of issueFileNames(root)) {
    const issue = orFinding(() => readIssueFile(root, name), findings);
    if (!issue) continue;
    const of = numbered.filter((digest) => digest.issue === issue.number);
    const threads = [...new Set(of.flatMap((digest) => digest.threads))].filter((id) => known.has(id));
    orFinding(() => checkIntroduction(issue, threads, readings, settings), findings);
    if (of.length === 0) findings.push(withoutDigest(issue.file, issue.number));
  }
  return findings;
}

function withoutDigest(file: string, number: number): ContentFinding {
  return {
    file,
    severity: 'warning',
    code: 'empty-issue',
    message: `No digest is part of issue ${number}, so that it has no page.`,
    hint: `Write "issue: ${number}" into the frontmatter of its digests.`,
  };
}
