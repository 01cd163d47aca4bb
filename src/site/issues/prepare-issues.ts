import { issueAddress } from '../addresses.ts';
import { writeChanged } from '../cache-files.ts';
import type { DigestRecord } from '../digest-records.ts';
import type { Library } from '../library.ts';
import type { PrepareOptions } from '../prepare-options.ts';
import { type Issue, issuesFile } from './issue.ts';
import { type IssueFile, issueFiles } from './issue-files.ts';
import { checkIntroduction, introductionHtml } from './introduction.ts';

/** Finds the issues by what digests say of themselves and writes them into the cache, the newest first. */
export async function prepareIssues(
  digests: readonly DigestRecord[],
  library: Library,
  options: PrepareOptions,
): Promise<void> {
  const files = new Map(issueFiles(options.root).map((file) => [file.number, file]));
  const numbered = Map.groupBy(digests, ({ view }) => view.issue ?? 0);
  numbered.delete(0);
  const shown = new Set(
    [...numbered].flatMap(([number, all]) => (all.some(({ view }) => !view.draft) ? [number] : [])),
  );
  const issues: Issue[] = [];
  for (const [number, all] of [...numbered].toSorted(([one], [other]) => other - one)) {
    issues.push(await issueOf(number, all, files.get(number), shown, library, options));
  }
  writeChanged(issuesFile(options.cache), JSON.stringify(issues));
}

async function issueOf(
  number: number,
  digests: readonly DigestRecord[],
  file: IssueFile | undefined,
  shown: ReadonlySet<number>,
  library: Library,
  options: PrepareOptions,
): Promise<Issue> {
  const { title, date, introduction } = file ?? {};
  if (file) {
    const threads = [...new Set(digests.flatMap(({ view }) => view.threads.map(({ id }) => id)))];
    checkIntroduction(file, threads, library, options.settings);
  }
  const published = digests.filter(({ view }) => !view.draft);
  const [newest] = published.length > 0 ? published : digests;
  return {
    number,
    href: issueAddress(options.base, number),
    ...(title ? { title } : {}),
    date: date ?? newest?.view.date ?? '',
    ...(introduction ? { introduction: await introductionHtml(introduction, number, shown, options) } : {}),
    digests: digests.map(({ view }) => view.slug).toReversed(),
    draft: published.length === 0,
  };
}
