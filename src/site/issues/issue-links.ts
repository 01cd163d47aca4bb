import type { IssueLinks } from '../../markdown/link-issues.ts';
import { wordsFor } from '../words/index.ts';
import { keptIssues } from './issue.ts';

/** How texts in that language speak of issues, and where the issues stand that are published, since the site was prepared. */
export function issueLinks(lang: string, cache: string): IssueLinks {
  const issues = new Map(
    keptIssues(cache).flatMap(({ number, href, draft }) => (draft ? [] : [[number, href] as const])),
  );
  return { see: wordsFor(lang).issues.see, hrefOf: (issue) => issues.get(issue) };
}
