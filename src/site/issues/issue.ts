import { join } from 'node:path';
import { cacheFolder, readKept } from '../cache-files.ts';

/** A numbered set of digests. */
export interface Issue {
  readonly number: number;
  readonly href: string;
  readonly title?: string;
  /** `2026-03-11` */
  readonly date: string;
  /** The editor's words on it, as HTML. */
  readonly introduction?: string;
  /** By slug, in the order in which they are to be read: by date, then by name. */
  readonly digests: readonly string[];
  /** Whether all of its digests are drafts: then nobody but their editor sees it. */
  readonly draft: boolean;
}

/** The issues since the site was last prepared. */
export function keptIssues(cache: string): readonly Issue[] {
  return readKept<readonly Issue[]>(issuesFile(cache)) ?? [];
}

/** Where they are kept. */
export function issuesFile(cache: string): string {
  return join(cacheFolder(cache), 'issues.json');
}
