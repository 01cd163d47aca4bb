import { site } from 'virtual:quotidian';
import { keptFile } from '../kept-file.ts';
import { type Issue, issuesFile } from './issue.ts';

const kept = keptFile<readonly Issue[]>(() => issuesFile(site.cache));

/** The issues that pages may lead to, the newest first: those of drafts only while an editor works on them. */
export function shownIssues(): readonly Issue[] {
  const issues = kept() ?? [];
  return import.meta.env.DEV ? issues : issues.filter(({ draft }) => !draft);
}
