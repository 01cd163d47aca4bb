import type { DigestSummary } from '../pages.ts';
import { shownDigests } from '../shown-digests.ts';
import type { Issue } from './issue.ts';
import { shownIssues } from './shown-issues.ts';

/** An issue with its digests as lists show them. */
export interface IssueView extends Omit<Issue, 'digests'> {
  readonly digests: readonly DigestSummary[];
}

/** The issues that pages may lead to, the newest first. */
export async function issueList(): Promise<readonly IssueView[]> {
  const digests = new Map((await shownDigests()).map((digest) => [digest.slug, digest]));
  return shownIssues().map((issue) => ({
    ...issue,
    digests: issue.digests.flatMap((slug) => digests.get(slug) ?? []),
  }));
}
